import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { listCaseloadRows } from '@/db/queries/lists/caseload';
import { listPartnersWaiting } from '@/db/queries/lists/today';
import { Refusal } from '@/lib/errors';
import { pause } from '@/lib/pauses/pause';
import { takeBackPause } from '@/lib/pauses/take-back-pause';
import { makeAssignment } from '../../support/people';
import { useDatabase } from '../../support/database';
import {
  bytesOf,
  type CoupleAtHome,
  coupleAtHome,
  dayOf,
  eventsOf,
  flagsOf,
  nextDay,
  openFor,
  titles,
} from '../../support/partner-day';

const database = useDatabase();

const lift = (at: CoupleAtHome) =>
  database.owner.query(
    `insert into plan_events (practice_id, couple_id, kind, partner_id, staff_member_id) values ($1, $2, 'pauseLifted', $3, $4)`,
    [at.practice.practiceId, at.couple.coupleId, at.first.partnerId, at.therapist.staffMemberId],
  );

/** What the own day, the plan at the next turn, the therapist's Today and the caseload say of it. */
async function whoPaused(at: CoupleAtHome) {
  const { token } = at.therapist;
  const { coupleId } = at.couple;
  const { rows } = await database.owner.query<{ id: string }>(
    `select distinct s.partner_id as id from plan.state_at($1, auth.now() + interval '1 day', auth.now()) s where s.is_paused`,
    [coupleId],
  );
  const waiting = await asActor(token, listPartnersWaiting);
  const all = {
    state: null,
    stage: null,
    search: '',
    sort: 'couple',
    isDescending: false,
    limit: 50,
    offset: 0,
  } as const;
  const caseload = await asActor(token, (tx) => listCaseloadRows(tx, all));
  return {
    ownDay: (await dayOf(at.first)).pause,
    plan: rows.map(({ id }) => id),
    today: waiting.filter(({ pausedAt }) => pausedAt !== null).length,
    caseload: caseload.rows.some(({ id, isPaused }) => id === coupleId && isPaused),
  };
}

const OPEN = ['One speaks, one reflects: open'];

describe('rule 5: pause is one tap', () => {
  test('closes one’s own view at once and the other’s only at the turn, and asks the therapist to talk', async () => {
    const at = await coupleAtHome(database.owner);
    await openFor(database.owner, at, 'S06');
    const before = await bytesOf(at.second);
    expect(await asActor(at.first.token, pause)).toEqual({ redirectTo: '/paused' });
    expect(titles(await dayOf(at.first))).toEqual([]);
    expect(await bytesOf(at.second)).toBe(before);
    expect(await flagsOf(database.owner, at.first)).toEqual(['talk pause']);
    await nextDay(database.owner);
    expect(titles(await dayOf(at.second))).toEqual([]);
    expect((await dayOf(at.second)).pause).toBeNull();
  });

  test('what one does alone stays', async () => {
    const at = await coupleAtHome(database.owner);
    await makeAssignment(database.owner, at.practice, at.couple, at.therapist, 'S05');
    await openFor(database.owner, at, 'S06');
    await asActor(at.first.token, pause);
    expect(titles(await dayOf(at.first))).toEqual(['Steadying: asked']);
    await nextDay(database.owner);
    expect(titles(await dayOf(at.first))).toEqual(['Steadying: asked']);
  });

  test('pressed again on the same day it changes nothing', async () => {
    const at = await coupleAtHome(database.owner);
    await openFor(database.owner, at, 'S06');
    for (let presses = 0; presses < 3; presses++) await asActor(at.first.token, pause);
    expect((await eventsOf(database.owner, at.first)).filter((kind) => kind === 'paused')).toHaveLength(1);
    expect(await flagsOf(database.owner, at.first)).toEqual(['talk pause']);
  });

  test('rule 7: pressed on one that stands it is recorded, and can be taken back as any other; the earlier one goes on', async () => {
    const at = await coupleAtHome(database.owner);
    await openFor(database.owner, at, 'S06');
    await asActor(at.first.token, pause);
    await nextDay(database.owner);
    expect((await dayOf(at.first)).pause).toBe('standing');
    expect(await asActor(at.first.token, pause)).toEqual({ redirectTo: '/paused' });
    expect((await dayOf(at.first)).pause).toBe('today');
    expect(await flagsOf(database.owner, at.first)).toEqual(['talk pause', 'talk pause']);
    await asActor(at.first.token, takeBackPause);
    expect(await whoPaused(at)).toEqual({ ownDay: 'standing', plan: [at.first.partnerId], today: 1, caseload: true });
    await nextDay(database.owner);
    expect(await whoPaused(at)).toEqual({ ownDay: 'standing', plan: [at.first.partnerId], today: 1, caseload: true });
    expect(titles(await dayOf(at.first))).toEqual([]);
    expect(titles(await dayOf(at.second))).toEqual([]);
    await lift(at);
    await nextDay(database.owner);
    expect(await whoPaused(at)).toEqual({ ownDay: null, plan: [], today: 0, caseload: false });
  });

  test('taken back, it never was for any list that knows of pauses', async () => {
    const at = await coupleAtHome(database.owner);
    await openFor(database.owner, at, 'S06');
    await asActor(at.first.token, pause);
    expect(await whoPaused(at)).toEqual({ ownDay: 'today', plan: [at.first.partnerId], today: 1, caseload: true });
    await asActor(at.first.token, takeBackPause);
    expect(await whoPaused(at)).toEqual({ ownDay: null, plan: [], today: 0, caseload: false });
  });

  test('rule 7: taking back answers the same whether an earlier one stands or none ever was', async () => {
    const [paused, never] = [await coupleAtHome(database.owner), await coupleAtHome(database.owner)];
    await asActor(paused.first.token, pause);
    await nextDay(database.owner);
    const said = await Promise.all(
      [paused, never].map(({ first }) =>
        asActor(first.token, takeBackPause).then(
          () => 'done',
          (error: Error) => error.message,
        ),
      ),
    );
    expect(said[0]).toMatch(/until the early morning/);
    expect(said[1]).toBe(said[0]);
  });

  test('can be taken back until the turn, unseen by the other, seen by the therapist', async () => {
    const at = await coupleAtHome(database.owner);
    await openFor(database.owner, at, 'S06');
    const before = await bytesOf(at.second);
    await asActor(at.first.token, pause);
    await asActor(at.first.token, takeBackPause);
    expect(titles(await dayOf(at.first))).toEqual(OPEN);
    expect(await bytesOf(at.second)).toBe(before);
    expect(await flagsOf(database.owner, at.first)).toEqual(['talk pause', 'talk pauseTakenBack']);
  });

  test('after the turn only the therapist ends it', async () => {
    const at = await coupleAtHome(database.owner);
    await openFor(database.owner, at, 'S06');
    await asActor(at.first.token, pause);
    await nextDay(database.owner);
    await expect(asActor(at.first.token, takeBackPause)).rejects.toThrow(Refusal);
    expect((await dayOf(at.first)).pause).toBe('standing');
  });

  test('pressed on the day the therapist ended it, it is a new pause', async () => {
    const at = await coupleAtHome(database.owner);
    await openFor(database.owner, at, 'S06');
    await asActor(at.first.token, pause);
    await nextDay(database.owner);
    await lift(at);
    await asActor(at.first.token, pause);
    await nextDay(database.owner);
    expect((await dayOf(at.first)).pause).toBe('standing');
    expect(titles(await dayOf(at.second))).toEqual([]);
  });
});
