// What is read in the minute before a session.
import { beforeAll, expect, test, vi } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { PreparingClient } from '@/db/preparing-client';
import { sendCheckIn } from '@/lib/check-ins/send-check-in';
import { readSinceSession } from '@/lib/couples/read-since';
import { NotFound } from '@/lib/errors';
import { pause } from '@/lib/pauses/pause';
import { writeWords } from '@/lib/reflections/write-words';
import { useFreshDatabase } from '../../support/database';
import { makeStaff, type PartnerInTest } from '../../support/people';
import { answer, assign, beginWork, markDone, nextDay, withoutRestDays } from '../plan/plan-in-test';

const database = useFreshDatabase();
beforeAll(() => withoutRestDays(database.owner));

async function atWork() {
  const work = await beginWork(database.owner);
  await markDone(work, 'S16', 'S15');
  const step = await assign(work, 'S12');
  await nextDay(work);
  for (const partner of work.couple.partners) await answer(partner, step);
  await nextDay(work);
  const checkIn = (partner: PartnerInTest, answers: Record<string, string>) =>
    asActor(partner.token, (tx) => sendCheckIn(tx, { assignmentId: step, unit: 'whole', answers }));
  const write = (partner: PartnerInTest, text: string) =>
    asActor(partner.token, (tx) => writeWords(tx, { audience: 'private', text }));
  const session = (at: string) =>
    work.owner.query(
      `insert into sessions (practice_id, couple_id, kind, therapist_id, starts_at, minutes)
       values ($1, $2, 'joint', $3, auth.now() + $4::interval, 50)`,
      [work.practice.practiceId, work.couple.coupleId, work.therapist.staffMemberId, at],
    );
  const read = (by = work.therapist.token) => asActor(by, (tx) => readSinceSession(tx, work.couple.coupleId));
  return { work, checkIn, write, session, read, ...work.couple };
}

test('what was given since the last session stands there, and nothing from before it', async () => {
  const { work, first, second, checkIn, write, session, read } = await atWork();
  expect((await read()).since).toBeNull();
  await checkIn(first, { comfort: '1' });
  await write(first, 'Before the session');
  await session('1 minute');
  await session('3 days');
  await nextDay(work);
  await checkIn(first, { comfort: '8', freeToStop: 'Yes' });
  await checkIn(second, { comfort: '4', freeToStop: 'Mostly' });
  await write(second, 'After the session');
  await asActor(second.token, pause);
  const since = await read();
  expect(since.since).toMatch(/^the joint session of /);
  expect(since.next).not.toBeNull();
  expect(since.people.map(({ numbers }) => numbers)).toEqual([
    [
      { name: 'Check-ins', value: '1' },
      { name: 'Comfort', value: '8' },
    ],
    [
      { name: 'Check-ins', value: '1' },
      { name: 'Comfort', value: '4' },
    ],
  ]);
  expect(since.differences.map(({ sentences }) => sentences)).toEqual([
    [
      'For how it was, Ada Example gave 8 and Bo Sample 4.',
      'Ada Example felt free to stop; Bo Sample answered “Mostly”.',
    ],
  ]);
  expect(since.changes.map(({ sentence }) => sentence)).toEqual(['Bo Sample paused.']);
  expect(since.words.map(({ text }) => text)).toEqual(['After the session']);
  expect(since.flags.map(({ headline }) => headline).join()).toContain('B.S.');
  expect(JSON.stringify(since)).not.toContain('Before the session');
});

test('it is read in at most ten statements, however much was given', async () => {
  const { first, second, checkIn, write, read } = await atWork();
  for (const partner of [first, second])
    for (let times = 0; times < 6; times += 1) {
      await checkIn(partner, { comfort: String(times) });
      await write(partner, `Words ${times}`);
    }
  await read();
  const asked = vi.spyOn(PreparingClient.prototype, 'query');
  const { words, more } = await read();
  const statements = asked.mock.calls.length;
  asked.mockRestore();
  expect([words.length, more]).toEqual([4, 8]);
  // Beside begin, who is asking and commit.
  expect(statements).toBeLessThanOrEqual(12);
});

test('nobody outside the care team reads it, neither partner does', async () => {
  const { work, first, read } = await atWork();
  const outside = await makeStaff(work.owner, work.practice, ['therapist', 'practiceAdmin', 'scheduler']);
  for (const { token } of [outside, first]) await expect(read(token)).rejects.toBeInstanceOf(NotFound);
});
