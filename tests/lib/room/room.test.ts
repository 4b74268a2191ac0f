// The screen both look at shows what both may see, and nothing that only one of them or the care team knows (product, "In the room").
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { RoomView } from '@/components/plan/room-view';
import { asActor } from '@/db/access/as-actor';
import { NotFound } from '@/lib/errors';
import { readAssign } from '@/lib/plan/read-assign';
import { discardPreparedStep, prepareStep } from '@/lib/room/prepare-step';
import { readRoom, type RoomSearch } from '@/lib/room/read-room';
import { prepareStepInput } from '@/lib/room/schema';
import { useFreshDatabase } from '../../support/database';
import { makeStaff } from '../../support/people';
import {
  actOnWhole,
  answer,
  assign,
  type AtWork,
  beginWork,
  markDone,
  nextDay,
  stepIdOf,
  withoutRestDays,
  YES,
} from '../plan/plan-in-test';

const database = useFreshDatabase();
beforeAll(() => withoutRestDays(database.owner));

const FORM_KEY = '00000000-0000-4000-8000-000000000000';

async function bytesOf(work: AtWork, search: RoomSearch = {}): Promise<string> {
  const room = await asActor(work.therapist.token, (tx) => readRoom(tx, work.couple.coupleId, search));
  const view = createElement(RoomView, {
    room,
    action: () => Promise.resolve({ status: 'idle' as const }),
    formKey: FORM_KEY,
  });
  // What crosses to the browser is the markup and the data it is made of.
  return renderToStaticMarkup(view) + JSON.stringify(room);
}

/** What only one partner or the care team knows, put wherever the plan's own page would show it. */
async function plantOneSided(work: AtWork, step: string): Promise<void> {
  const { practiceId } = work.practice;
  const { coupleId, first, second } = work.couple;
  await answer(first, step, { ...YES, wantThisWeek: 'No' });
  await answer(second, step);
  const owned = (sql: string, ...values: unknown[]) =>
    work.owner.query(sql, [practiceId, coupleId, first.partnerId, ...values]);
  await owned(
    `insert into flags (practice_id, couple_id, partner_id, tier, source, reason) values ($1, $2, $3, 'safety', 'pause', 'pause')`,
  );
  await owned(`insert into plan_events (practice_id, couple_id, partner_id, kind) values ($1, $2, $3, 'paused')`);
  await owned(`insert into plan_events (practice_id, couple_id, partner_id, kind) values ($1, $2, $3, 'safetyRaised')`);
  await owned(
    `insert into plan_events (practice_id, couple_id, partner_id, kind, is_opening, staff_member_id) values ($1, $2, $3, 'metAlone', false, $4)`,
    work.therapist.staffMemberId,
  );
  await owned(
    `insert into check_ins (practice_id, couple_id, partner_id, assignment_id, unit, policy, "on", answers, comfort)
     values ($1, $2, $3, $4, 'whole', 'noSecrets', '2026-01-01', '{"distress": "CANARY-distress"}', 2)`,
    step,
  );
  await owned(
    `insert into sessions (practice_id, couple_id, partner_id, kind, therapist_id, starts_at, minutes, place)
     values ($1, $2, $3, 'individual', $4, auth.now() + interval '1 hour', 50, 'CANARY-place')`,
    work.therapist.staffMemberId,
  );
  await work.owner.query(`update intakes set reasons = '{medical}' where couple_id = $1`, [coupleId]);
  await work.owner.query(
    `update partners set contact_instruction = 'CANARY-contact', phone = 'CANARY-phone', name = 'Canary Name' where id = $1`,
    [first.partnerId],
  );
  await actOnWhole(work, 'hold');
}

describe('the room view', () => {
  test('is the same, byte for byte, whatever one partner or the care team alone knows', async () => {
    const work = await beginWork(database.owner);
    const step = await assign(work, 'S12', { line: 'Begin on Sunday.', own: 'Lights on' });
    await nextDay(work);
    const searches: RoomSearch[] = [{}, { q: 'listen' }, { step: await stepIdOf(work, 'S01') }];
    const before = [];
    for (const search of searches) before.push(await bytesOf(work, search));
    await plantOneSided(work, step);
    const after = [];
    for (const search of searches) after.push(await bytesOf(work, search));
    expect(after).toEqual(before);
    expect(before[0]).toContain('Begin on Sunday.');
    expect(before[0]).toContain('Lights on');
    await nextDay(work);
    expect(await bytesOf(work), 'also after the turn').toEqual(before[0]);
    for (const bytes of after)
      expect(bytes).not.toMatch(/CANARY|Canary|Ada Example|Bo Sample|pause|hold|consent|flag|distress/i);
  });

  test('shows a step from the turn on that shows it to both, and no longer once it is done', async () => {
    const work = await beginWork(database.owner);
    const step = await assign(work, 'S12');
    expect(await bytesOf(work)).toContain('No step is on the plan yet');
    await nextDay(work);
    expect(await bytesOf(work)).toContain(step);
    await work.owner.query(
      `insert into plan_events (practice_id, couple_id, kind, assignment_id, staff_member_id) values ($1, $2, 'finished', $3, $4)`,
      [work.practice.practiceId, work.couple.coupleId, step, work.therapist.staffMemberId],
    );
    await nextDay(work);
    expect(await bytesOf(work)).toContain('No step is on the plan yet');
  });

  test('is open to the care team alone', async () => {
    const work = await beginWork(database.owner);
    const other = await makeStaff(database.owner, work.practice);
    for (const { token } of [other, work.couple.first])
      await expect(asActor(token, (tx) => readRoom(tx, work.couple.coupleId, {}))).rejects.toThrow(NotFound);
  });
});

describe('a step prepared in the room', () => {
  const prepare = async (work: AtWork, code: string, sent: Record<string, unknown> = {}) => {
    const input = prepareStepInput.parse({
      coupleId: work.couple.coupleId,
      stepId: await stepIdOf(work, code),
      rhythm: { kind: 'timesAWeek', times: '2' },
      minutes: { min: '5', max: '15' },
      ...sent,
    });
    return asActor(work.therapist.token, (tx) => prepareStep(tx, input));
  };
  const choosing = async (work: AtWork) =>
    (await asActor(work.therapist.token, (tx) => readAssign(tx, work.couple.coupleId, {}))).choosing!.prepared;
  const assigned = async (work: AtWork) =>
    (await work.owner.query('select id from assignments where couple_id = $1', [work.couple.coupleId])).rows.length;

  test('is assigned where nothing stands in its way, and reaches both at once in a joint session', async () => {
    const work = await beginWork(database.owner);
    expect((await prepare(work, 'S12')).redirectTo).toMatch(/prepared=turn$/);
    await work.owner.query(
      `insert into sessions (practice_id, couple_id, kind, therapist_id, starts_at, minutes) values ($1, $2, 'joint', $3, auth.now() - interval '10 minutes', 50)`,
      [work.practice.practiceId, work.couple.coupleId, work.therapist.staffMemberId],
    );
    expect((await prepare(work, 'S01')).redirectTo).toMatch(/prepared=now$/);
    expect(await assigned(work)).toBe(2);
    expect(await bytesOf(work)).toContain('Twice a week');
  });

  test('otherwise waits for its therapist, with what was chosen, and says only one sentence in the room', async () => {
    const work = await beginWork(database.owner, { isMet: false });
    const { redirectTo } = await prepare(work, 'S12', { line: 'As we said.' });
    expect(redirectTo).toMatch(/prepared=after$/);
    expect(await assigned(work)).toBe(0);
    expect(await bytesOf(work, { prepared: 'after' })).toContain('Prepared: finish after the session.');
    const [line, ...others] = await choosing(work);
    expect(others).toEqual([]);
    const { assigning } = await asActor(work.therapist.token, (tx) =>
      readAssign(tx, work.couple.coupleId, { step: line!.stepId }),
    );
    expect(assigning).toMatchObject({
      line: 'As we said.',
      rhythm: { kind: 'timesAWeek', times: 2 },
      minutes: { max: 15 },
    });
    await asActor(work.therapist.token, (tx) =>
      discardPreparedStep(tx, { coupleId: work.couple.coupleId, stepId: line!.stepId }),
    );
    expect(await choosing(work)).toEqual([]);
  });

  test('leaves the list when it is assigned, and its words are sealed', async () => {
    const work = await beginWork(database.owner);
    await prepare(work, 'S06', { line: 'CANARY-line' });
    const stored = await work.owner.query('select choice from prepared_steps where couple_id = $1', [
      work.couple.coupleId,
    ]);
    expect(stored.rows[0].choice.toString('latin1')).not.toContain('CANARY');
    await markDone(work, 'S02');
    await assign(work, 'S06');
    expect(await choosing(work)).toEqual([]);
  });
});
