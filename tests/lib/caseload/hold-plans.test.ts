import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { holdPlans, liftFreshHolds } from '@/lib/caseload/hold-plans';
import { listCaseload } from '@/lib/caseload/list-caseload';
import { actOnPlan } from '@/lib/plan/act-on-plan';
import { readPlan } from '@/lib/plan/read-plan';
import { useFreshDatabase } from '../../support/database';
import { makeAssignment, makeCouple, makePractice, makeStaff, type StaffInTest } from '../../support/people';

// Its clock is moved.
const database = useFreshDatabase();

async function practiceWithCouples(count: number) {
  const practice = await makePractice(database.owner);
  const therapist = await makeStaff(database.owner, practice);
  const couples: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const couple = await makeCouple(database.owner, practice, therapist);
    await makeAssignment(database.owner, practice, couple, therapist, 'S02');
    couples.push(couple.coupleId);
  }
  return { practice, therapist, couples };
}

const hold = (who: StaffInTest, coupleIds: string[]) => asActor(who.token, (tx) => holdPlans(tx, { coupleIds }));
const lift = (who: StaffInTest, coupleIds: string[]) => asActor(who.token, (tx) => liftFreshHolds(tx, { coupleIds }));
const heldOf = async (who: StaffInTest) =>
  (await asActor(who.token, (tx) => listCaseload(tx, { state: 'held' }))).rows.map(({ id }) => id).toSorted();

describe('holding several plans', () => {
  test('holds each from its next turn, and the caseload shows it at once', async () => {
    const { therapist, couples } = await practiceWithCouples(3);
    const { message } = await hold(therapist, couples.slice(0, 2));
    expect(message).toBe('2 plans are on hold from the next turn.');
    expect(await heldOf(therapist)).toEqual(couples.slice(0, 2).toSorted());
    for (const id of couples) {
      const plan = await asActor(therapist.token, (tx) => readPlan(tx, id));
      expect(plan.ground.isPlanHeld).toBe(id !== couples[2]);
      expect(plan.states.next.some(({ isHeld, isAlone }) => isHeld && !isAlone)).toBe(id !== couples[2]);
      expect(plan.states.today.some(({ isHeld }) => isHeld)).toBe(false);
    }
  });

  test('leaves what is held, ended or not theirs as it is, and says so', async () => {
    const { practice, therapist, couples } = await practiceWithCouples(3);
    const colleague = await makeStaff(database.owner, practice);
    const foreign = await makeCouple(database.owner, practice, colleague);
    await database.owner.query(`update couples set status = 'ended' where id = $1`, [couples[1]]);
    await asActor(therapist.token, (tx) => actOnPlan(tx, { coupleId: couples[0]!, act: 'hold' }));
    const asked = [...couples, foreign.coupleId, randomUUID()];
    expect((await hold(therapist, asked)).message).toBe(
      '1 plan is on hold from the next turn. Left as they were: 1 is on hold already, 1 has ended, 2 are no longer in your caseload.',
    );
    expect(await heldOf(colleague)).toEqual([]);
    await expect(hold(therapist, asked)).rejects.toMatchObject({
      message: expect.stringContaining('Nothing was put on hold'),
    });
  });

  test('is undone until the turn for what that press held alone', async () => {
    const { therapist, couples } = await practiceWithCouples(3);
    await hold(therapist, [couples[0]!]);
    await hold(therapist, couples);
    await lift(therapist, couples);
    expect(await heldOf(therapist)).toEqual([couples[0]]);
    const plan = await asActor(therapist.token, (tx) => readPlan(tx, couples[1]!));
    expect(plan.states.next.some(({ isHeld }) => isHeld)).toBe(false);
  });

  test('can’t be undone by somebody else, nor once a turn has shown it', async () => {
    const { practice, therapist, couples } = await practiceWithCouples(1);
    const colleague = await makeStaff(database.owner, practice);
    await database.owner.query(
      `insert into care_team_members (practice_id, couple_id, staff_member_id, part, from_on) values ($1, $2, $3, 'coTherapist', '2020-01-01')`,
      [practice.practiceId, couples[0], colleague.staffMemberId],
    );
    await hold(therapist, couples);
    await expect(lift(colleague, couples)).rejects.toMatchObject({ name: 'Refusal' });
    await database.owner.query(
      `insert into auth.clock (ahead, installation) values ('0', 'test') on conflict do nothing`,
    );
    await database.owner.query(`select auth.move_clock('25 hours')`);
    const later = await makeStaff(database.owner, practice, ['practiceAdmin']);
    await expect(lift(therapist, couples)).rejects.toMatchObject({ name: 'Refusal' });
    expect(await heldOf(colleague)).toEqual(couples);
    await expect(hold(later, couples)).rejects.toMatchObject({ name: 'NotFound' });
  });
});
