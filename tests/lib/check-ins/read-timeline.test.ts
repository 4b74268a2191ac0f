// What the care team reads of what each partner gave.
import { beforeAll, expect, test, vi } from 'vitest';
import { asActor, type ActorTx } from '@/db/access/as-actor';
import { readTimeline } from '@/lib/check-ins/read-timeline';
import { sendCheckIn } from '@/lib/check-ins/send-check-in';
import { NotFound } from '@/lib/errors';
import { readCouplePlan } from '@/lib/plan/read-couple-plan';
import { useFreshDatabase } from '../../support/database';
import { makeStaff } from '../../support/people';
import { answer, assign, beginWork, markDone, nextDay, withoutRestDays } from '../plan/plan-in-test';

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

test('every answer is read exactly once, the newest first, whatever the page', async () => {
  const { work } = await checkedIn(24);
  const { coupleId } = work.couple;
  const seen: string[] = [];
  let before: string | undefined;
  for (let pages = 0; pages < 10; pages += 1) {
    const timeline = await asActor(work.therapist.token, (tx) => readTimeline(tx, coupleId, before));
    seen.push(...timeline.entries.map(({ id }) => id));
    if (!timeline.olderHref) break;
    before = decodeURIComponent(timeline.olderHref.split('before=')[1]!);
  }
  const { rows } = await work.owner.query<{ id: string }>(
    'select id from check_ins where couple_id = $1 order by sent_at desc, id desc',
    [coupleId],
  );
  expect(rows).toHaveLength(48);
  expect(seen).toEqual(rows.map(({ id }) => id));
});

test('answers stand in the order they were asked, and those about safety are marked as never joint', async () => {
  const { work } = await checkedIn(1);
  const { entries } = await asActor(work.therapist.token, (tx) => readTimeline(tx, work.couple.coupleId, undefined));
  expect(entries[0]!.answers).toEqual([
    { ask: 'How was it for you?', answer: '0 of 10', isNeverJoint: false },
    { ask: 'Did you feel free to stop or say no?', answer: 'Yes', isNeverJoint: true },
    { ask: 'Was any of it hard to say or to hear?', answer: 'A little', isNeverJoint: false },
  ]);
  expect(entries[0]!.audience).toBe('For you alone · limited secrets');
});

test('reading is noted once for each person it concerns; nobody else may read', async () => {
  const { work } = await checkedIn(1);
  const { coupleId, partners } = work.couple;
  await asActor(work.therapist.token, (tx) => readTimeline(tx, coupleId, undefined));
  await asActor(work.therapist.token, (tx) => readTimeline(tx, coupleId, undefined));
  const { rows } = await work.owner.query<{ who: string }>(
    `select concerns_partner_id as who from audit_events where couple_id = $1 and record_kind = 'checkIns'`,
    [coupleId],
  );
  expect(rows.map(({ who }) => who).sort()).toEqual(partners.map(({ partnerId }) => partnerId).sort());
  const stranger = await makeStaff(work.owner, work.practice, ['therapist', 'practiceAdmin', 'scheduler']);
  for (const { token } of [stranger, work.couple.first]) {
    await expect(asActor(token, (tx) => readTimeline(tx, coupleId, undefined))).rejects.toBeInstanceOf(NotFound);
    await expect(asActor(token, (tx) => readCouplePlan(tx, coupleId))).rejects.toBeInstanceOf(NotFound);
  }
});

test('an address with a place that is none is not found', async () => {
  const { work } = await checkedIn(0);
  for (const before of ['x', '2026-11-24T00:00:00Z~x', "'; drop table check_ins; --", ['a', 'b']])
    await expect(
      asActor(work.therapist.token, (tx) => readTimeline(tx, work.couple.coupleId, before)),
    ).rejects.toBeInstanceOf(NotFound);
});

test('the couple’s page takes at most ten statements, however much is on the plan', async () => {
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
  expect(count).toBeGreaterThan(3);
  expect(count).toBeLessThanOrEqual(10);
});
