// Rule 13: shared work ends quietly, at the turn, and opens again only with fresh consent and a release.
import { expect, test, beforeAll } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { endWork, reopenWork } from '@/lib/endings/end-work';
import { endWorkInput } from '@/lib/endings/schema';
import { readHistory } from '@/lib/history/read-history';
import { readMyDay } from '@/lib/my-day/open-my-day';
import { pause } from '@/lib/pauses/pause';
import { readCouplePlan } from '@/lib/plan/read-couple-plan';
import { useFreshDatabase } from '@/tests/support/database';
import { makeStaff } from '@/tests/support/people';
import {
  act,
  actOnWhole,
  answer,
  assign,
  type AtWork,
  beginWork,
  bothSee,
  nextDay,
  refusalOf,
  sees,
  withoutRestDays,
  YES,
  YES_ALONE,
} from './plan-in-test';

const database = useFreshDatabase();
beforeAll(() => withoutRestDays(database.owner));

const WRITTEN = { reason: 'oneStopped', words: 'They said so together', summary: 'Came for closeness; stays apart' };
const end = (work: AtWork, sent: Record<string, unknown> = WRITTEN, token = work.therapist.token) =>
  asActor(token, (tx) => endWork(tx, endWorkInput.parse({ coupleId: work.couple.coupleId, ...sent })));
const reopen = (work: AtWork, token = work.therapist.token) =>
  asActor(token, (tx) => reopenWork(tx, { coupleId: work.couple.coupleId }));

/** Two steps that are open: one for both, one that the first does alone. */
async function openWork() {
  const work = await beginWork(database.owner);
  const shared = await assign(work, 'S12');
  const alone = await assign(work, 'S05');
  await nextDay(work);
  for (const partner of work.couple.partners) await answer(partner, shared);
  for (const partner of work.couple.partners) await answer(partner, alone, YES_ALONE);
  await nextDay(work);
  expect(await bothSee(work, shared)).toEqual(['open', 'open']);
  return { work, shared, alone };
}

test('until the turn no byte of either page changes; after it everything is closed, alone or shared', async () => {
  const { work, shared, alone } = await openWork();
  expect(await sees(work.couple.first, alone)).toBe('open');
  const days = () =>
    Promise.all(
      work.couple.partners.map(({ token }) => asActor(token, async (tx) => JSON.stringify(await readMyDay(tx)))),
    );
  const before = await days();
  await end(work);
  expect(await days()).toEqual(before);
  await nextDay(work);
  expect(await bothSee(work, shared)).toEqual(['closed', 'closed']);
  expect(await bothSee(work, alone)).toEqual(['closed', 'closed']);
});

test('the day after it ended reads as the day after a pause of the other: nothing says why', async () => {
  const ended = await openWork();
  const paused = await openWork();
  await end(ended.work);
  await asActor(paused.work.couple.first.token, pause);
  await nextDay(ended.work, 3);
  const open = async ({ work }: typeof ended) =>
    (await asActor(work.couple.second.token, readMyDay)).units.filter(({ isAlone }) => !isAlone);
  expect(await open(ended)).toEqual([]);
  expect(await open(paused)).toEqual([]);
});

test('the plan is not changed while work has ended: each act is refused with a clear sentence', async () => {
  const { work, shared } = await openWork();
  await end(work);
  const sentence = 'Work with this couple has ended, so the plan stays as it is. Reopen it on the tab History first.';
  expect(await refusalOf(act(work, shared, 'hold'))).toBe(sentence);
  expect(await refusalOf(actOnWhole(work, 'hold'))).toBe(sentence);
  expect(await refusalOf(assign(work, 'S13'))).toBe(sentence);
  expect(await refusalOf(end(work))).toMatch(/^Work with this couple has ended already/);
});

test('reopened, nothing opens by itself: each is asked anew, and what is shared waits for a release too', async () => {
  const { work, shared, alone } = await openWork();
  await end(work);
  await nextDay(work);
  await reopen(work);
  expect(await bothSee(work, shared)).toEqual(['closed', 'closed']);
  await nextDay(work);
  expect(await bothSee(work, shared)).toEqual(['asked', 'asked']);
  expect(await sees(work.couple.first, alone)).toBe('asked');
  expect(await refusalOf(act(work, shared, 'release.whole'))).toContain('after a fresh yes');
  for (const partner of work.couple.partners) await answer(partner, shared, YES);
  await nextDay(work);
  expect(await bothSee(work, shared)).toEqual(['closed', 'closed']);
  await act(work, shared, 'release.whole');
  await nextDay(work);
  expect(await bothSee(work, shared)).toEqual(['open', 'open']);
  expect(await refusalOf(reopen(work))).toBe('Work with this couple is open already.');
});

test('the reason and the closing summary lie sealed; the care team reads them with what happened', async () => {
  const { work } = await openWork();
  await end(work);
  const kept = await database.owner.query<{ text: string; status: string; is_dated: boolean }>(
    `select encode(e.record, 'escape') as text, c.status, c.ended_at is not null as is_dated
       from endings e join couples c on c.id = e.couple_id where c.id = $1`,
    [work.couple.coupleId],
  );
  expect(kept.rows[0]).toMatchObject({ status: 'ended', is_dated: true });
  expect(kept.rows[0]!.text).not.toContain('closeness');
  const read = await asActor(work.therapist.token, (tx) => readHistory(tx, work.couple.coupleId, undefined));
  expect(read.endings).toEqual([expect.objectContaining({ ...WRITTEN, by: 'Tess Example' })]);
  expect(read.days[0]!.entries[0]).toMatchObject({ sentence: 'Work was ended.', by: 'Tess Example' });
});

test('only the care team ends or reopens, and a summary has to be written', async () => {
  const { work } = await openWork();
  const outsider = await makeStaff(database.owner, work.practice, ['therapist', 'practiceAdmin']);
  for (const token of [outsider.token, work.couple.first.token]) {
    await expect(end(work, WRITTEN, token)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(reopen(work, token)).rejects.toMatchObject({ name: 'NotFound' });
  }
  expect(endWorkInput.safeParse({ coupleId: work.couple.coupleId, reason: 'other', summary: '  ' }).success).toBe(
    false,
  );
});

test('once it has ended, the plan’s page offers no act that would be refused, and no next step', async () => {
  const { work, shared, alone } = await openWork();
  await act(work, alone, 'finish.whole');
  const read = () => asActor(work.therapist.token, (tx) => readCouplePlan(tx, work.couple.coupleId));
  const offered = async () => {
    const { suggestion, stages, done } = await read();
    const steps = stages.flatMap((stage) => stage.steps);
    expect(steps.map(({ id }) => id)).toEqual([shared]);
    return {
      acts: steps.flatMap(({ units, more }) => [...units.flatMap(({ acts }) => acts), ...more]).length,
      hrefs: [...steps.flatMap(({ easier, changeHref }) => [easier, changeHref]), ...done.map((one) => one.repeatHref)],
      hasNext: suggestion !== null,
      words: steps.flatMap(({ units }) => units.flatMap(({ status, unmet }) => [status?.words, status?.next, unmet])),
    };
  };
  const before = await offered();
  expect(before.acts).toBeGreaterThan(0);
  expect(before.hrefs).not.toContain(null);
  expect(before.hasNext).toBe(true);
  await end(work);
  const after = await offered();
  expect(after).toEqual({ acts: 0, hrefs: [null, null, null], hasNext: false, words: ['Ended', '', ''] });
  await reopen(work);
  expect((await offered()).acts).toBeGreaterThan(0);
});
