// A release of one partner's record, with a row in each of its tables.
type Row = Record<string, unknown>;
type Insert = (table: string, row: Row) => Promise<Row>;

const SEALED = Buffer.from('00', 'hex');

export async function releaseRows(
  withId: Insert,
  { own, base, noteId, staffMemberId }: { own: Row; base: Row; noteId: string; staffMemberId: string },
): Promise<Record<string, Row>> {
  const byStaff = { author_id: staffMemberId };
  const release = await withId('record_releases', {
    ...own,
    ...byStaff,
    asked_by: 'person',
    kinds: ['intake'],
    terms: SEALED,
    until_on: '2026-07-01',
  });
  const of = { ...byStaff, release_id: release.id };
  return {
    record_releases: release,
    record_authorizations: await withId('record_authorizations', { ...own, ...of, kind: 'signed', on: '2026-01-01' }),
    joint_note_decisions: await withId('joint_note_decisions', {
      ...base,
      ...of,
      note_id: noteId,
      decision: 'leftOut',
      record: SEALED,
    }),
    disclosures: await withId('disclosures', { ...own, ...of, on: '2026-01-01', document: SEALED }),
  };
}
