import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { asActor } from '@/db/access/as-actor';
import { NotFound } from '@/lib/errors';
import { cancelSession } from '@/lib/sessions/cancel-session';
import { changeSession } from '@/lib/sessions/change-session';
import { planSession } from '@/lib/sessions/plan-session';
import { readSession, readSessions } from '@/lib/sessions/read-sessions';
import { recordAttendance } from '@/lib/sessions/record-attendance';
import { planSessionInput } from '@/lib/sessions/schema';
import { useDatabase } from '../../support/database';
import { makeCouple, makeStaff } from '../../support/people';
import { hand, makeWriting, type Writing } from '../session-notes/writing';

const database = useDatabase();
let writing: Writing;
let tess: ReturnType<typeof hand>;

beforeAll(async () => {
  writing = await makeWriting(database.owner);
  tess = hand(writing.therapist, writing.couple);
});

const plan = (over: Partial<Parameters<typeof planSession>[1]> = {}) =>
  tess.as((tx) =>
    planSession(tx, {
      coupleId: writing.couple.coupleId,
      with: 'joint',
      on: '2026-01-20',
      at: '10:00',
      minutes: 50,
      place: 'Room 2',
      ...over,
    }),
  );
const read = (sessionId: string) => tess.as((tx) => readSession(tx, writing.couple.coupleId, sessionId));

describe('planning a session', () => {
  test('keeps its instant by the practice’s zone, before and after the clocks change', async () => {
    const winter = await read((await plan({ on: '2026-03-07', at: '10:00' })).sessionId);
    const summer = await read((await plan({ on: '2026-03-08', at: '10:00' })).sessionId);
    expect(winter.session.startsAt.toISOString()).toBe('2026-03-07T15:00:00.000Z');
    expect(summer.session.startsAt.toISOString()).toBe('2026-03-08T14:00:00.000Z');
  });

  test('says in a sentence when a time does not exist, or comes twice', async () => {
    await expect(plan({ on: '2026-03-08', at: '02:30' })).rejects.toMatchObject({
      fields: {
        at: 'On Sunday, 8 March 2026 there is no 02:30: the clocks go from 02:00 to 03:00. Choose a time before or after that.',
      },
    });
    await expect(plan({ on: '2026-11-01', at: '01:30' })).rejects.toMatchObject({
      fields: {
        at: 'On Sunday, 1 November 2026 the clocks go back and 01:30 comes twice. Choose a time before or after that hour.',
      },
    });
  });

  test('with a partner of another couple is refused, and of a couple that is not one’s own is not found', async () => {
    const other = await makeCouple(database.owner, writing.practice, writing.therapist);
    await expect(plan({ with: other.first.partnerId })).rejects.toMatchObject({ fields: { with: expect.any(String) } });
    const stranger = await makeStaff(database.owner, writing.practice);
    await expect(
      asActor(stranger.token, (tx) =>
        planSession(tx, {
          coupleId: writing.couple.coupleId,
          with: 'joint',
          on: '2026-01-20',
          at: '10:00',
          minutes: 50,
          place: '',
        }),
      ),
    ).rejects.toBeInstanceOf(NotFound);
  });

  test('with both needs two partners', async () => {
    const one = await makeCouple(database.owner, writing.practice, writing.therapist, { partners: 1 });
    await expect(plan({ coupleId: one.coupleId })).rejects.toMatchObject({
      fields: { with: expect.stringContaining('one partner') },
    });
    await expect(plan({ coupleId: one.coupleId, with: one.first.partnerId })).resolves.toMatchObject({
      sessionId: expect.any(String),
    });
  });

  test.each([
    [{ on: '2026-02-30' }, 'on'],
    [{ at: '25:00' }, 'at'],
    [{ minutes: '0' }, 'minutes'],
    [{ minutes: '49.5' }, 'minutes'],
    [{ with: 'somebody' }, 'with'],
    [{ place: 'x'.repeat(121) }, 'place'],
  ])('with %o gets a sentence by that field', (bad, field) => {
    const parsed = planSessionInput.safeParse({
      coupleId: writing.couple.coupleId,
      with: 'joint',
      on: '2026-01-20',
      at: '10:00',
      minutes: '50',
      ...bad,
    });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
    expect(parsed.error?.issues[0]?.message).toMatch(/^[A-Z].*\.$/);
  });
});

describe('who came', () => {
  test('is recorded by partner and can be put right', async () => {
    const { first, second } = writing.couple;
    const { sessionId } = await plan();
    await tess.as((tx) =>
      recordAttendance(tx, { sessionId, attendance: { [first.partnerId]: 'attended', [second.partnerId]: 'absent' } }),
    );
    await tess.as((tx) => recordAttendance(tx, { sessionId, attendance: { [second.partnerId]: 'late' } }));
    const { session } = await read(sessionId);
    expect(Object.fromEntries(session.attendances.map((row) => [row.partnerId, row.attendance]))).toEqual({
      [first.partnerId]: 'attended',
      [second.partnerId]: 'late',
    });
  });

  test('of an individual session is that partner alone', async () => {
    const { first, second } = writing.couple;
    const { sessionId } = await plan({ with: first.partnerId });
    await expect(
      tess.as((tx) => recordAttendance(tx, { sessionId, attendance: { [second.partnerId]: 'attended' } })),
    ).rejects.toBeInstanceOf(NotFound);
  });

  test('is not known before a session has begun', async () => {
    const { sessionId } = await plan({ on: '2199-01-01' });
    await expect(
      tess.as((tx) =>
        recordAttendance(tx, { sessionId, attendance: { [writing.couple.first.partnerId]: 'attended' } }),
      ),
    ).rejects.toThrow(/not begun/);
  });
});

describe('changing and cancelling', () => {
  const to = { on: '2026-01-21', at: '11:00', minutes: 80, place: '' };

  test('a session moves, and a cancelled one stays in the list as cancelled', async () => {
    const { sessionId } = await plan();
    await tess.as((tx) => changeSession(tx, { sessionId, ...to }));
    expect((await read(sessionId)).session).toMatchObject({ minutes: 80, startsAt: new Date('2026-01-21T16:00:00Z') });
    await tess.as((tx) => cancelSession(tx, { sessionId }));
    expect((await read(sessionId)).session).toMatchObject({ cancelledAt: expect.any(Date), canStartNote: false });
    await expect(tess.as((tx) => changeSession(tx, { sessionId, ...to }))).rejects.toThrow(/cancelled/);
  });

  test('a session whose note is signed stays as it was', async () => {
    const noteId = await tess.begin();
    await tess.save(noteId, 1, { data: 'x', assessment: '', plan: '' });
    const { sessionId } = (await tess.read(noteId)).note;
    await expect(tess.as((tx) => cancelSession(tx, { sessionId }))).rejects.toThrow(/note/);
    await tess.sign(noteId, 2);
    await expect(tess.as((tx) => changeSession(tx, { sessionId, ...to }))).rejects.toThrow(/signed/);
  });
});

test('joint and individual sessions and their notes never meet in one list', async () => {
  const own = await makeWriting(database.owner);
  const author = hand(own.therapist, own.couple);
  await author.begin();
  await author.begin(own.couple.first.partnerId);
  await author.begin(own.couple.second.partnerId);
  const { records } = await author.as((tx) => readSessions(tx, own.couple.coupleId));
  expect(records.map((record) => record.with)).toEqual([
    'joint',
    own.couple.first.partnerId,
    own.couple.second.partnerId,
  ]);
  for (const record of records) {
    expect(record.lines).toHaveLength(1);
    expect(record.lines[0]!.partnerId ?? 'joint').toBe(record.with);
  }
});

test('older sessions follow page by page, each once, the newest first', async () => {
  const own = await makeWriting(database.owner);
  const author = hand(own.therapist, own.couple);
  // Many begin at one time: the order must hold without it.
  await author.as(({ db, actor }) =>
    db.execute(sql`insert into sessions (practice_id, couple_id, kind, therapist_id, starts_at, minutes)
      select ${actor.practiceId}, ${own.couple.coupleId}, 'joint', ${actor.staffMemberId}, timestamptz '2026-01-01 15:00Z' + (n / 3) * interval '1 day', 50
        from generate_series(1, 47) n`),
  );
  const seen: string[] = [];
  let search: { list?: string; before?: string } = {};
  for (let pages = 0; pages < 10; pages += 1) {
    const { records } = await author.as((tx) => readSessions(tx, own.couple.coupleId, search));
    const record = records[0]!;
    if (pages > 0 || !record.older) seen.push(...record.lines.map(({ id }) => id));
    if (pages === 0) search = { list: 'joint' };
    else if (record.older) search = Object.fromEntries(new URLSearchParams(record.older));
    else break;
  }
  expect(seen).toHaveLength(47);
  expect(new Set(seen).size).toBe(47);
  const { rows } = await database.owner.query<{ id: string }>(
    'select id from sessions where couple_id = $1 order by starts_at desc, id desc',
    [own.couple.coupleId],
  );
  expect(seen).toEqual(rows.map(({ id }) => id));
});
