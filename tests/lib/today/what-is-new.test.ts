// Since one last looked, the line that prepares a session, and what the page costs.
import { expect, test, vi } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { PreparingClient } from '@/db/preparing-client';
import { addToDo } from '@/lib/to-dos/add-to-do';
import { readToday } from '@/lib/today/read-today';
import { useDatabase } from '../../support/database';
import { moveClock, resetClock } from '../../support/clock';
import { makeAssignment, makeCouple, makePractice, makeStaff } from '../../support/people';

const database = useDatabase();

async function coupleAtWork() {
  const practice = await makePractice(database.owner);
  const therapist = await makeStaff(database.owner, practice);
  const couple = await makeCouple(database.owner, practice, therapist);
  const assignmentId = await makeAssignment(database.owner, practice, couple, therapist, 'S02');
  const { practiceId } = practice;
  const checkIn = (partner = couple.first) =>
    database.owner.query(
      `insert into check_ins (practice_id, couple_id, partner_id, assignment_id, unit, policy, "on", answers)
       values ($1, $2, $3, $4, 'whole', 'noSecrets', auth.now()::date, '{}')`,
      [practiceId, couple.coupleId, partner.partnerId, assignmentId],
    );
  const session = (at: string, partnerId: string | null = null) =>
    database.owner.query(
      `insert into sessions (practice_id, couple_id, kind, partner_id, therapist_id, starts_at, minutes)
       values ($1, $2, $3, $4, $5, auth.now() + $6::interval, 50)`,
      [practiceId, couple.coupleId, partnerId ? 'individual' : 'joint', partnerId, therapist.staffMemberId, at],
    );
  return { practice, therapist, couple, checkIn, session };
}

test('what came since one last looked is counted for each couple, a reload keeps it, and the next look begins anew', async () => {
  const { practice, therapist, checkIn } = await coupleAtWork();
  const quiet = await makeCouple(database.owner, practice, therapist);
  const news = async () =>
    (await asActor(therapist.token, readToday)).arrived.map(({ checkIns, consents, reflections }) => [
      checkIns,
      consents,
      reflections,
    ]);
  await checkIn();
  expect(await news(), 'the first look has no look before it').toEqual([]);
  await moveClock(database.owner, '2 hours');
  await checkIn();
  await checkIn();
  expect(await news()).toEqual([[2, 0, 0]]);
  await moveClock(database.owner, '5 minutes');
  expect(await news(), 'a reload').toEqual([[2, 0, 0]]);
  await moveClock(database.owner, '31 minutes');
  expect(await news(), 'the next look').toEqual([]);
  const { couples } = await asActor(therapist.token, readToday);
  expect(couples.map(({ id }) => id)).toContain(quiet.coupleId);
  await resetClock(database.owner);
});

test('each keeps one’s own look: a colleague of the care team still finds what is new', async () => {
  const { practice, therapist, couple, checkIn } = await coupleAtWork();
  const colleague = await makeStaff(database.owner, practice);
  await database.owner.query(
    `insert into care_team_members (practice_id, couple_id, staff_member_id, part, from_on) values ($1, $2, $3, 'cover', '2020-01-01')`,
    [practice.practiceId, couple.coupleId, colleague.staffMemberId],
  );
  await asActor(colleague.token, readToday);
  await moveClock(database.owner, '2 hours');
  await checkIn();
  await asActor(therapist.token, readToday);
  expect((await asActor(colleague.token, readToday)).arrived).toHaveLength(1);
  await resetClock(database.owner);
});

test('a session is prepared with the last one, the check-ins since, and what needs a look, of those who come', async () => {
  const { practice, therapist, couple, checkIn, session } = await coupleAtWork();
  await session('-7 days');
  await session('-14 days', couple.first.partnerId);
  await checkIn(couple.first);
  await checkIn(couple.second);
  await database.owner.query(
    `insert into flags (practice_id, couple_id, partner_id, tier, source, reason) values ($1, $2, $3, 'review', 'checkIn', 'freeToStop')`,
    [practice.practiceId, couple.coupleId, couple.second.partnerId],
  );
  await session('1 second');
  await session('2 seconds', couple.first.partnerId);
  await session('3 seconds', couple.second.partnerId);
  const { sessions } = await asActor(therapist.token, readToday);
  const days = (at: Date | null) => at && Math.round((Date.now() - at.getTime()) / 86_400_000);
  expect(sessions.map((one) => [one.kind, days(one.lastAt), one.checkInsSince, one.openFlags])).toEqual([
    ['joint', 7, 2, 1],
    ['individual', 14, 1, 0],
    ['individual', null, 1, 1],
  ]);
});

test('takes at most eight statements beside begin and commit, for however many couples', async () => {
  const { practice, therapist, couple, session } = await coupleAtWork();
  for (let made = 0; made < 3; made += 1) await makeCouple(database.owner, practice, therapist);
  await session('1 minute');
  const { rows } = await database.owner.query<{ today: string }>(
    `select (auth.now() at time zone 'America/New_York')::date::text as today`,
  );
  await asActor(therapist.token, (tx) =>
    addToDo(tx, { coupleId: couple.coupleId, words: 'Write', dueOn: rows[0]!.today }),
  );
  await asActor(therapist.token, readToday);
  const asked = vi.spyOn(PreparingClient.prototype, 'query');
  await asActor(therapist.token, readToday);
  const count = asked.mock.calls.length;
  asked.mockRestore();
  expect(count - 2).toBeLessThanOrEqual(8);
  expect(count).toBeGreaterThan(2);
});
