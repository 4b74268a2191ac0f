// A weekly series keeps its time on the wall of the practice, in zones whose clocks change in different months and directions.
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { cancelAppointments } from '@/lib/schedule/cancel-appointments';
import { makeAppointments } from '@/lib/schedule/make-appointments';
import { moveAppointment } from '@/lib/schedule/move-appointment';
import { readAppointment } from '@/lib/schedule/read-appointment';
import { type MakeAppointmentsInput, makeAppointmentsInput } from '@/lib/schedule/schema';
import { fieldsOf } from '@/lib/sessions/local-time';
import { useFreshDatabase } from '../../support/database';
import { makeCouple, makePractice, makeStaff } from '../../support/people';

// The days below are those of 2027, whenever this runs.
const database = useFreshDatabase();
beforeAll(() => database.owner.query(`select auth.move_clock('2026-12-01T12:00:00Z'::timestamptz - auth.now())`));

async function scheduling(timeZone = 'America/New_York') {
  const practice = await makePractice(database.owner, timeZone);
  const therapist = await makeStaff(database.owner, practice, ['therapist']);
  const scheduler = await makeStaff(database.owner, practice, ['scheduler'], 'Sky Example');
  const couple = await makeCouple(database.owner, practice, therapist);
  const make = (over: Partial<MakeAppointmentsInput> = {}) =>
    asActor(scheduler.token, (tx) =>
      makeAppointments(tx, {
        coupleId: couple.coupleId,
        with: 'joint',
        therapistId: therapist.staffMemberId,
        on: '2198-05-01',
        at: '10:00',
        minutes: 50,
        place: '',
        videoLink: '',
        times: 1,
        ...over,
      }),
    );
  const rows = async () =>
    (
      await database.owner.query<{ id: string; at: Date; isCancelled: boolean; series: string | null }>(
        `select id, starts_at as at, cancelled_at is not null as "isCancelled", series_id as series from sessions
          where couple_id = $1 order by starts_at`,
        [couple.coupleId],
      )
    ).rows;
  return { practice, therapist, scheduler, couple, make, rows };
}

describe.each([
  ['America/New_York', '2027-03-07', ['15:00', '14:00'], '2027-10-31', ['14:00', '15:00']],
  ['Europe/London', '2027-03-21', ['10:00', '09:00'], '2027-10-24', ['09:00', '10:00']],
  ['Australia/Sydney', '2027-03-28', ['23:00', '00:00'], '2027-09-26', ['00:00', '23:00']],
])('a weekly series in %s', (zone, spring, atSpring, autumn, atAutumn) => {
  test.each([
    [spring, atSpring],
    [autumn, atAutumn],
  ])('from %s keeps 10:00 on the wall while its instant moves by an hour', async (on, instants) => {
    const { make, rows } = await scheduling(zone);
    await make({ on, times: 2 });
    const made = await rows();
    expect(made.map(({ at }) => fieldsOf(at, zone).at)).toEqual(['10:00', '10:00']);
    expect(made.map(({ at }) => at.toISOString().slice(11, 16))).toEqual(instants);
    expect(new Set(made.map(({ series }) => series)).size).toBe(1);
  });
});

describe('a weekly series', () => {
  test.each([
    ['America/New_York', '2027-03-07', '02:30', 'On Sunday, 14 March 2027 there is no 02:30'],
    ['Europe/London', '2027-03-21', '01:30', 'On Sunday, 28 March 2027 there is no 01:30'],
    ['Australia/Sydney', '2027-09-26', '02:30', 'On Sunday, 3 October 2027 there is no 02:30'],
  ])('in %s that would meet a time the clocks skip is refused by its day, and none of it is made', async (...asked) => {
    const [zone, on, at, sentence] = asked;
    const { make, rows } = await scheduling(zone);
    await expect(make({ on, at, times: 3 })).rejects.toMatchObject({
      fields: { at: expect.stringContaining(sentence) },
    });
    expect(await rows()).toEqual([]);
  });

  test('of 52 weeks is made at once, and none longer', async () => {
    const { make, rows } = await scheduling();
    await make({ times: 52 });
    expect(await rows()).toHaveLength(52);
    const form = {
      coupleId: crypto.randomUUID(),
      with: 'joint',
      therapistId: crypto.randomUUID(),
      on: '2198-05-01',
      at: '10:00',
      minutes: '50',
      repeats: 'weekly',
    };
    for (const times of ['53', '1', '', '2.5'])
      expect(makeAppointmentsInput.safeParse({ ...form, times }).error?.issues[0]).toMatchObject({
        path: ['times'],
        message: 'Write how many weeks, from 2 to 52.',
      });
    expect(makeAppointmentsInput.parse({ ...form, repeats: 'once', times: '' }).times).toBe(1);
  });

  test('is cancelled from one on: what came before stands, and all of it stays in the schedule', async () => {
    const { make, rows, scheduler } = await scheduling();
    const { sessionIds } = await make({ times: 4 });
    await asActor(scheduler.token, (tx) => cancelAppointments(tx, { sessionId: sessionIds[1]!, which: 'this' }));
    await asActor(scheduler.token, (tx) => cancelAppointments(tx, { sessionId: sessionIds[2]!, which: 'later' }));
    expect((await rows()).map(({ isCancelled }) => isCancelled)).toEqual([false, true, true, true]);
    const first = await asActor(scheduler.token, (tx) => readAppointment(tx, sessionIds[0]));
    expect(first.later).toBe(0);
  });

  test('of which one is moved leaves the others where they are', async () => {
    const { make, rows, scheduler } = await scheduling();
    const { sessionIds } = await make({ times: 3 });
    await asActor(scheduler.token, (tx) =>
      moveAppointment(tx, {
        sessionId: sessionIds[1]!,
        on: '2198-05-09',
        at: '16:30',
        minutes: 80,
        place: 'Room 3',
        videoLink: 'https://video.example/one',
      }),
    );
    expect((await rows()).map(({ at }) => fieldsOf(at, 'America/New_York'))).toEqual([
      { on: '2198-05-01', at: '10:00' },
      { on: '2198-05-09', at: '16:30' },
      { on: '2198-05-15', at: '10:00' },
    ]);
  });
});

describe('a therapist’s hour', () => {
  const OVERLAPS = {
    fields: { at: expect.stringMatching(/^This therapist has another appointment on Tuesday, 1 May/) },
  };

  test('is given away once, also to a colleague’s couple that nobody here may see', async () => {
    const { practice, therapist, couple, make } = await scheduling();
    const other = await makeCouple(database.owner, practice, therapist);
    const colleague = await makeStaff(database.owner, practice, ['therapist'], 'Cole Example');
    await database.owner.query(
      `insert into care_team_members (practice_id, couple_id, staff_member_id, part, from_on) values ($1, $2, $3, 'coTherapist', '2020-01-01')`,
      [practice.practiceId, couple.coupleId, colleague.staffMemberId],
    );
    await make({ coupleId: other.coupleId });
    const asked = {
      coupleId: couple.coupleId,
      with: 'joint',
      therapistId: therapist.staffMemberId,
      on: '2198-05-01',
      minutes: 50,
      place: '',
      videoLink: '',
      times: 1,
    };
    for (const at of ['09:11', '10:00', '10:49'])
      await expect(asActor(colleague.token, (tx) => makeAppointments(tx, { ...asked, at }))).rejects.toMatchObject(
        OVERLAPS,
      );
    await asActor(colleague.token, (tx) => makeAppointments(tx, { ...asked, at: '09:10' }));
    await asActor(colleague.token, (tx) => makeAppointments(tx, { ...asked, at: '10:50' }));
    await asActor(colleague.token, (tx) =>
      makeAppointments(tx, { ...asked, at: '10:00', therapistId: colleague.staffMemberId }),
    );
  });

  test('that is asked for by two at the same moment goes to one of them', async () => {
    const { make } = await scheduling();
    const answers = await Promise.allSettled([make(), make(), make()]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('is free again when its appointment is cancelled, and is no obstacle to itself', async () => {
    const { make, scheduler } = await scheduling();
    const sessionId = (await make()).sessionIds[0]!;
    const to = { sessionId, on: '2198-05-01', at: '10:15', minutes: 50, place: '', videoLink: '' };
    await asActor(scheduler.token, (tx) => moveAppointment(tx, to));
    await expect(make()).rejects.toMatchObject(OVERLAPS);
    await asActor(scheduler.token, (tx) => cancelAppointments(tx, { sessionId, which: 'this' }));
    await expect(make()).resolves.toBeDefined();
  });
});
