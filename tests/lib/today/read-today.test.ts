import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { recordMeeting } from '@/lib/meetings-alone/record-meeting';
import { recordAttendance } from '@/lib/sessions/record-attendance';
import { readToday } from '@/lib/today/read-today';
import { moveClock, resetClock } from '../../support/clock';
import { useDatabase } from '../../support/database';
import { makeCouple, makePractice, makeStaff } from '../../support/people';

const database = useDatabase();

async function practiceWithTherapist() {
  const practice = await makePractice(database.owner);
  return { practice, therapist: await makeStaff(database.owner, practice) };
}

describe('today', () => {
  test('says what to do about an answer with initials only, and a pause once', async () => {
    const { practice, therapist } = await practiceWithTherapist();
    const couple = await makeCouple(database.owner, practice, therapist);
    const about = [practice.practiceId, couple.coupleId];
    const flag = `insert into flags (practice_id, couple_id, partner_id, tier, source, reason) values ($1, $2, $3, $4, $5, $6)`;
    await database.owner.query(flag, [...about, couple.first.partnerId, 'safety', 'consent', 'stopAllRight']);
    const pause = `insert into plan_events (practice_id, couple_id, kind, partner_id) values ($1, $2, 'paused', $3)`;
    await database.owner.query(pause, [...about, couple.second.partnerId]);

    const day = await asActor(therapist.token, readToday);
    expect(day.flags.map(({ headline }) => headline)).toEqual(['Talk with A.E. alone']);
    expect(day.paused.map(({ initials }) => initials)).toEqual(['B.S.']);

    await database.owner.query(flag, [...about, couple.second.partnerId, 'talk', 'pause', 'pause']);
    const later = await asActor(therapist.token, readToday);
    expect(later.flags).toHaveLength(2);
    expect(later.paused).toEqual([]);
  });

  test('a pause that stands keeps its line beside one that was pressed on it and taken back', async () => {
    const { practice, therapist } = await practiceWithTherapist();
    const couple = await makeCouple(database.owner, practice, therapist);
    const of = [practice.practiceId, couple.coupleId, couple.first.partnerId];
    const event = (kind: string) =>
      database.owner.query(
        `insert into plan_events (practice_id, couple_id, partner_id, kind) values ($1, $2, $3, $4)`,
        [...of, kind],
      );
    await event('paused');
    await moveClock(database.owner, '24 hours');
    await event('paused');
    await event('pauseTakenBack');
    // The first was looked at and settled; of the second both are open.
    for (const reason of ['pause', 'pauseTakenBack'])
      await database.owner.query(
        `insert into flags (practice_id, couple_id, partner_id, tier, source, reason) values ($1, $2, $3, 'talk', 'pause', $4)`,
        [...of, reason],
      );
    const { flags, paused } = await asActor(therapist.token, readToday);
    expect(flags.map(({ headline }) => headline)).toEqual(['A.E. paused and took it back']);
    expect(paused.map(({ initials }) => initials)).toEqual(['A.E.']);
    await resetClock(database.owner);
  });

  test('asks for the meeting alone until it is recorded, then for the invitation, then waits for the sign-up', async () => {
    const { practice, therapist } = await practiceWithTherapist();
    const couple = await makeCouple(database.owner, practice, therapist, { partners: 1, isMet: false });
    await database.owner.query(`update partners set status = 'invited', account_id = null where couple_id = $1`, [
      couple.coupleId,
    ]);
    const kinds = async () =>
      (await asActor(therapist.token, readToday)).beforeWork.map((toDo) =>
        toDo.kind === 'invite' ? `invite ${toDo.had}` : toDo.kind,
      );
    const met = {
      coupleId: couple.coupleId,
      partnerId: couple.first.partnerId,
      metOn: '2024-05-02',
      wasAlone: 'yes' as const,
      outcome: 'jointWork' as const,
      plan: '',
      contactInstruction: '',
    };
    expect(await kinds()).toEqual(['meetAlone']);
    await asActor(therapist.token, (tx) => recordMeeting(tx, met));
    expect(await kinds()).toEqual(['invite none']);
    await asActor(therapist.token, (tx) => recordMeeting(tx, { ...met, isInvited: 'yes' }));
    expect(await kinds()).toEqual(['waiting']);
    await database.owner.query('update invitations set expires_at = auth.now() where couple_id = $1', [
      couple.coupleId,
    ]);
    expect(await kinds()).toEqual(['invite runOut']);
    await database.owner.query(`update partners set status = 'active' where couple_id = $1`, [couple.coupleId]);
    expect(await kinds()).toEqual([]);
  });

  test('lists one’s own sessions of this calendar day in the practice’s zone, and no cancelled one', async () => {
    const practice = await makePractice(database.owner, 'Pacific/Auckland');
    const therapist = await makeStaff(database.owner, practice);
    const colleague = await makeStaff(database.owner, practice);
    const couple = await makeCouple(database.owner, practice, therapist);
    const plan = (at: string, place: string, therapistId = therapist.staffMemberId, cancelled = false) =>
      database.owner.query(
        `insert into sessions (practice_id, couple_id, kind, therapist_id, starts_at, minutes, place, cancelled_at)
         select $1, $2, 'joint', $3, ((auth.now() at time zone 'Pacific/Auckland')::date + $4::interval) at time zone 'Pacific/Auckland', 50, $5,
                case when $6 then auth.now() end`,
        [practice.practiceId, couple.coupleId, therapistId, at, place, cancelled],
      );
    await plan('-1 minute', 'yesterday');
    await plan('0 minutes', 'first');
    await plan('23 hours 59 minutes', 'last');
    await plan('24 hours', 'tomorrow');
    await plan('12 hours', 'cancelled', therapist.staffMemberId, true);
    await plan('13 hours', 'colleague', colleague.staffMemberId);
    const { sessions } = await asActor(therapist.token, readToday);
    expect(sessions.map(({ place }) => place)).toEqual(['first', 'last']);
  });

  test('shows who came to a session of today, as it was recorded last', async () => {
    const { practice, therapist } = await practiceWithTherapist();
    const couple = await makeCouple(database.owner, practice, therapist);
    const { rows } = await database.owner.query<{ id: string }>(
      `insert into sessions (practice_id, couple_id, kind, therapist_id, starts_at, minutes) values ($1, $2, 'joint', $3, auth.now(), 50) returning id`,
      [practice.practiceId, couple.coupleId, therapist.staffMemberId],
    );
    const shown = async () =>
      (await asActor(therapist.token, readToday)).sessions.map(({ people }) =>
        people.map(({ attendance }) => attendance),
      );
    const record = (attendance: 'attended' | 'absent') =>
      asActor(therapist.token, (tx) =>
        recordAttendance(tx, { sessionId: rows[0]!.id, attendance: { [couple.second.partnerId]: attendance } }),
      );
    expect(await shown()).toEqual([[null, null]]);
    await record('absent');
    expect(await shown()).toEqual([[null, 'absent']]);
    await record('attended');
    expect(await shown()).toEqual([[null, 'attended']]);
  });

  test('tells nothing of couples that others care for', async () => {
    const { practice, therapist } = await practiceWithTherapist();
    const couple = await makeCouple(database.owner, practice, therapist, { isMet: false });
    await database.owner.query(
      `insert into flags (practice_id, couple_id, partner_id, tier, source, reason) values ($1, $2, $3, 'urgent', 'checkIn', 'danger')`,
      [practice.practiceId, couple.coupleId, couple.first.partnerId],
    );
    const other = await makeStaff(database.owner, practice, ['therapist', 'practiceAdmin']);
    expect(await asActor(other.token, readToday)).toMatchObject({
      flags: [],
      paused: [],
      sessions: [],
      unsigned: [],
      toDos: [],
      beforeWork: [],
      arrived: [],
      couples: [],
    });
    const admin = await makeStaff(database.owner, practice, ['practiceAdmin']);
    await expect(asActor(admin.token, readToday)).rejects.toMatchObject({ name: 'NotFound' });
  });
});
