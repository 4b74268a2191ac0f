// Who sees what in the schedule, and what its forms refuse.
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { NotFound } from '@/lib/errors';
import { readCouple } from '@/lib/couples/read-couple';
import { cancelAppointments } from '@/lib/schedule/cancel-appointments';
import { makeAppointments } from '@/lib/schedule/make-appointments';
import { moveAppointment } from '@/lib/schedule/move-appointment';
import { readAppointment } from '@/lib/schedule/read-appointment';
import { readNewAppointment } from '@/lib/schedule/read-new-appointment';
import { readSchedule } from '@/lib/schedule/read-schedule';
import { moveAppointmentInput } from '@/lib/schedule/schema';
import { firstArea } from '@/lib/people/clinic-areas';
import { useDatabase } from '../../support/database';
import {
  type CoupleInTest,
  makeCouple,
  makePractice,
  makeStaff,
  type PracticeInTest,
  type StaffInTest,
} from '../../support/people';

const database = useDatabase();
let practice: PracticeInTest;
let tess: StaffInTest;
let cole: StaffInTest;
let sky: StaffInTest;
let pat: StaffInTest;
let ofTess: CoupleInTest;
let ofCole: CoupleInTest;

const appointment = (couple: CoupleInTest, therapist: StaffInTest, over: object = {}) => ({
  coupleId: couple.coupleId,
  with: 'joint',
  therapistId: therapist.staffMemberId,
  on: '2198-05-01',
  at: '10:00',
  minutes: 50,
  place: 'Room 2',
  videoLink: '',
  times: 1,
  ...over,
});
const make = (couple: CoupleInTest, therapist: StaffInTest, over: object = {}) =>
  asActor(sky.token, (tx) => makeAppointments(tx, appointment(couple, therapist, over)));
const week = (staff: StaffInTest, search = {}) =>
  asActor(staff.token, (tx) => readSchedule(tx, { on: '2198-05-01', ...search }));
const linesOf = async (staff: StaffInTest, search = {}) =>
  (await week(staff, search)).days.flatMap(({ lines }) => lines);

beforeAll(async () => {
  practice = await makePractice(database.owner);
  tess = await makeStaff(database.owner, practice, ['therapist']);
  cole = await makeStaff(database.owner, practice, ['therapist', 'practiceAdmin'], 'Cole Example');
  sky = await makeStaff(database.owner, practice, ['scheduler'], 'Sky Example');
  pat = await makeStaff(database.owner, practice, ['practiceAdmin'], 'Pat Placeholder');
  ofTess = await makeCouple(database.owner, practice, tess);
  ofCole = await makeCouple(database.owner, practice, cole, { timeZone: 'America/Los_Angeles' });
  await database.owner.query(
    `update partners set contact_instruction = 'Text, weekdays 9-12, no voicemail' where id = $1`,
    [ofTess.first.partnerId],
  );
  await make(ofTess, tess, { with: ofTess.first.partnerId });
  await make(ofCole, cole, { at: '01:00' });
});

describe('the schedule', () => {
  test('shows a therapist the couples they care for, also when another role of theirs may read more', async () => {
    expect(await linesOf(tess)).toMatchObject([
      {
        begins: '10:00',
        ends: '10:50',
        isAlone: true,
        therapist: null,
        people: [{ name: 'A.E.', contactInstruction: null }],
      },
    ]);
    expect(await linesOf(cole)).toMatchObject([{ begins: '01:00', isAlone: false }]);
  });

  test('shows a scheduler everybody’s, with names, therapists and how each wants to be reached', async () => {
    expect(await linesOf(sky)).toMatchObject([
      { begins: '01:00', therapist: 'Cole Example', theirTime: '22:00 on 30 Apr in Los Angeles' },
      {
        begins: '10:00',
        therapist: 'Tess Example',
        theirTime: null,
        people: [{ name: 'Ada Example', contactInstruction: 'Text, weekdays 9-12, no voicemail' }],
      },
    ]);
  });

  test('is no page of an admin, and the first one of a scheduler', async () => {
    await expect(week(pat)).rejects.toBeInstanceOf(NotFound);
    expect(firstArea({ roles: ['scheduler'] })).toBe('schedule');
    expect(firstArea({ roles: ['therapist'] })).toBe('today');
  });

  test('begins a week on Monday, leaves out a weekend without anybody, and takes a day that is none as today', async () => {
    const shown = await week(sky);
    expect(shown.days.map(({ day }) => day)).toEqual([
      '2198-04-30',
      '2198-05-01',
      '2198-05-02',
      '2198-05-03',
      '2198-05-04',
    ]);
    expect(shown).toMatchObject({ previous: '2198-04-24', next: '2198-05-08', hasToday: false });
    expect(await week(sky, { view: 'day' })).toMatchObject({ previous: '2198-04-30', next: '2198-05-02' });
    for (const on of ['2198-02-30', 'tomorrow', '0001-01-01', ['2198-05-01']])
      expect((await week(sky, { on })).hasToday).toBe(true);
  });

  test('keeps a cancelled appointment, marked so', async () => {
    const { sessionIds } = await make(ofTess, tess, { on: '2198-06-05' });
    await asActor(tess.token, (tx) => cancelAppointments(tx, { sessionId: sessionIds[0]!, which: 'this' }));
    expect(await linesOf(sky, { on: '2198-06-05' })).toMatchObject([{ isCancelled: true }]);
  });
});

describe('an appointment', () => {
  test('of a couple one does not care for can be neither made nor opened nor moved', async () => {
    const { sessionIds } = await make(ofCole, cole, { on: '2198-07-03' });
    const sessionId = sessionIds[0]!;
    const not = (work: Parameters<typeof asActor>[1]) =>
      expect(asActor(tess.token, work)).rejects.toBeInstanceOf(NotFound);
    await not((tx) => makeAppointments(tx, appointment(ofCole, tess, { on: '2198-07-04' })));
    await not((tx) => readAppointment(tx, sessionId));
    await not((tx) => readNewAppointment(tx, { couple: ofCole.coupleId }));
    await not((tx) => moveAppointment(tx, { sessionId, on: '2198-07-05', at: '10:00', minutes: 50, place: '' }));
    await not((tx) => cancelAppointments(tx, { sessionId, which: 'this' }));
  });

  test('is with one of its couple, and with a therapist of its care team', async () => {
    await expect(make(ofTess, tess, { with: ofCole.first.partnerId })).rejects.toMatchObject({
      fields: { with: expect.any(String) },
    });
    await expect(make(ofTess, cole)).rejects.toMatchObject({ fields: { therapistId: expect.any(String) } });
  });

  test.each([
    ['http://video.example/one', 'Write an address that begins with https://.'],
    ['video.example', 'Write an address that begins with https://.'],
    ['https://video.example/a b', 'Write an address that begins with https://.'],
  ])('has no video link like %s', (videoLink, sentence) => {
    const form = { sessionId: crypto.randomUUID(), on: '2198-05-01', at: '10:00', minutes: '50', videoLink };
    expect(moveAppointmentInput.safeParse(form).error?.issues).toMatchObject([
      { path: ['videoLink'], message: sentence },
    ]);
  });

  test('that has begun is the care team’s to change, no longer a scheduler’s', async () => {
    const { sessionIds } = await make(ofTess, tess, { on: '2020-01-01' });
    const sessionId = sessionIds[0]!;
    const to = { sessionId, on: '2020-01-02', at: '10:00', minutes: 50, place: '' };
    await expect(asActor(sky.token, (tx) => moveAppointment(tx, to))).rejects.toThrow(/has begun/);
    await expect(asActor(sky.token, (tx) => cancelAppointments(tx, { sessionId, which: 'this' }))).rejects.toThrow(
      /has begun/,
    );
    expect((await asActor(sky.token, (tx) => readAppointment(tx, sessionId))).canChange).toBe(false);
    await asActor(tess.token, (tx) => moveAppointment(tx, to));
  });
});

describe('a scheduler', () => {
  test('finds every couple to plan for, and opens the clinical page of none', async () => {
    const found = await asActor(sky.token, (tx) => readNewAppointment(tx, {}));
    expect(found.step === 'couple' && found.couples.map(({ id }) => id).toSorted()).toEqual(
      [ofTess.coupleId, ofCole.coupleId].toSorted(),
    );
    await expect(asActor(sky.token, (tx) => readCouple(tx, ofTess.coupleId))).rejects.toBeInstanceOf(NotFound);
  });
});

describe('the schedule of one therapist', () => {
  test('shows that therapist’s appointments alone, and everybody’s for an id of nobody here', async () => {
    const of = async (therapist: unknown) => (await linesOf(sky, { therapist })).map((line) => line.therapist);
    expect(await of(tess.staffMemberId)).toEqual(['Tess Example']);
    expect(await of(cole.staffMemberId)).toEqual(['Cole Example']);
    for (const nobody of [undefined, '', 'x', pat.staffMemberId, crypto.randomUUID(), [tess.staffMemberId]])
      expect(await of(nobody)).toEqual(['Cole Example', 'Tess Example']);
  });

  test('is offered to who plans for several, and a therapist is told of no colleague’s couples by it', async () => {
    expect((await week(sky)).therapists.map(({ name }) => name)).toEqual(['Cole Example', 'Tess Example']);
    expect((await week(tess)).therapists).toEqual([]);
    expect(await linesOf(tess, { therapist: cole.staffMemberId })).toMatchObject([{ people: [{ name: 'A.E.' }] }]);
  });
});

test('before the first couple, an empty schedule offers a couple to whoever may make one and no appointment to anybody', async () => {
  const fresh = await makePractice(database.owner);
  const [zoe, sam] = [
    await makeStaff(database.owner, fresh, ['therapist'], 'Zoe Example'),
    await makeStaff(database.owner, fresh, ['scheduler'], 'Sam Sample'),
  ];
  expect((await week(zoe)).lacksCouple).toBe('make');
  expect((await week(sam)).lacksCouple).toBe('wait');

  const couple = await makeCouple(database.owner, fresh, zoe);
  const other = await makeStaff(database.owner, fresh, ['therapist'], 'Una Example');
  expect([(await week(zoe)).lacksCouple, (await week(sam)).lacksCouple]).toEqual([null, null]);
  expect((await week(other)).lacksCouple, 'who cares for none').toBe('make');

  await database.owner.query(`update couples set status = 'ended' where id = $1`, [couple.coupleId]);
  expect((await week(sam)).lacksCouple, 'where all work has ended').toBe('wait');
});
