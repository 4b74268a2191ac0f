// What stops shared steps, and that only the therapist lets them begin again (rules 5 and 11).
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { listFlags } from '@/lib/flags/list-flags';
import { settleFlag } from '@/lib/flags/settle-flag';
import { pause } from '@/lib/pauses/pause';
import { takeBackPause } from '@/lib/pauses/take-back-pause';
import { useFreshDatabase } from '../../support/database';
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

/** One step open for both, one asked of both, and one that each does alone. */
async function openForBoth() {
  const work = await beginWork(database.owner);
  const open = await assign(work, 'S12');
  const asked = await assign(work, 'S13');
  const alone = await assign(work, 'S05');
  await nextDay(work);
  for (const partner of work.couple.partners) {
    await answer(partner, open);
    await answer(partner, alone, YES_ALONE);
  }
  await nextDay(work);
  return { work, open, asked, alone };
}

const settle = (work: AtWork, flagIds: string[]) =>
  asActor(work.therapist.token, (tx) => settleFlag(tx, { coupleId: work.couple.coupleId, flagIds, outcome: 'talked' }));
const flagsOf = (work: AtWork) => asActor(work.therapist.token, (tx) => listFlags(tx, work.couple.coupleId));

describe('rule 5: a pause', () => {
  test('closes one’s own view at once and the other’s at the turn; what each does alone stays', async () => {
    const { work, open, alone } = await openForBoth();
    await asActor(work.couple.first.token, pause);
    expect(await bothSee(work, open)).toEqual(['closed', 'open']);
    await nextDay(work);
    expect(await bothSee(work, open)).toEqual(['closed', 'closed']);
    expect(await bothSee(work, alone)).toEqual(['open', 'open']);
  });

  test('that is taken back before the turn is never seen by the other; the care team sees both', async () => {
    const { work, open } = await openForBoth();
    await asActor(work.couple.first.token, pause);
    await asActor(work.couple.first.token, takeBackPause);
    expect(await bothSee(work, open)).toEqual(['open', 'open']);
    await nextDay(work);
    expect(await bothSee(work, open)).toEqual(['open', 'open']);
    const [line] = await flagsOf(work);
    expect(line?.raised.map(({ reason }) => reason).sort()).toEqual(['pause', 'pauseTakenBack']);
  });

  test('is ended by the therapist alone, and ending it opens nothing without a fresh yes and a release', async () => {
    const { work, open } = await openForBoth();
    await asActor(work.couple.first.token, pause);
    await nextDay(work);
    expect(await refusalOf(act(work, open, 'release.whole'))).toContain('Ada Example paused');
    await actOnWhole(work, 'liftPause', work.couple.first);
    expect(await refusalOf(act(work, open, 'release.whole'))).toContain('after a fresh yes from Ada Example');
    await nextDay(work);
    expect(await bothSee(work, open)).toEqual(['asked', 'closed']);
    await answer(work.couple.first, open);
    await nextDay(work);
    expect(await bothSee(work, open), 'a fresh yes alone opens nothing').toEqual(['closed', 'closed']);
    await act(work, open, 'release.whole');
    await nextDay(work);
    expect(await bothSee(work, open)).toEqual(['open', 'open']);
  });

  test('lifted for someone who is not paused is refused', async () => {
    const { work } = await openForBoth();
    expect(await refusalOf(actOnWhole(work, 'liftPause', work.couple.second))).toContain('Bo Sample is not paused');
  });
});

describe('rule 11: a worried answer', () => {
  test('holds every shared step from the next turn, and nothing that is done alone', async () => {
    const { work, open, asked, alone } = await openForBoth();
    await answer(work.couple.second, asked, { ...YES, ownChoice: 'Not really' });
    expect(await bothSee(work, open)).toEqual(['open', 'open']);
    await nextDay(work);
    expect(await bothSee(work, open)).toEqual(['closed', 'closed']);
    expect(await bothSee(work, alone)).toEqual(['open', 'open']);
    // Whom it was about changes nothing in what the other is asked.
    expect(await sees(work.couple.first, asked)).toBe('asked');
    expect(await refusalOf(act(work, open, 'release.whole'))).toContain('An answer of Bo Sample about safety is open');
  });

  test('that is settled opens nothing by itself: that takes a fresh yes and a release', async () => {
    const { work, open, asked } = await openForBoth();
    await answer(work.couple.second, asked, { ...YES, stopAllRight: 'No' });
    await nextDay(work);
    const lines = await flagsOf(work);
    expect(lines.map(({ tier }) => tier)).toEqual(['safety']);
    await settle(work, lines[0]!.ids);
    expect(await flagsOf(work)).toEqual([]);
    await nextDay(work);
    expect(await bothSee(work, open)).toEqual(['closed', 'asked']);
    expect(await refusalOf(act(work, open, 'release.whole'))).toContain('after a fresh yes from Bo Sample');
    await answer(work.couple.second, open);
    await nextDay(work);
    expect(await bothSee(work, open)).toEqual(['closed', 'closed']);
    await act(work, open, 'release.whole');
    await nextDay(work);
    expect(await bothSee(work, open)).toEqual(['open', 'open']);
  });

  test('keeps its hold until the last open one of that person is settled', async () => {
    const { work, open, asked } = await openForBoth();
    await answer(work.couple.second, asked, { ...YES, ownChoice: 'Not really', stopAllRight: 'No' });
    await nextDay(work);
    const [line] = await flagsOf(work);
    expect(line).toMatchObject({ tier: 'safety', times: 2, headline: 'Talk with B.S. alone' });
    await settle(work, [line!.ids[0]!]);
    expect(await refusalOf(act(work, open, 'release.whole'))).toContain('about safety is open');
    await settle(work, [line!.ids[1]!]);
    expect(await refusalOf(act(work, open, 'release.whole'))).not.toContain('about safety is open');
  });

  test('of the other person keeps its hold when one person’s is settled', async () => {
    const { work, open, asked } = await openForBoth();
    for (const partner of work.couple.partners) await answer(partner, asked, { ...YES, ownChoice: 'Not really' });
    await nextDay(work);
    const lines = await flagsOf(work);
    expect(lines).toHaveLength(2);
    await settle(work, lines.find(({ partner }) => partner.id === work.couple.first.partnerId)!.ids);
    const refused = await refusalOf(act(work, open, 'release.whole'));
    expect(refused).toContain('An answer of Bo Sample about safety is open');
    expect(refused).not.toContain('An answer of Ada Example');
  });
});
