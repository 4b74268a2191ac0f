import { beforeAll, expect, test } from 'vitest';
import { NotFound, Refusal } from '@/lib/errors';
import { dayAfter, dayBefore } from '@/lib/format/dates';
import { documentHash, documentText } from '@/lib/record-releases/document';
import { readRelease } from '@/lib/record-releases/read-releases';
import { moveClock } from '../../support/clock';
import { useFreshDatabase } from '../../support/database';
import { makeStaff } from '../../support/people';
import { hand, joinCareTeam } from '../session-notes/writing';
import { ALL_KINDS, CANARY, makeReleasing, type Releasing, releaser } from './releasing';
import { withoutIds } from '@/tests/support/page-bytes';

const database = useFreshDatabase();
let at: Releasing;
let staff: ReturnType<typeof releaser>;
beforeAll(async () => {
  at = await makeReleasing(database.owner);
  staff = releaser(at);
});

const OWN = ['own-note', 'own-contact', 'own-check_ins', 'own-consents', 'own-brought', 'own-history', 'own-words'];

test('red line: no byte of what the other gave, of their notes, name, contacts or plans is in one person’s released record', async () => {
  const release = await staff.make();
  await staff.ownSigns(release);
  const { disclosureId } = await staff.letOut(release);
  const { document, hash } = await staff.paper(release, disclosureId);
  const bytes = JSON.stringify(document);
  for (const own of OWN) expect(bytes).toContain(own);
  expect(bytes.toLowerCase()).not.toContain(CANARY);
  // A phone number's digits may stand in an id, a hash or a moment.
  expect(withoutIds(bytes)).not.toMatch(/\bbo\b|sample@|0199|555/i);
  expect(bytes.replaceAll('Dr. Nobody Sample', '')).not.toContain('Sample');
  expect(bytes).not.toContain('joint-');
  expect(bytes).not.toContain('own-reflection');
  expect(hash).toBe(documentHash(document!));
  expect(documentText(document!)).toContain(
    'Ada says that [the other partner] never listens. [the other partner] is tired.',
  );
});

test('a joint note goes whole when each partner has signed, without where the other is reached', async () => {
  const release = await staff.make();
  await staff.ownSigns(release);
  await staff.otherSigns(release);
  const text = await staff.text(release);
  expect(text).toContain('joint-first sentence. Bo told of canary-confidence. Then joint-last sentence.');
  expect(text).toContain('joint-addendum');
  expect(text).not.toContain('canary-mail');
  expect(text.replaceAll('canary-confidence', '')).not.toContain(CANARY);
  await staff.otherRevokes(release);
  expect(await staff.text(release)).not.toContain('joint-');
});

test('a joint note that not every partner signed for is left out, or goes without the passages that a therapist took out', async () => {
  const release = await staff.make();
  await staff.ownSigns(release);
  expect(await staff.text(release)).not.toContain('joint-');
  const passages = await staff.passages(release);
  expect(passages.map(({ title }) => title)).toEqual(['Data', 'Added later']);
  const [data] = passages;
  expect(data!.passages.map((one) => one.trim())).toEqual([
    'joint-first sentence.',
    'Bo told of canary-confidence.',
    'Then joint-last sentence.',
  ]);
  await expect(staff.decide(release, { decision: 'passagesRemoved', reason: 'x' })).rejects.toThrow(
    'Mark at least one passage',
  );
  await staff.decide(release, {
    decision: 'passagesRemoved',
    removed: ['0.1', '1.0'],
    reason: 'A confidence of the other.',
  });
  const text = await staff.text(release);
  expect(text).toContain('joint-first sentence. [passage left out] Then joint-last sentence.');
  expect(text).not.toMatch(/canary|joint-addendum|A confidence of/);
  await staff.decide(release, { decision: 'leftOut', reason: 'Better not.' });
  expect(await staff.text(release)).not.toContain('joint-');
});

test('a decision ends with what it was about: a note that was added to since is to be decided anew', async () => {
  const own = await makeReleasing(database.owner);
  const therapist = releaser(own);
  const release = await therapist.make();
  await therapist.ownSigns(release);
  await therapist.decide(release, { decision: 'passagesRemoved', removed: ['0.1', '1.0'], reason: 'A confidence.' });
  expect(await therapist.text(release)).toContain('joint-first');
  await hand(own.therapist, own.couple).add(own.jointId, 'Said later.');
  expect(await therapist.text(release)).not.toMatch(/joint-first|Said later/);
  const { jointNotes } = await therapist.as((tx) => readRelease(tx, therapist.ids(release)));
  expect(jointNotes.map(({ decision }) => decision)).toEqual([null]);
});

test('what was not asked for, or lies on other days, is not in it', async () => {
  const release = await staff.make({ kinds: ['checkIns'], fromOn: '2026-01-10', toOn: '2026-01-10' });
  await staff.ownSigns(release);
  const text = await staff.text(release);
  expect(text).toContain('own-check_ins');
  expect(text).not.toMatch(/own-(?!check_ins|choice)/);
  const later = await staff.make({ kinds: ['checkIns'], fromOn: '2026-01-11' });
  await staff.ownSigns(later);
  await expect(staff.letOut(later)).rejects.toThrow('there is nothing of this scope');
});

test('nothing goes out before the person signed, after it was revoked, or when the release has ended', async () => {
  const release = await staff.make({ untilOn: at.today });
  await expect(staff.letOut(release)).rejects.toThrow('this person’s written authorization is not noted');
  await staff.otherSigns(release);
  await expect(staff.letOut(release)).rejects.toThrow('this person’s written authorization is not noted');
  await staff.ownSigns(release, dayBefore(at.today));
  await expect(staff.ownSigns(release)).rejects.toThrow('noted already');
  const { disclosureId } = await staff.letOut(release);
  await staff.ownRevokes(release);
  await expect(staff.letOut(release)).rejects.toThrow('this release was revoked');
  expect(await staff.paper(release, disclosureId)).toMatchObject({
    document: null,
    obstacle: expect.stringContaining('revoked'),
  });

  const other = await staff.make({ untilOn: at.today });
  await staff.ownSigns(other);
  await moveClock(database.owner, '25 hours');
  await expect(staff.letOut(other)).rejects.toThrow('this release has ended');
});

test('what goes out is what was read, by someone who gave their password', async () => {
  const release = await staff.make({ untilOn: dayAfter(at.today, 40) });
  await staff.ownSigns(release);
  await expect(staff.letOut(release, { readHash: '0'.repeat(64) })).rejects.toThrow('the record has changed');
  await expect(staff.letOut(release, { password: 'something else' })).rejects.toThrow(Refusal);
  expect((await staff.page(release)).ledger).toEqual([]);
});

test('the ledger of one person says what went out, to whom and what for, to the whole care team; the other’s has none of it', async () => {
  const release = await staff.make({ kinds: ['intake', 'checkIns'] });
  await staff.ownSigns(release);
  await staff.letOut(release);
  const colleague = releaser(at, (await joinCareTeam(database.owner, at)).token);
  const { ledger } = await colleague.person();
  expect(ledger[0]).toMatchObject({
    recipient: { name: 'Dr. Nobody Sample', address: '9 Invented Road' },
    what: ['Intake of this person', 'This person’s own check-ins'],
    purpose: 'Further treatment',
    by: 'Tess Example',
  });
  expect((await staff.person(at.couple.second.partnerId)).ledger).toEqual([]);
  const outside = releaser(at, (await makeStaff(database.owner, at.practice)).token);
  await expect(outside.person()).rejects.toThrow(NotFound);
});

test('the audit says that a record was released, and nothing of it; the ledger never changes', async () => {
  const { rows } = await database.owner.query(
    `select act, concerns_partner_id, to_json(e)::text as whole from audit_events e where record_kind = 'disclosure' and act = 'released'`,
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => row.concerns_partner_id === at.couple.first.partnerId)).toBe(true);
  expect(rows.map((row) => row.whole).join()).not.toMatch(/Nobody|treatment|own-/);
  await expect(database.owner.query(`update disclosures set "on" = '2020-01-01'`)).rejects.toThrow('only ever added');
  await expect(database.owner.query('delete from disclosures')).rejects.toThrow('only ever added');
  const stored = await database.owner.query(
    `select to_json(d)::text as whole from disclosures d union all select to_json(r)::text from record_releases r`,
  );
  expect(stored.rows.map((row) => row.whole).join()).not.toMatch(/Nobody|treatment|own-/);
});

test('every kind of a record has a part in the document', async () => {
  const release = await staff.make();
  await staff.ownSigns(release);
  await staff.otherSigns(release);
  expect((await staff.toRead(release)).document.parts).toHaveLength(ALL_KINDS.length);
});
