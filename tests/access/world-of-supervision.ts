// A supervision, a signed note of its supervisee, and what was put under and beside it: a row of each of their tables.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { CoupleInTest, PracticeInTest, StaffInTest } from '@/tests/support/people';

const SEALED = Buffer.from('00', 'hex');

type Of = { practice: PracticeInTest; couple: CoupleInTest; therapist: StaffInTest; supervising: StaffInTest };

export async function supervisedRows(owner: pg.Pool, { practice, couple, therapist, supervising }: Of) {
  const base = { practice_id: practice.practiceId, couple_id: couple.coupleId };
  const two = { supervisee_id: therapist.staffMemberId, supervisor_id: supervising.staffMemberId };
  const insert = async (table: string, row: Record<string, unknown>) => {
    const id = randomUUID();
    const columns = ['id', ...Object.keys(row)];
    await owner.query(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
      [id, ...Object.values(row)],
    );
    return { id };
  };
  const supervision = await insert('supervisions', {
    practice_id: practice.practiceId,
    ...two,
    from_on: '2020-01-01',
    may_see: true,
    must_approve: true,
    must_co_sign: true,
  });
  const session = await insert('sessions', {
    ...base,
    kind: 'joint',
    therapist_id: therapist.staffMemberId,
    starts_at: new Date(Date.now() - 3_600_000),
    minutes: 50,
  });
  const note = await insert('session_notes', {
    ...base,
    session_id: session.id,
    kind: 'joint',
    author_id: therapist.staffMemberId,
    format: 'DAP',
    sections: SEALED,
    signed_at: new Date(),
    signed_as: 'T',
    signed_hash: SEALED,
    signed_zone: 'UTC',
    needs_approval: true,
    needs_co_signature: true,
  });
  const under = { ...base, note_id: note.id, author_id: supervising.staffMemberId };
  const attested = { ...under, signed_as: 'S', zone: 'UTC', note_hash: SEALED, hash: SEALED };
  return {
    supervisions: supervision,
    // Approved before it is co-signed.
    note_reviews: await insert('note_reviews', { ...attested, kind: 'approved' }),
    co_signatures: await insert('co_signatures', { ...attested, part: 'supervisor' }),
    note_versions: await insert('note_versions', {
      ...base,
      note_id: note.id,
      author_id: therapist.staffMemberId,
      version: 1,
      cause: 'interval',
      sections: SEALED,
    }),
    addenda: await insert('addenda', {
      ...attested,
      author_id: therapist.staffMemberId,
      kind: 'addendum',
      text: SEALED,
    }),
    note_comments: await insert('note_comments', { ...under, ...two, text: SEALED }),
  };
}
