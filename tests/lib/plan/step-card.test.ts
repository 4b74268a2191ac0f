// A step on paper: only what both may read, and only for whoever may open it.
import { beforeAll, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { NotFound } from '@/lib/errors';
import { readAssignedCard, readLibraryCard } from '@/lib/plan/read-step-card';
import { useFreshDatabase } from '../../support/database';
import { makeCouple, makeStaff } from '../../support/people';
import { assign, beginWork, stepIdOf, withoutRestDays } from './plan-in-test';

const database = useFreshDatabase();
beforeAll(() => withoutRestDays(database.owner));

test('a card of an assigned step has its terms and names no practice, person or code', async () => {
  const work = await beginWork(database.owner);
  const { coupleId } = work.couple;
  const assignmentId = await assign(work, 'S17', {
    waiver: 'They did this before.',
    own: 'Lights on',
    line: 'Take your time.',
  });
  const { card } = await asActor(work.therapist.token, (tx) => readAssignedCard(tx, { coupleId, assignmentId }));
  expect(card).toMatchObject({ conditions: ['Lights on'], line: 'Take your time.', minutes: '5 to 10 minutes' });
  expect(JSON.stringify(card)).not.toMatch(/Ada|Bo Sample|Tess|Practice|Hearth|S\d\d|before\./);
  const { rowCount } = await work.owner.query(`select from audit_events where act = 'printed' and record_id = $1`, [
    assignmentId,
  ]);
  expect(rowCount).toBe(1);
});

test('every step of the library can be printed by all staff, with all its parts', async () => {
  const work = await beginWork(database.owner);
  const scheduler = await makeStaff(database.owner, work.practice, ['scheduler']);
  const stepId = await stepIdOf(work, 'S10');
  const { card } = await asActor(scheduler.token, (tx) => readLibraryCard(tx, stepId));
  expect(card.units.map(({ unit }) => unit)).toEqual(['alone', 'together']);
  expect(JSON.stringify(card)).not.toMatch(/S\d\d/);
});

test('another couple’s step is not found, nor is a step by someone outside the care team', async () => {
  const work = await beginWork(database.owner);
  const other = await makeCouple(database.owner, work.practice, work.therapist);
  const outside = await makeStaff(database.owner, work.practice);
  const assignmentId = await assign(work, 'S01');
  const read = (token: string, coupleId: string) =>
    asActor(token, (tx) => readAssignedCard(tx, { coupleId, assignmentId }));
  await expect(read(work.therapist.token, other.coupleId)).rejects.toThrow(NotFound);
  await expect(read(outside.token, work.couple.coupleId)).rejects.toThrow(NotFound);
});
