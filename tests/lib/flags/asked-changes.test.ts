// Rule 4: a change that was asked before a shared step is a line of its own until the therapist merges it or leaves it as it is.
import { expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { settleFlagInput } from '@/lib/flags/schema';
import { settleFlag } from '@/lib/flags/settle-flag';
import { readCouplePlan } from '@/lib/plan/read-couple-plan';
import { changeTermsInput } from '@/lib/plan/schema';
import { changeTerms } from '@/lib/plan/terms/change-terms';
import { readTermsSheet } from '@/lib/plan/terms/read-terms';
import { readToday } from '@/lib/today/read-today';
import { useFreshDatabase } from '../../support/database';
import { flagsOf } from '../../support/partner-day';
import { makeStaff } from '../../support/people';
import {
  act,
  answer,
  assign,
  type AtWork,
  beginWork,
  markDone,
  nextDay,
  withoutRestDays,
  YES,
  YES_ALONE,
} from '../plan/plan-in-test';

const database = useFreshDatabase();
const CHANGES = { ...YES, wantThisWeek: 'Yes, with changes' };
const LINE = 'A.E. asked for a change in “One speaks, one reflects”';

async function asked(answers: Record<string, string> = { ...CHANGES, leaveOut: 'Not about money' }) {
  await withoutRestDays(database.owner);
  const work = await beginWork(database.owner);
  await markDone(work, 'S02');
  const step = await assign(work, 'S06');
  await nextDay(work);
  await answer(work.couple.first, step, answers);
  return { work, step };
}
const today = (work: AtWork) => asActor(work.therapist.token, readToday);
const lines = async (work: AtWork) => (await today(work)).flags.map(({ tier, headline }) => `${tier} ${headline}`);
const planOf = (work: AtWork) => asActor(work.therapist.token, (tx) => readCouplePlan(tx, work.couple.coupleId));
const outcomes = async (work: AtWork) =>
  (
    await database.owner.query<{ outcome: string | null }>(
      `select outcome from flags where couple_id = $1 and reason = 'change' order by raised_at`,
      [work.couple.coupleId],
    )
  ).rows.map(({ outcome }) => outcome);
const settle = (work: AtWork, flagIds: string[], outcome: string, token = work.therapist.token) =>
  asActor(token, (tx) =>
    settleFlag(tx, settleFlagInput.parse({ coupleId: work.couple.coupleId, flagIds: flagIds.join(','), outcome })),
  );

test.each([
  ['a yes with changes', CHANGES],
  ['something to leave out', { ...YES, leaveOut: 'Not about money' }],
  ['both', { ...CHANGES, leaveOut: 'Not about money' }],
  ['a no with something to leave out', { ...YES, wantThisWeek: 'Not now', leaveOut: 'Not about money' }],
])('rule 4: %s is one line on Today, in words without the answer', async (_, answers) => {
  const { work, step } = await asked(answers);
  expect(await flagsOf(database.owner, work.couple.first)).toEqual(['review change']);
  const [line] = (await today(work)).flags;
  expect([line!.headline, line!.tier, line!.changeOf, line!.times]).toEqual([LINE, 'review', step, 1]);
  expect(JSON.stringify(line)).not.toMatch(/money|with changes/);
});

test('rule 4: a plain yes, a no, and what each does alone raise none', async () => {
  const { work, step } = await asked(YES);
  await answer(work.couple.second, step, { ...YES, wantThisWeek: 'No' });
  const alone = await assign(work, 'S05');
  await nextDay(work);
  await answer(work.couple.first, alone, YES_ALONE);
  expect(await lines(work)).toEqual([]);
});

test('rule 4: it folds with no other line: not with other answers, nor with a change of another step', async () => {
  const { work } = await asked({ ...CHANGES, stopAllRight: 'Not sure' });
  const other = await assign(work, 'S12');
  await nextDay(work);
  await answer(work.couple.first, other, CHANGES);
  await database.owner.query(
    `insert into flags (practice_id, couple_id, partner_id, tier, source, reason) values ($1, $2, $3, 'review', 'checkIn', 'pain')`,
    [work.practice.practiceId, work.couple.coupleId, work.couple.first.partnerId],
  );
  expect(await lines(work)).toEqual([
    'talk Talk with A.E. alone',
    `review ${LINE}`,
    'review A.E. asked for a change in “Notice and thank”',
    'review Read the answers of A.E.',
  ]);
});

test('rule 4: the answer itself stands behind the line, on the plan and beside the conditions, for the care team alone', async () => {
  const { work, step } = await asked();
  const { flags, stages } = await planOf(work);
  expect(flags.map(({ headline, asked: said }) => [headline, said.map((one) => one.answer)])).toEqual([
    [LINE, ['Yes, with changes', 'Not about money']],
  ]);
  expect(stages[0]!.steps[0]!.changes).toBe('unmerged');
  const { first, second } = work.couple;
  const outside = await makeStaff(database.owner, work.practice);
  for (const { token } of [first, second, outside])
    await expect(settle(work, flags[0]!.ids, 'declined', token)).rejects.toMatchObject({ name: 'NotFound' });
  expect((await asActor(outside.token, readToday)).flags).toEqual([]);
  expect(await outcomes(work)).toEqual([null]);
  expect(step).toBe(flags[0]!.changeOf);
});

test('rule 4: merging settles the line of whoever asked', async () => {
  const { work, step } = await asked();
  await answer(work.couple.second, step, CHANGES);
  expect(await lines(work)).toHaveLength(2);
  await asActor(work.therapist.token, (tx) =>
    changeTerms(
      tx,
      changeTermsInput.parse({ coupleId: work.couple.coupleId, assignmentId: step, conditions: 'Another topic first' }),
    ),
  );
  expect(await lines(work)).toEqual([]);
  expect(await outcomes(work)).toEqual(['merged', 'merged']);
});

test('rule 4: left as it is, the line is settled, nothing is written to the plan, and only such a line can be', async () => {
  const { work, step } = await asked({ ...CHANGES, stopAllRight: 'No' });
  const flags = (await planOf(work)).flags;
  const ids = flags.flatMap((line) => line.ids);
  await settle(work, ids, 'declined');
  expect(await lines(work)).toEqual(['safety Talk with A.E. alone']);
  expect((await planOf(work)).stages[0]!.steps[0]!.changes).toBe('declined');
  const sheet = await asActor(work.therapist.token, (tx) =>
    readTermsSheet(tx, { coupleId: work.couple.coupleId, assignmentId: step }),
  );
  expect(sheet.changes.map(({ standing, flagIds }) => [standing, flagIds])).toEqual([['declined', []]]);
  expect(sheet.terms.conditions).toEqual([]);
});

test('rule 4: answered anew, the earlier line is gone; the new answer decides whether there is one', async () => {
  const { work, step } = await asked();
  await nextDay(work, 7);
  await answer(work.couple.first, step, CHANGES);
  expect(await lines(work)).toEqual([`review ${LINE}`]);
  expect(await outcomes(work)).toEqual(['outdated', null]);
  await nextDay(work, 7);
  await answer(work.couple.first, step, YES);
  expect(await lines(work)).toEqual([]);
});

test('nobody’s answer settles a line of the other', async () => {
  const { work, step } = await asked();
  await answer(work.couple.second, step, YES);
  expect(await lines(work)).toEqual([`review ${LINE}`]);
});

test.each(['finish.whole', 'retire'])('a step that is over (%s) asks for nothing any more', async (what) => {
  const { work, step } = await asked();
  await act(work, step, what);
  expect(await lines(work)).toEqual([]);
  expect(await outcomes(work)).toEqual(['outdated']);
});
