// Goals and objectives: in their words, each in its own record, and nothing that was written is overwritten.
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { changeGoal, moveGoal } from '@/lib/goals/change-goal';
import type { Goal } from '@/lib/goals/list-goals';
import { readFrame, readFrameToPrint } from '@/lib/goals/read-frame';
import { changeGoalInput, moveGoalInput, setGoalInput } from '@/lib/goals/schema';
import { setGoal } from '@/lib/goals/set-goal';
import { readNotePage } from '@/lib/session-notes/read-note';
import { startNote } from '@/lib/session-notes/start-note';
import { planSession } from '@/lib/sessions/plan-session';
import { readToday } from '@/lib/today/read-today';
import { useDatabase } from '../../support/database';
import { makeCouple, makePractice, makeStaff } from '../../support/people';

const database = useDatabase();

async function begin() {
  const practice = await makePractice(database.owner);
  const therapist = await makeStaff(database.owner, practice);
  const couple = await makeCouple(database.owner, practice, therapist);
  const { coupleId } = couple;
  const as = <T>(work: Parameters<typeof asActor<T>>[1], token = therapist.token) => asActor(token, work);
  const frame = (token = therapist.token) => as((tx) => readFrame(tx, coupleId), token);
  const set = (words: string, more: Record<string, unknown> = {}, token = therapist.token) =>
    as((tx) => setGoal(tx, setGoalInput.parse({ coupleId, words, ...more })), token);
  const goals = async () => (await frame()).goals;
  const goal = async (words: string): Promise<Goal> => {
    const { goals: ofBoth, people } = await frame();
    const all = [...ofBoth, ...people.flatMap((one) => one.goals)];
    return [...all, ...all.flatMap(({ objectives }) => objectives)].find((one) => one.words === words)!;
  };
  const change = async (of: Goal, words: string, more: Record<string, unknown> = {}) =>
    as((tx) => changeGoal(tx, changeGoalInput.parse({ coupleId, goalId: of.id, number: of.number, words, ...more })));
  const move = async (of: Goal, to: string) =>
    as((tx) => moveGoal(tx, moveGoalInput.parse({ coupleId, goalId: of.id, number: of.number, to })));
  return { practice, therapist, couple, as, frame, set, goals, goal, change, move };
}
type Begun = Awaited<ReturnType<typeof begin>>;

describe('goals', () => {
  let at: Begun;
  beforeAll(async () => {
    at = await begin();
  });

  test('stand in the order they were written, which can be changed', async () => {
    for (const words of ['One', 'Two', 'Three']) await at.set(words);
    await at.move(await at.goal('Three'), 'up');
    expect((await at.goals()).map(({ words }) => words)).toEqual(['One', 'Three', 'Two']);
    await at.move(await at.goal('One'), 'up');
    await at.move(await at.goal('One'), 'down');
    expect((await at.goals()).map(({ words }) => words)).toEqual(['Three', 'One', 'Two']);
  });

  test('said in other words keep what they said before, with who and when', async () => {
    await at.set('To be close');
    await at.change(await at.goal('To be close'), 'To be close again', { reviewOn: '2030-01-01' });
    const now = await at.goal('To be close again');
    expect(now.versions.map(({ words }) => words)).toEqual(['To be close', 'To be close again']);
    expect(now).toMatchObject({ number: 2, reviewOn: '2030-01-01', setBy: now.versions[0]!.by });
    await expect(
      database.owner.query(`select 1 from goal_versions where goal_id = $1`, [now.id]),
    ).resolves.toMatchObject({ rowCount: 2 });
  });

  test('are met, dropped and taken up again, each a version of its own, and pressing twice changes nothing', async () => {
    await at.set('To sleep in one bed');
    const first = await at.goal('To sleep in one bed');
    await at.move(first, 'met');
    await at.move(first, 'met');
    await at.move(await at.goal('To sleep in one bed'), 'open');
    await at.move(await at.goal('To sleep in one bed'), 'dropped');
    expect((await at.goal('To sleep in one bed')).versions.map(({ state }) => state)).toEqual([
      'open',
      'met',
      'open',
      'dropped',
    ]);
  });

  test('changed by two at once lose nothing: the later one is shown both, and chooses', async () => {
    await at.set('Begun');
    const seen = await at.goal('Begun');
    await at.change(seen, 'From one tab');
    await expect(at.change(seen, 'From the other tab')).rejects.toMatchObject({
      fields: { words: 'Saved in the meantime: From one tab' },
    });
    await expect(at.move(seen, 'met')).rejects.toMatchObject({ name: 'Refusal' });
    await at.change(seen, 'Both together', { seen: '2' });
    expect((await at.goal('Both together')).versions.map(({ words }) => words)).toEqual([
      'Begun',
      'From one tab',
      'Both together',
    ]);
  });

  test('have objectives under them, in the record of their goal, and none under an objective', async () => {
    const { couple } = at;
    await at.set('Ada’s own', { partnerId: couple.first.partnerId });
    const own = await at.goal('Ada’s own');
    // What the form says of whose it is does not count.
    await at.set('Ten minutes a day', { underId: own.id, partnerId: couple.second.partnerId });
    const objective = await at.goal('Ten minutes a day');
    expect(objective).toMatchObject({ underId: own.id, partnerId: couple.first.partnerId });
    await expect(at.set('Deeper', { underId: objective.id })).rejects.toMatchObject({ name: 'NotFound' });
  });

  test('lie sealed, and of one partner in that person’s record alone', async () => {
    const { couple } = at;
    const { rows } = await database.owner.query<{ text: string; key_class: string; partner_id: string | null }>(
      `select encode(v.words, 'escape') as text, k.key_class, g.partner_id from goal_versions v join goals g on g.id = v.goal_id
         join data_keys k on k.id = encode(substring(v.words from 2 for 16), 'hex')::uuid where v.couple_id = $1`,
      [couple.coupleId],
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const { text, key_class, partner_id } of rows) {
      for (const words of ['close', 'Ada', 'minutes', 'bed']) expect(text).not.toContain(words);
      expect(key_class).toBe(partner_id ? 'partner.record' : 'couple.record');
    }
  });

  test('nobody outside the care team reads or writes them, nor does a partner', async () => {
    const outsider = await makeStaff(database.owner, at.practice);
    const admin = await makeStaff(database.owner, at.practice, ['practiceAdmin', 'supervisor', 'scheduler']);
    for (const { token } of [outsider, admin, at.couple.first]) {
      await expect(at.frame(token)).rejects.toMatchObject({ name: 'NotFound' });
      await expect(at.set('x', {}, token)).rejects.toMatchObject({ name: 'NotFound' });
    }
  });
});

test('beside a joint note stand the couple’s open goals alone, beside an individual one that partner’s too, and never the other’s', async () => {
  const at = await begin();
  const { first, second, coupleId } = at.couple;
  await at.set('Of both');
  await at.set('Measured', { underId: (await at.goal('Of both')).id });
  await at.set('Dropped long ago');
  await at.move(await at.goal('Dropped long ago'), 'dropped');
  await at.set('Of the first', { partnerId: first.partnerId });
  await at.set('Of the second', { partnerId: second.partnerId });
  const beside = (partnerId: string | null) =>
    at.as(async (tx) => {
      const session = { on: '2026-01-05', at: '09:00', minutes: 50, place: '' };
      const { sessionId } = await planSession(tx, { coupleId, with: partnerId ?? 'joint', ...session });
      const { noteId } = await startNote(tx, { sessionId });
      const { goals } = (await readNotePage(tx, { coupleId, noteId }, undefined)).context!;
      return goals.map(({ words, objectives }) => [words, ...objectives.map((objective) => objective.words)]);
    });
  expect(await beside(null)).toEqual([['Of both', 'Measured']]);
  expect((await beside(first.partnerId)).flat().toSorted()).toEqual(['Measured', 'Of both', 'Of the first']);
  expect((await beside(second.partnerId)).flat().toSorted()).toEqual(['Measured', 'Of both', 'Of the second']);
});

test('the print of one record holds nothing of another', async () => {
  const at = await begin();
  const { first, second, coupleId } = at.couple;
  await at.set('OF BOTH');
  await at.set('OF THE FIRST', { partnerId: first.partnerId });
  await at.set('OF THE SECOND', { partnerId: second.partnerId });
  const print = async (partnerId?: string) =>
    (await at.as((tx) => readFrameToPrint(tx, { coupleId, partnerId }))).goals.map(({ words }) => words);
  expect(await print()).toEqual(['OF BOTH']);
  expect(await print(first.partnerId)).toEqual(['OF THE FIRST']);
  expect(await print(second.partnerId)).toEqual(['OF THE SECOND']);
  const { rows } = await database.owner.query(
    `select record_kind, concerns_partner_id from audit_events where couple_id = $1 and act = 'printed' order by at`,
    [coupleId],
  );
  expect(rows).toEqual([
    { record_kind: 'goals', concerns_partner_id: null },
    { record_kind: 'partnerFrame', concerns_partner_id: first.partnerId },
    { record_kind: 'partnerFrame', concerns_partner_id: second.partnerId },
  ]);
});

test('on its review day an open goal stands on Today, once for the couple and without its words, until it has another day', async () => {
  const at = await begin();
  const today = (await at.frame()).couple.today;
  await at.set('SECRET', { reviewOn: today });
  await at.set('ALSO SECRET', { reviewOn: '2020-01-01' });
  await at.set('LATER', { reviewOn: '2999-01-01' });
  const lines = async () => (await at.as((tx) => readToday(tx))).toDos.filter(({ areGoals }) => areGoals);
  expect(await lines()).toMatchObject([
    { coupleId: at.couple.coupleId, words: 'Look at the goals again', dueOn: '2020-01-01', due: 'overdue' },
  ]);
  await at.move(await at.goal('ALSO SECRET'), 'met');
  expect(await lines()).toMatchObject([{ dueOn: today }]);
  await at.change(await at.goal('SECRET'), 'SECRET', { reviewOn: '2999-01-01' });
  expect(await lines()).toEqual([]);
});
