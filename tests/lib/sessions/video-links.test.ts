// One video link per session: nobody who was given a link once can be at the door of a session that is not theirs.
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { makeAppointments } from '@/lib/schedule/make-appointments';
import { moveAppointment } from '@/lib/schedule/move-appointment';
import { cancelAppointments } from '@/lib/schedule/cancel-appointments';
import { readNewAppointment } from '@/lib/schedule/read-new-appointment';
import { readSchedule } from '@/lib/schedule/read-schedule';
import { changeSession } from '@/lib/sessions/change-session';
import { planSession } from '@/lib/sessions/plan-session';
import { useDatabase } from '../../support/database';
import { type CoupleInTest, makeCouple, makePractice, makeStaff, type StaffInTest } from '../../support/people';

const database = useDatabase();
let tess: StaffInTest;
let cole: StaffInTest;
let sky: StaffInTest;
let ours: CoupleInTest;
let theirs: CoupleInTest;
let day = 0;

const TAKEN = { fields: { videoLink: expect.stringMatching(/^Another appointment has this link/) } };
const nextDay = () =>
  `2197-${String(1 + Math.floor(day / 28)).padStart(2, '0')}-${String(1 + (day++ % 28)).padStart(2, '0')}`;
const when = (over: object) => ({ on: nextDay(), at: '10:00', minutes: 50, place: '', videoLink: '', ...over });
const make = (over: object) =>
  asActor(sky.token, (tx) =>
    makeAppointments(tx, {
      coupleId: ours.coupleId,
      with: 'joint',
      therapistId: tess.staffMemberId,
      times: 1,
      ...when(over),
    }),
  );
const links = async (sessionIds: string[]) =>
  (
    await database.owner.query<{ link: string }>(
      'select video_link as link from sessions where id = any ($1) order by starts_at',
      [sessionIds],
    )
  ).rows.map(({ link }) => link);

beforeAll(async () => {
  const practice = await makePractice(database.owner);
  tess = await makeStaff(database.owner, practice, ['therapist']);
  cole = await makeStaff(database.owner, practice, ['therapist'], 'Cole Example');
  sky = await makeStaff(database.owner, practice, ['scheduler'], 'Sky Example');
  ours = await makeCouple(database.owner, practice, tess);
  theirs = await makeCouple(database.owner, practice, cole);
});

describe('a video link', () => {
  test('written for a weekly series is the first one’s; the later ones say that theirs is missing', async () => {
    const { sessionIds } = await make({ on: '2197-12-01', times: 3, videoLink: 'https://video.example/series' });
    expect(await links(sessionIds)).toEqual(['https://video.example/series', '', '']);
    const lines = async (on: string) =>
      (await asActor(sky.token, (tx) => readSchedule(tx, { on }))).days.flatMap((one) => one.lines);
    expect(await lines('2197-12-01')).toMatchObject([{ isVideo: true, lacks: null }]);
    expect(await lines('2197-12-08')).toMatchObject([{ isVideo: false, lacks: 'link' }]);
  });

  test('of one session is refused for every other, joint or alone, of this couple or of one that nobody here may see', async () => {
    const videoLink = 'https://video.example/joint';
    await make({ videoLink });
    await expect(make({ videoLink, with: ours.first.partnerId })).rejects.toMatchObject(TAKEN);
    await expect(make({ videoLink })).rejects.toMatchObject(TAKEN);
    await expect(
      asActor(cole.token, (tx) =>
        planSession(tx, { coupleId: theirs.coupleId, with: 'joint', ...when({ videoLink }) }),
      ),
    ).rejects.toMatchObject(TAKEN);
    const other = (await make({ with: ours.second.partnerId })).sessionIds[0]!;
    for (const change of [moveAppointment, changeSession])
      await expect(
        asActor(tess.token, (tx) => change(tx, { sessionId: other, ...when({ videoLink }) })),
      ).rejects.toMatchObject(TAKEN);
    expect(await links([other])).toEqual(['']);
  });

  test('stays taken when its session was cancelled, for whoever would have come knows it', async () => {
    const videoLink = 'https://video.example/cancelled';
    const sessionId = (await make({ videoLink })).sessionIds[0]!;
    await asActor(sky.token, (tx) => cancelAppointments(tx, { sessionId, which: 'this' }));
    await expect(make({ videoLink, with: ours.first.partnerId })).rejects.toMatchObject(TAKEN);
  });

  test('goes with its own session when that is moved', async () => {
    const videoLink = 'https://video.example/moved';
    const sessionId = (await make({ videoLink })).sessionIds[0]!;
    await asActor(sky.token, (tx) => moveAppointment(tx, { sessionId, ...when({ videoLink }) }));
    expect(await links([sessionId])).toEqual([videoLink]);
  });

  test('written for two sessions at the same moment is kept by one', async () => {
    const videoLink = 'https://video.example/race';
    const answers = await Promise.allSettled([
      make({ videoLink }),
      make({ videoLink, therapistId: tess.staffMemberId }),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

test('the place of a session with one alone is not suggested for the next one, which may be for both', async () => {
  await make({ with: ours.first.partnerId, on: '2198-10-01', place: 'The small room' });
  const found = await asActor(sky.token, (tx) => readNewAppointment(tx, { couple: ours.coupleId }));
  expect(JSON.stringify(found)).not.toContain('The small room');
});
