// What the care team reads of what each partner gave.
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test, vi } from 'vitest';
import { asActor, type ActorTx } from '@/db/access/as-actor';
import { readTimeline } from '@/lib/check-ins/read-timeline';
import { sendCheckIn } from '@/lib/check-ins/send-check-in';
import { NotFound } from '@/lib/errors';
import { writeWords } from '@/lib/reflections/write-words';
import { readCouplePlan } from '@/lib/plan/read-couple-plan';
import { useFreshDatabase } from '../../support/database';
import { makeStaff } from '../../support/people';
import { answer, assign, type AtWork, beginWork, markDone, nextDay, withoutRestDays } from '../plan/plan-in-test';

const database = useFreshDatabase();
beforeAll(() => withoutRestDays(database.owner));

/** A couple that checked in on many days; the second partner wrote something, once for the therapist and once for both. */
async function checkedIn(days: number) {
  const work = await beginWork(database.owner);
  await markDone(work, 'S16', 'S15');
  const step = await assign(work, 'S12');
  await nextDay(work);
  for (const partner of work.couple.partners) await answer(partner, step);
  await nextDay(work);
  for (let day = 0; day < days; day += 1) {
    for (const partner of work.couple.partners)
      await asActor(partner.token, (tx) =>
        sendCheckIn(tx, {
          assignmentId: step,
          unit: 'whole',
          answers: { comfort: String(day % 11), freeToStop: 'Yes', hardToSayOrHear: 'A little' },
        }),
      );
    await nextDay(work);
  }
  return { work, step };
}

const read = (work: AtWork, asked: Parameters<typeof readTimeline>[2] = {}) =>
  asActor(work.therapist.token, (tx) => readTimeline(tx, work.couple.coupleId, asked));

test('every answer is read exactly once, the newest day first, whatever the page', async () => {
  const { work } = await checkedIn(27);
  const { coupleId } = work.couple;
  const seen: (string | null)[][] = [];
  let before: string | undefined;
  let pages = 0;
  for (; pages < 10; pages += 1) {
    const { occasions, olderHref } = await read(work, { before });
    seen.push(...occasions.map(({ lanes }) => lanes.map(({ id }) => id)));
    if (!olderHref) break;
    before = new URLSearchParams(olderHref.split('?')[1]).get('before')!;
  }
  const { rows } = await work.owner.query<{ ids: string[] }>(
    `select array_agg(k.id::text order by p.position) as ids from check_ins k join partners p on p.id = k.partner_id
      where k.couple_id = $1 group by k."on" order by k."on" desc`,
    [coupleId],
  );
  expect(pages).toBe(2);
  expect(rows).toHaveLength(27);
  expect(seen).toEqual(rows.map(({ ids }) => ids));
});

test('what both gave of one step on one day stands side by side, in the order asked; safety is marked as never joint', async () => {
  const { work } = await checkedIn(1);
  const { occasions } = await read(work);
  expect(occasions).toHaveLength(1);
  expect(occasions[0]!.lanes.map(({ partner }) => partner.place)).toEqual(['first', 'second']);
  expect(occasions[0]!.rows).toEqual([
    { ask: 'How was it for you?', answers: ['0 of 10', '0 of 10'], isNeverJoint: false },
    { ask: 'Did you feel free to stop or say no?', answers: ['Yes', 'Yes'], isNeverJoint: true },
    { ask: 'Was any of it hard to say or to hear?', answers: ['A little', 'A little'], isNeverJoint: false },
  ]);
  expect(occasions[0]!.lanes.map(({ audience }) => audience)).toEqual(Array(2).fill('For you alone · limited secrets'));
});

test('who gave nothing has an empty lane, who skipped a question an empty place, and who gave twice two lanes', async () => {
  const { work, step } = await checkedIn(0);
  const give = (answers: Record<string, string>) =>
    asActor(work.couple.second.token, (tx) => sendCheckIn(tx, { assignmentId: step, unit: 'whole', answers }));
  await give({ comfort: '4' });
  await give({ freeToStop: 'Yes' });
  const { occasions } = await read(work);
  expect(occasions[0]!.lanes.map(({ id, partner }) => [partner.place, id !== null])).toEqual([
    ['first', false],
    ['second', true],
    ['second', true],
  ]);
  expect(occasions[0]!.rows.map(({ answers }) => answers)).toEqual([
    [null, '4 of 10', null],
    [null, null, 'Yes'],
  ]);
});

test('words stand among the check-ins under their day, and alone of one step only that step’s are read', async () => {
  const { work, step } = await checkedIn(2);
  await asActor(work.couple.first.token, (tx) =>
    sendCheckIn(tx, { assignmentId: step, unit: 'whole', answers: { comfort: '4' } }),
  );
  await asActor(work.couple.first.token, (tx) => writeWords(tx, { audience: 'private', text: 'The cello.' }));
  const { occasions, steps } = await read(work);
  expect(occasions.map(({ kind }) => kind).toSorted()).toEqual(['checkIn', 'checkIn', 'checkIn', 'reflection']);
  expect(occasions.map(({ text }) => text)).toContain('The cello.');
  expect(steps.map(({ title }) => title)).toEqual([occasions.find(({ kind }) => kind === 'checkIn')!.step]);
  const ofStep = await read(work, { step: steps[0]!.id });
  expect(ofStep.occasions.map(({ kind }) => kind)).toEqual(['checkIn', 'checkIn', 'checkIn']);
  expect((await read(work, { step: randomUUID() })).occasions).toEqual([]);
});

test('reading is noted once for each person it concerns; nobody else may read', async () => {
  const { work } = await checkedIn(1);
  const { coupleId, partners } = work.couple;
  await asActor(work.therapist.token, (tx) => readTimeline(tx, coupleId));
  await asActor(work.therapist.token, (tx) => readTimeline(tx, coupleId));
  const { rows } = await work.owner.query<{ who: string }>(
    `select concerns_partner_id as who from audit_events where couple_id = $1 and record_kind = 'checkIns'`,
    [coupleId],
  );
  expect(rows.map(({ who }) => who).sort()).toEqual(partners.map(({ partnerId }) => partnerId).sort());
  const stranger = await makeStaff(work.owner, work.practice, ['therapist', 'practiceAdmin', 'scheduler']);
  for (const { token } of [stranger, work.couple.first]) {
    await expect(asActor(token, (tx) => readTimeline(tx, coupleId))).rejects.toBeInstanceOf(NotFound);
    await expect(asActor(token, (tx) => readCouplePlan(tx, coupleId))).rejects.toBeInstanceOf(NotFound);
  }
});

test('an address with a place that is none is not found', async () => {
  const { work } = await checkedIn(0);
  const id = randomUUID();
  for (const before of [
    'x',
    '2026-11-24~x~',
    `2026-13-41~${id}~whole`,
    `2026-02-30~${id}~whole`,
    "'; drop table check_ins; --",
    ['a', 'b'],
  ])
    await expect(read(work, { before }), String(before)).rejects.toBeInstanceOf(NotFound);
  for (const step of ['x', ['a', 'b'], "'; --"]) await expect(read(work, { step })).rejects.toBeInstanceOf(NotFound);
});

test('the couple’s page takes at most five statements, however much is on the plan', async () => {
  const { work, step } = await checkedIn(3);
  await assign(work, 'S13');
  await assign(work, 'S31', {}).catch(() => undefined);
  const count = await asActor(work.therapist.token, async (tx) => {
    const client = (tx as ActorTx & { db: { $client: { query: () => unknown } } }).db.$client;
    const query = vi.spyOn(client, 'query');
    const plan = await readCouplePlan(tx, work.couple.coupleId);
    expect(plan.stages.flatMap(({ steps }) => steps).map(({ id }) => id)).toContain(step);
    const asked = query.mock.calls.length;
    query.mockRestore();
    return asked;
  });
  expect(count).toBeGreaterThan(2);
  expect(count).toBeLessThanOrEqual(5);
});
