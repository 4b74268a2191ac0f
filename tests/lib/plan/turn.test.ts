// What opens and closes a step, and when each partner finds it so (rules 3 and 4).
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { NotFound } from '@/lib/errors';
import { withdrawConsent } from '@/lib/consents/withdraw-consent';
import { actOnStep } from '@/lib/plan/act-on-step';
import { useFreshDatabase } from '../../support/database';
import { makeAssignment, makeStaff } from '../../support/people';
import {
  act,
  actOnWhole,
  answer,
  assign,
  bothSee,
  beginWork,
  markDone,
  nextDay,
  refusalOf,
  sees,
  withoutRestDays,
  YES,
} from './plan-in-test';

const database = useFreshDatabase();
beforeAll(() => withoutRestDays(database.owner));

/** A step done together that both said yes to yesterday and that waits for the therapist. */
async function wantedByBoth(code = 'S12') {
  const work = await beginWork(database.owner);
  const step = await makeAssignment(work.owner, work.practice, work.couple, work.therapist, code, {
    opensWhenBothYes: false,
  });
  await nextDay(work);
  await answer(work.couple.first, step);
  await answer(work.couple.second, step);
  await nextDay(work);
  return { work, step };
}

describe('rule 3: the other sees a change only at the turn', () => {
  test('an assigned step is found at the next turn, by both, and asks each of them', async () => {
    const work = await beginWork(database.owner);
    const step = await assign(work, 'S12');
    expect(await bothSee(work, step)).toEqual(['closed', 'closed']);
    await nextDay(work);
    expect(await bothSee(work, step)).toEqual(['asked', 'asked']);
  });

  test('in a joint session both are asked at once', async () => {
    const work = await beginWork(database.owner);
    await bothSee(work, work.couple.coupleId); // today's sheets are drawn already
    const step = await assign(work, 'S12', { isImmediate: 'yes' });
    expect(await bothSee(work, step)).toEqual(['asked', 'asked']);
  });

  test('a release reaches both only at the turn', async () => {
    const { work, step } = await wantedByBoth();
    await act(work, step, 'release.whole');
    expect(await bothSee(work, step)).toEqual(['closed', 'closed']);
    await nextDay(work);
    expect(await bothSee(work, step)).toEqual(['open', 'open']);
  });

  test('a release in a joint session opens for both at once', async () => {
    const { work, step } = await wantedByBoth();
    expect(await bothSee(work, step)).toEqual(['closed', 'closed']);
    await act(work, step, 'releaseAtOnce.whole');
    expect(await bothSee(work, step)).toEqual(['open', 'open']);
    await nextDay(work);
    expect(await bothSee(work, step)).toEqual(['open', 'open']);
  });

  test('a release in a joint session is refused while a yes is missing, and says whose', async () => {
    const work = await beginWork(database.owner);
    const step = await makeAssignment(work.owner, work.practice, work.couple, work.therapist, 'S12', {
      opensWhenBothYes: false,
    });
    await nextDay(work);
    await answer(work.couple.first, step);
    expect(await refusalOf(act(work, step, 'releaseAtOnce.whole'))).toContain('a yes of Bo Sample is missing');
    expect(await bothSee(work, step)).toEqual(['closed', 'asked']);
  });

  test('a step of low intensity opens by itself at the turn after the second yes, and not before', async () => {
    const work = await beginWork(database.owner);
    const step = await assign(work, 'S12');
    await nextDay(work);
    await answer(work.couple.first, step);
    await nextDay(work);
    expect(await bothSee(work, step)).toEqual(['closed', 'asked']);
    await answer(work.couple.second, step);
    expect(await bothSee(work, step)).toEqual(['closed', 'closed']);
    await nextDay(work);
    expect(await bothSee(work, step)).toEqual(['open', 'open']);
  });

  test('a hold closes at the next turn, and lifting it opens at the one after', async () => {
    const { work, step } = await wantedByBoth();
    await act(work, step, 'releaseAtOnce.whole');
    for (const [hold, lift] of [
      [() => act(work, step, 'hold'), () => act(work, step, 'liftHold')],
      [() => actOnWhole(work, 'hold'), () => actOnWhole(work, 'liftHold')],
    ] as const) {
      await hold();
      expect(await bothSee(work, step)).toEqual(['open', 'open']);
      await nextDay(work);
      expect(await bothSee(work, step)).toEqual(['closed', 'closed']);
      await lift();
      expect(await bothSee(work, step)).toEqual(['closed', 'closed']);
      await nextDay(work);
      expect(await bothSee(work, step)).toEqual(['open', 'open']);
    }
  });

  test('closing it for both now, the last resort, reaches both at once and stays', async () => {
    const { work, step } = await wantedByBoth();
    await act(work, step, 'releaseAtOnce.whole');
    await act(work, step, 'closeForBoth');
    expect(await bothSee(work, step)).toEqual(['closed', 'closed']);
    await nextDay(work);
    expect(await bothSee(work, step)).toEqual(['closed', 'closed']);
    expect(await refusalOf(act(work, step, 'release.whole'))).toContain('on hold');
  });

  test('what is done and what is taken off the plan leave at the turn', async () => {
    const { work, step } = await wantedByBoth();
    const other = await assign(work, 'S13');
    await act(work, step, 'releaseAtOnce.whole');
    await nextDay(work);
    await act(work, step, 'finish.whole');
    await act(work, other, 'retire');
    expect(await bothSee(work, step)).toEqual(['open', 'open']);
    expect(await bothSee(work, other)).toEqual(['asked', 'asked']);
    await nextDay(work);
    expect(await bothSee(work, step)).toEqual(['closed', 'closed']);
    expect(await bothSee(work, other)).toEqual(['closed', 'closed']);
    expect(await refusalOf(act(work, step, 'finish.whole'))).toContain('done already');
  });

  test('a wrong assignment taken back before the turn was never there for a partner', async () => {
    const work = await beginWork(database.owner);
    const step = await assign(work, 'S12');
    await act(work, step, 'retire');
    expect(await bothSee(work, step)).toEqual(['closed', 'closed']);
    await nextDay(work);
    expect(await bothSee(work, step)).toEqual(['closed', 'closed']);
  });
});

describe('rule 4: an open step takes the yes of each, given alone', () => {
  test('from intensity 3 a yes holds for a week, then it is asked again', async () => {
    const { work, step } = await wantedByBoth('S17');
    await markDone(work, 'S16');
    await act(work, step, 'releaseAtOnce.whole');
    await nextDay(work, 5);
    expect(await bothSee(work, step)).toEqual(['open', 'open']);
    await nextDay(work);
    expect(await bothSee(work, step)).toEqual(['asked', 'asked']);
    await answer(work.couple.first, step);
    await answer(work.couple.second, step);
    await nextDay(work);
    expect(await bothSee(work, step)).toEqual(['open', 'open']);
  });

  test('from intensity 4 the therapist’s release holds for a week too', async () => {
    const { work, step } = await wantedByBoth('S21');
    await nextDay(work, 3);
    await work.owner.query(
      `insert into plan_events (practice_id, couple_id, kind, assignment_id, unit, staff_member_id) values ($1, $2, 'released', $3, 'whole', $4)`,
      [work.practice.practiceId, work.couple.coupleId, step, work.therapist.staffMemberId],
    );
    await nextDay(work);
    expect(await bothSee(work, step)).toEqual(['open', 'open']);
    await nextDay(work, 2);
    for (const partner of work.couple.partners) await answer(partner, step);
    await nextDay(work, 3);
    expect(await bothSee(work, step)).toEqual(['open', 'open']);
    await nextDay(work);
    expect(await bothSee(work, step)).toEqual(['closed', 'closed']);
  });

  test('a no closes it until a fresh yes of that person and then a release', async () => {
    const { work, step } = await wantedByBoth();
    await act(work, step, 'releaseAtOnce.whole');
    await nextDay(work);
    await asActor(work.couple.second.token, (tx) => withdrawConsent(tx, { assignmentId: step, unit: 'whole' }));
    expect(await bothSee(work, step)).toEqual(['open', 'closed']);
    await nextDay(work);
    expect(await bothSee(work, step)).toEqual(['closed', 'closed']);
    expect(await refusalOf(act(work, step, 'release.whole'))).toContain('after a fresh yes from Bo Sample');

    await nextDay(work, 7);
    expect(await sees(work.couple.second, step)).toBe('asked');
    await answer(work.couple.second, step);
    await nextDay(work);
    expect(await bothSee(work, step), 'a fresh yes alone opens nothing').toEqual(['closed', 'closed']);
    await act(work, step, 'release.whole');
    await nextDay(work);
    expect(await bothSee(work, step)).toEqual(['open', 'open']);
  });

  test('a step that opens by itself does so no more once someone said no to it', async () => {
    const work = await beginWork(database.owner);
    const step = await assign(work, 'S12');
    await nextDay(work);
    await answer(work.couple.first, step);
    await answer(work.couple.second, step, { ...YES, wantThisWeek: 'Not now' });
    await nextDay(work, 8);
    await answer(work.couple.second, step);
    await nextDay(work);
    expect(await bothSee(work, step)).toEqual(['closed', 'closed']);
    await act(work, step, 'release.whole');
    await nextDay(work);
    expect(await bothSee(work, step)).toEqual(['open', 'open']);
  });
});

describe('who may act on a plan', () => {
  test('a therapist outside the care team and a partner find no plan', async () => {
    const { work, step } = await wantedByBoth();
    const stranger = await makeStaff(work.owner, work.practice, ['therapist']);
    const input = {
      coupleId: work.couple.coupleId,
      assignmentId: step,
      act: 'release' as const,
      unit: 'whole' as const,
    };
    for (const { token } of [stranger, work.couple.first])
      await expect(asActor(token, (tx) => actOnStep(tx, input))).rejects.toBeInstanceOf(NotFound);
    await nextDay(work);
    expect(await bothSee(work, step)).toEqual(['closed', 'closed']);
  });
});
