import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { Refusal } from '@/lib/errors';
import { pause } from '@/lib/pauses/pause';
import { takeBackPause } from '@/lib/pauses/take-back-pause';
import { makeAssignment } from '../../support/people';
import { useDatabase } from '../../support/database';
import { bytesOf, coupleAtHome, dayOf, eventsOf, flagsOf, nextDay, openFor, titles } from '../../support/partner-day';

const database = useDatabase();
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

  test('pressed again it changes nothing', async () => {
    const at = await coupleAtHome(database.owner);
    await openFor(database.owner, at, 'S06');
    for (let presses = 0; presses < 3; presses++) await asActor(at.first.token, pause);
    await nextDay(database.owner);
    expect(await asActor(at.first.token, pause)).toEqual({ redirectTo: '/paused' });
    expect((await eventsOf(database.owner, at.first)).filter((kind) => kind === 'paused')).toHaveLength(1);
    expect(await flagsOf(database.owner, at.first)).toEqual(['talk pause']);
    expect((await dayOf(at.first)).pause).toBe('standing');
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
    await database.owner.query(
      `insert into plan_events (practice_id, couple_id, kind, partner_id, staff_member_id) values ($1, $2, 'pauseLifted', $3, $4)`,
      [at.practice.practiceId, at.couple.coupleId, at.first.partnerId, at.therapist.staffMemberId],
    );
    await asActor(at.first.token, pause);
    await nextDay(database.owner);
    expect((await dayOf(at.first)).pause).toBe('standing');
    expect(titles(await dayOf(at.second))).toEqual([]);
  });
});
