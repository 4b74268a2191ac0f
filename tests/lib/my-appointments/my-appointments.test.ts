// What a partner reads of appointments: the joint ones and their own, and not a byte of the other's.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { readMyAppointments } from '@/lib/my-appointments/read-my-appointments';
import { readRemindersFile } from '@/lib/my-appointments/reminders-file';
import { cancelAppointments } from '@/lib/schedule/cancel-appointments';
import { makeAppointments } from '@/lib/schedule/make-appointments';
import { moveAppointment } from '@/lib/schedule/move-appointment';
import { cancelSession } from '@/lib/sessions/cancel-session';
import { moveClock } from '../../support/clock';
import { useFreshDatabase } from '../../support/database';
import {
  type CoupleInTest,
  makeCouple,
  makePractice,
  makeStaff,
  type PartnerInTest,
  type PracticeInTest,
  type StaffInTest,
} from '../../support/people';

const database = useFreshDatabase();
let practice: PracticeInTest;
let tess: StaffInTest;
let sky: StaffInTest;
let couple: CoupleInTest;

beforeAll(async () => {
  practice = await makePractice(database.owner);
  sky = await makeStaff(database.owner, practice, ['scheduler'], 'Sky Example');
});
beforeEach(async () => {
  tess = await makeStaff(database.owner, practice, ['therapist']);
  couple = await makeCouple(database.owner, practice, tess);
});

const when = { on: '2197-05-01', at: '10:00', minutes: 50, place: '', videoLink: '' };
const make = async (over: object = {}): Promise<string[]> =>
  (
    await asActor(sky.token, (tx) =>
      makeAppointments(tx, {
        coupleId: couple.coupleId,
        with: 'joint',
        therapistId: tess.staffMemberId,
        times: 1,
        ...when,
        ...over,
      }),
    )
  ).sessionIds;
const pageOf = (partner: PartnerInTest) => asActor(partner.token, readMyAppointments);
const fileOf = (partner: PartnerInTest) => asActor(partner.token, readRemindersFile);
const bytesOf = async (partner: PartnerInTest) => JSON.stringify([await pageOf(partner), await fileOf(partner)]);

let links = 0;
const newLink = () => `https://video.example/${(links += 1)}`;

describe('a partner reads', () => {
  test('joint appointments and their own, with day, time, place and link', async () => {
    const { first, second } = couple;
    const link = newLink();
    await make({ place: 'Room 2' });
    await make({ on: '2197-05-02', at: '11:00', with: first.partnerId, videoLink: link });
    expect((await pageOf(first)).lines).toMatchObject([
      { day: 'Monday, 1 May 2197', time: '10:00 to 10:50', isJoint: true, place: 'Room 2', videoLink: '' },
      { day: 'Tuesday, 2 May 2197', time: '11:00 to 11:50', isJoint: false, place: '', videoLink: link },
    ]);
    expect((await pageOf(second)).lines).toMatchObject([{ isJoint: true, place: 'Room 2' }]);
  });

  test('not a byte of what is made, moved or cancelled for the other alone', async () => {
    const { first, second } = couple;
    await make({ place: 'Room 2' });
    const before = await bytesOf(second);
    const own = { on: '2197-04-30', with: first.partnerId, place: 'The small room', videoLink: newLink() };
    const [sessionId, next] = await make({ ...own, times: 3 });
    expect(await bytesOf(second)).toBe(before);
    const to = { ...when, on: '2197-05-01', at: '12:00', place: 'Elsewhere', videoLink: newLink() };
    await asActor(tess.token, (tx) => moveAppointment(tx, { ...to, sessionId: sessionId! }));
    expect(await bytesOf(second)).toBe(before);
    await asActor(sky.token, (tx) => cancelAppointments(tx, { sessionId: next!, which: 'later' }));
    expect(await bytesOf(second)).toBe(before);
    expect((await pageOf(first)).lines).toHaveLength(4);
  });

  test('nothing of another couple’s, nor what is over; what is under way stays until its end', async () => {
    const other = await makeCouple(database.owner, practice, tess);
    await make({ coupleId: other.coupleId });
    await database.owner.query(
      `insert into sessions (practice_id, couple_id, kind, therapist_id, starts_at, minutes)
       values ($1, $2, 'joint', $3, auth.now() - interval '30 minutes', 50), ($1, $2, 'joint', $3, auth.now() - interval '51 minutes', 50)`,
      [practice.practiceId, couple.coupleId, tess.staffMemberId],
    );
    expect((await pageOf(couple.first)).lines).toHaveLength(1);
    await moveClock(database.owner, '21 minutes');
    expect((await pageOf(couple.first)).lines).toEqual([]);
  });

  test('a move at once, both of them, and nothing of where it was before', async () => {
    const [sessionId] = await make({ place: 'Room 2' });
    await asActor(sky.token, (tx) =>
      moveAppointment(tx, { sessionId: sessionId!, ...when, on: '2197-05-03', place: 'Room 4' }),
    );
    for (const partner of couple.partners) {
      expect((await pageOf(partner)).lines).toMatchObject([{ day: 'Wednesday, 3 May 2197', place: 'Room 4' }]);
      expect(await bytesOf(partner)).not.toMatch(/Room 2|1 May|21970501/);
    }
  });
});

describe('a cancelled appointment', () => {
  const ways = {
    'the front desk': (sessionId: string) =>
      asActor(sky.token, (tx) => cancelAppointments(tx, { sessionId, which: 'this' })),
    'the therapist in the schedule': (sessionId: string) =>
      asActor(tess.token, (tx) => cancelAppointments(tx, { sessionId, which: 'this' })),
    'the therapist on the couple’s page': (sessionId: string) =>
      asActor(tess.token, (tx) => cancelSession(tx, { sessionId })),
  };

  test('is the same bytes for both, whoever cancelled it and when, and keeps no place and no link', async () => {
    const [sessionId] = await make({ place: 'Room 2', videoLink: newLink() });
    const seen = new Set<string>();
    for (const cancel of Object.values(ways)) {
      await database.owner.query('update sessions set cancelled_at = null where id = $1', [sessionId]);
      await moveClock(database.owner, '3 minutes');
      await cancel(sessionId!);
      for (const partner of couple.partners) seen.add(await bytesOf(partner));
    }
    expect(seen.size).toBe(1);
    expect([...seen][0]).not.toMatch(/Room 2|video\.example/);
    expect((await pageOf(couple.first)).lines).toMatchObject([{ isCancelled: true, place: '', videoLink: '' }]);
  });
});

describe('the file for a calendar', () => {
  test('has the joint appointments alone, each called Reminder, with nothing that was typed', async () => {
    const { first, second } = couple;
    await make({ place: 'Room 2', videoLink: newLink() });
    await make({ on: '2197-05-02', with: first.partnerId, place: 'The small room' });
    const file = await fileOf(first);
    expect(file).toBe(await fileOf(second));
    const lines = file.split('\r\n').map((line) => line.replace(/^UID:[0-9a-f-]{36}$/, 'UID'));
    expect(lines).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Reminder//EN',
      'BEGIN:VEVENT',
      'UID',
      'SEQUENCE:0',
      'DTSTAMP:21970501T140000Z',
      'DTSTART:21970501T140000Z',
      'DTEND:21970501T145000Z',
      'SUMMARY:Reminder',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test('strikes out a cancelled one under the id it had', async () => {
    const [sessionId] = await make();
    const id = /UID:(.*)\r/.exec(await fileOf(couple.first))![1];
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    await asActor(sky.token, (tx) => cancelAppointments(tx, { sessionId: sessionId!, which: 'this' }));
    expect(await fileOf(couple.first)).toMatch(new RegExp(`UID:${id}\\r\\n(.*\\r\\n)*STATUS:CANCELLED`));
  });

  test('is offered only where there is a joint one', async () => {
    await make({ with: couple.first.partnerId });
    expect((await pageOf(couple.first)).hasReminders).toBe(false);
    await make({ on: '2197-05-02' });
    expect((await pageOf(couple.first)).hasReminders).toBe(true);
  });
});
