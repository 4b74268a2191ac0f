// Who may read the access log, and what each of them learns from it.
import { beforeAll, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { noteOpening, writeAudit } from '@/db/queries/audit';
import { readCoupleLog } from '@/lib/access-log/read-couple-log';
import { readLog } from '@/lib/access-log/read-log';
import { NotFound } from '@/lib/errors';
import { useDatabase } from '../../support/database';
import { type CoupleInTest, makeCouple, makePractice, makeStaff, type StaffInTest } from '../../support/people';

const database = useDatabase();
let admin: StaffInTest;
let therapist: StaffInTest;
let colleague: StaffInTest;
let scheduler: StaffInTest;
let couple: CoupleInTest;

beforeAll(async () => {
  const practice = await makePractice(database.owner);
  admin = await makeStaff(database.owner, practice, ['practiceAdmin']);
  therapist = await makeStaff(database.owner, practice, ['therapist']);
  colleague = await makeStaff(database.owner, practice, ['therapist']);
  scheduler = await makeStaff(database.owner, practice, ['scheduler']);
  couple = await makeCouple(database.owner, practice, therapist);
  const { coupleId, first } = couple;
  await asActor(therapist.token, async (tx) => {
    await noteOpening(tx, 'sessionNote', first.partnerId, coupleId, first.partnerId);
    await writeAudit(tx, {
      act: 'signed',
      recordKind: 'sessionNote',
      recordId: first.partnerId,
      coupleId,
      concernsPartnerId: first.partnerId,
    });
    await writeAudit(tx, { act: 'released', recordKind: 'assignment', coupleId });
  });
  await asActor(first.token, (tx) =>
    writeAudit(tx, { act: 'paused', recordKind: 'plan', coupleId, concernsPartnerId: first.partnerId }),
  );
  await asActor(admin.token, (tx) =>
    writeAudit(tx, { act: 'invited', recordKind: 'staffMember', recordId: colleague.staffMemberId }),
  );
});

const didOf = async (token: string, search = {}) =>
  (await asActor(token, (tx) => readLog(tx, search))).days.flatMap(({ entries }) => entries.map(({ did }) => did));

test('an admin learns who opened or wrote in a record, and never which kind of thing it was', async () => {
  const { days } = await asActor(admin.token, (tx) => readLog(tx, {}));
  const entries = days.flatMap((day) => day.entries);
  expect(entries.map(({ did }) => did)).toEqual(
    expect.arrayContaining([
      'opened the clinical record',
      'wrote in the clinical record',
      expect.stringMatching(/^invited a staff member: /),
    ]),
  );
  const text = JSON.stringify(days);
  for (const word of ['note', 'signed', 'assignment', 'released', 'plan', 'paused']) expect(text).not.toContain(word);
});

test('what a partner does is not in the admin’s log', async () => {
  const told = await didOf(admin.token);
  expect(told.filter((did) => did === 'wrote in the clinical record')).toHaveLength(2);
});

test('reading the log is an entry of the log', async () => {
  await didOf(admin.token);
  expect(await didOf(admin.token)).toContain('read through the access log');
});

test.each([
  ['a therapist', () => therapist],
  ['a scheduler', () => scheduler],
  ['a partner', () => couple.first],
])('%s finds no log of the practice, and asked past the page gets no row', async (_, who) => {
  await expect(asActor(who().token, (tx) => readLog(tx, {}))).rejects.toThrow(NotFound);
  const rows = await asActor(who().token, (tx) =>
    tx.db.execute(`select * from auth.access_log('-infinity', 'infinity', null, null, 1000)`),
  );
  expect(rows.rows).toEqual([]);
});

test('the care team reads its couple’s log with kinds and whom each concerns', async () => {
  const { days } = await asActor(therapist.token, (tx) => readCoupleLog(tx, couple.coupleId, undefined));
  const sentences = days.flatMap(({ entries }) => entries.map(({ sentence }) => sentence)).join('\n');
  expect(sentences).toMatch(/opened a session note, of .+ alone\./);
  expect(sentences).toContain('released a step on the plan.');
  expect(sentences).not.toContain('paused');
});

test.each([
  ['a therapist outside the care team', () => colleague],
  ['a practice admin', () => admin],
  ['a scheduler', () => scheduler],
  ['a partner of it', () => couple.first],
])('%s finds no log of that couple, and asked past the page gets no row', async (_, who) => {
  await expect(asActor(who().token, (tx) => readCoupleLog(tx, couple.coupleId, undefined))).rejects.toThrow(NotFound);
  const rows = await asActor(who().token, (tx) =>
    tx.db.execute(`select * from auth.access_log_of_couple('${couple.coupleId}', null, null, 1000)`),
  );
  expect(rows.rows).toEqual([]);
});

test('pages follow one another without a gap or a repeat, also where many entries share an instant', async () => {
  const practice = await makePractice(database.owner);
  const boss = await makeStaff(database.owner, practice, ['practiceAdmin']);
  await asActor(boss.token, (tx) =>
    writeAudit(tx, ...Array.from({ length: 250 }, () => ({ act: 'changed' as const, recordKind: 'practice' }))),
  );
  const ids: string[] = [];
  let search: Record<string, string> | null = {};
  let pages = 0;
  for (; search !== null; pages += 1) {
    const asked: Record<string, string> = search;
    const log = await asActor(boss.token, (tx) => readLog(tx, asked));
    ids.push(...log.days.flatMap(({ entries }) => entries.map(({ id }) => id)));
    search =
      log.olderHref === null ? null : Object.fromEntries(new URL(log.olderHref, 'http://localhost').searchParams);
  }
  expect(pages).toBe(3);
  expect(ids.length).toBeGreaterThanOrEqual(250);
  expect(new Set(ids).size).toBe(ids.length);
});

test('days that can’t be read, or not yet, are the last two weeks', async () => {
  const days = async (search: Record<string, string>) => {
    const { from, to, today } = await asActor(admin.token, (tx) => readLog(tx, search));
    return [from < to, to === today];
  };
  expect(await days({ from: 'yesterday', to: '2026-99-99' })).toEqual([true, true]);
  expect(await days({ from: '2999-01-01', to: '2999-01-02' })).toEqual([true, true]);
  await expect(asActor(admin.token, (tx) => readLog(tx, { before: 'x' }))).rejects.toThrow(NotFound);
});

test('a day that no calendar has is as one that was not asked for', async () => {
  const asked = await asActor(admin.token, (tx) => readLog(tx, { from: '2026-02-30', to: '2026-02-31' }));
  const unasked = await asActor(admin.token, (tx) => readLog(tx, {}));
  expect([asked.from, asked.to]).toEqual([unasked.from, unasked.to]);
});
