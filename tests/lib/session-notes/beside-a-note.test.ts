// What stands beside a note while it is written, and what never does.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { CONFIDENTIALITY } from '@/db/schema/intakes';
import { setGoalInput } from '@/lib/goals/schema';
import { setGoal } from '@/lib/goals/set-goal';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { answersBeside } from '@/lib/session-notes/joint-answers';
import { listUnsigned } from '@/lib/session-notes/list-unsigned';
import type { Question } from '@/db/program/content';
import { useDatabase } from '../../support/database';
import { makeAssignment, type PartnerInTest } from '../../support/people';
import { hand, joinCareTeam, makeWriting, type Writing } from './writing';

const database = useDatabase();
let writing: Writing;
let tess: ReturnType<typeof hand>;

beforeAll(async () => {
  writing = await makeWriting(database.owner);
  tess = hand(writing.therapist, writing.couple);
  const assignment = await makeAssignment(database.owner, writing.practice, writing.couple, writing.therapist, 'S03');
  await answerAs(writing.couple.first, assignment, 'ADA');
  await answerAs(writing.couple.second, assignment, 'BO');
});

/** A check-in with a safety answer and a private text, a word to the therapist alone, a word for both, and flags. */
async function answerAs(partner: PartnerInTest, assignment: string, mark: string) {
  const { practice, couple } = writing;
  const ids = [practice.practiceId, couple.coupleId, partner.partnerId];
  await tess.as(async (tx) => {
    const keyring = await keyringFor(tx, [couple.coupleId]);
    const seal = (table: string, column: string, rowId: string, text: string) =>
      keyring.seal(
        {
          table,
          column,
          rowId,
          practiceId: practice.practiceId,
          keyClass: table === 'shared_words' ? 'couple.shared' : 'partner.private',
          ownerId: table === 'shared_words' ? couple.coupleId : partner.partnerId,
        },
        text,
      );
    const [checkIn, words, reflection] = [randomUUID(), randomUUID(), randomUUID()];
    await database.owner.query(
      `insert into check_ins (id, practice_id, couple_id, partner_id, assignment_id, unit, "on", comfort, answers, texts, policy)
       values ($4, $1, $2, $3, $5, 'alone', current_date, 6, $6, $7, 'limitedSecrets')`,
      [
        ...ids,
        checkIn,
        assignment,
        {
          done: `DONE ${mark}`,
          freeToStop: `NEVERJOINT ${mark}`,
          contactMe: true,
          reflectionFor: 'My therapist and me',
          invented: `UNKNOWN ${mark}`,
        },
        seal('check_ins', 'texts', checkIn, JSON.stringify({ reflection: `TEXT ${mark}` })),
      ],
    );
    await database.owner.query(
      `insert into shared_words (id, practice_id, couple_id, partner_id, "on", text) values ($4, $1, $2, $3, current_date, $5)`,
      [...ids, words, seal('shared_words', 'text', words, `SHARED ${mark}`)],
    );
    await database.owner.query(
      `insert into reflections (id, practice_id, couple_id, partner_id, text, policy) values ($4, $1, $2, $3, $5, 'limitedSecrets')`,
      [...ids, reflection, seal('reflections', 'text', reflection, `ALONE ${mark}`)],
    );
    await database.owner.query(
      `insert into flags (practice_id, couple_id, partner_id, tier, source, reason)
       values ($1, $2, $3, 'safety', 'checkIn', 'freeToStop'), ($1, $2, $3, 'review', 'checkIn', 'blamed'), ($1, $2, $3, 'review', 'checkIn', 'comfort')`,
      ids,
    );
  });
}

const besideNoteOf = async (partnerId: string | null) => {
  const noteId = await tess.begin(partnerId);
  return (await tess.read(noteId)).context!;
};

describe('beside a joint note', () => {
  test('stand the numbers, choices and words of both', async () => {
    const context = await besideNoteOf(null);
    const shown = JSON.stringify(context);
    for (const expected of ['DONE ADA', 'DONE BO', 'SHARED ADA', 'SHARED BO']) expect(shown).toContain(expected);
    expect(context.checkIns.map(({ numbers }) => numbers)).toEqual([
      [{ name: 'Comfort', value: 6 }],
      [{ name: 'Comfort', value: 6 }],
    ]);
  });

  test('stands no answer about safety, no private text and no sign that there is one', async () => {
    const context = await besideNoteOf(null);
    const shown = JSON.stringify(context);
    for (const never of ['NEVERJOINT', 'TEXT', 'ALONE', 'UNKNOWN', 'My therapist and me', 'contact me', 'safety'])
      expect(shown).not.toContain(never);
    expect(context.tiers.map(({ tier, times }) => [tier, times])).toEqual([
      ['review', 1],
      ['review', 1],
    ]);
  });

  test.each(CONFIDENTIALITY)('rule 8: under %s stands no answer that is never joint', async (policy) => {
    const beside = async () => JSON.stringify({ ...(await besideNoteOf(null)), since: null });
    const before = await beside();
    await database.owner.query(`begin; set local session_replication_role = replica;
      update check_ins set policy = '${policy}' where couple_id = '${writing.couple.coupleId}'; commit`);
    const shown = await beside();
    for (const never of ['NEVERJOINT', 'TEXT', 'ALONE', 'safety']) expect(shown).not.toContain(never);
    expect(shown).toBe(before);
  });

  test('no question of the program that is marked never joint is let through', async () => {
    const { rows } = await database.owner.query<{ questions: Record<string, Question> }>(
      `select common -> 'questions' as questions from programs where practice_id = $1`,
      [writing.practice.practiceId],
    );
    const { questions } = rows[0]!;
    const all = Object.fromEntries(Object.keys(questions).map((id) => [id, 'given']));
    const asked = new Set(answersBeside('joint', questions, all).map(({ ask }) => ask));
    const never = Object.values(questions).filter((question) => question.neverJoint || question.kind === 'text');
    expect(never.length).toBeGreaterThan(20);
    for (const { ask } of never) expect(asked.has(ask)).toBe(false);
    expect(asked.has(questions.done!.ask)).toBe(true);
  });
});

test('beside an individual note stands what that partner gave, whole, and nothing of the other', async () => {
  const shown = JSON.stringify(await besideNoteOf(writing.couple.first.partnerId));
  for (const expected of ['DONE ADA', 'NEVERJOINT ADA', 'TEXT ADA', 'ALONE ADA', 'SHARED ADA'])
    expect(shown).toContain(expected);
  expect(shown).not.toContain('BO');
  expect(shown).not.toContain(writing.couple.second.partnerId);
});

test('beside a note stand the steps given since, and how comfort changed, of those alone whose record it is', async () => {
  const own = await makeWriting(database.owner);
  const author = hand(own.therapist, own.couple);
  const { first, second } = own.couple;
  const assignment = await makeAssignment(database.owner, own.practice, own.couple, own.therapist, 'S03');
  for (const [partner, values] of [
    [first, [3, 7]],
    [second, [8, 2]],
  ] as const)
    for (const [at, comfort] of values.entries())
      await database.owner.query(
        `insert into check_ins (practice_id, couple_id, partner_id, assignment_id, unit, "on", comfort, answers, policy, sent_at)
         values ($1, $2, $3, $4, 'alone', current_date, $5, '{}', 'noSecrets', auth.now() - make_interval(mins => $6))`,
        [own.practice.practiceId, own.couple.coupleId, partner.partnerId, assignment, comfort, 10 - at],
      );
  const beside = async (partnerId: string | null) => (await author.read(await author.begin(partnerId))).context!;
  const joint = await beside(null);
  expect(joint.assigned).toHaveLength(1);
  expect(new Map(joint.comfort.map(({ partnerId, from, to }) => [partnerId, [from, to]]))).toEqual(
    new Map([
      [first.partnerId, [3, 7]],
      [second.partnerId, [8, 2]],
    ]),
  );
  expect((await beside(first.partnerId)).comfort).toEqual([{ partnerId: first.partnerId, from: 3, to: 7 }]);
});

test('beside a joint note stand the goals of both, beside an individual one also that person’s own, never the other’s', async () => {
  const { coupleId, first, second } = writing.couple;
  const set = (words: string, partnerId?: string) =>
    tess.as((tx) => setGoal(tx, setGoalInput.parse({ coupleId, words, partnerId })));
  await set('GOAL OF BOTH');
  await set('GOAL OF ADA', first.partnerId);
  await set('GOAL OF BO', second.partnerId);
  const goalsOf = async (partnerId: string | null) =>
    (await besideNoteOf(partnerId)).goals.map(({ words }) => words).toSorted();
  expect(await goalsOf(null)).toEqual(['GOAL OF BOTH']);
  expect(await goalsOf(first.partnerId)).toEqual(['GOAL OF ADA', 'GOAL OF BOTH']);
  expect(await goalsOf(second.partnerId)).toEqual(['GOAL OF BO', 'GOAL OF BOTH']);
});

test('the last plan comes from the same record alone', async () => {
  const { first, second } = writing.couple;
  const write = async (partnerId: string | null, plan: string) => {
    const noteId = await tess.begin(partnerId);
    await tess.save(noteId, 1, { data: '', assessment: '', plan });
  };
  await write(null, 'JOINT PLAN');
  await write(first.partnerId, 'PLAN OF ADA');
  await write(second.partnerId, 'PLAN OF BO');
  expect((await besideNoteOf(null)).lastPlan?.text).toBe('JOINT PLAN');
  expect((await besideNoteOf(first.partnerId)).lastPlan?.text).toBe('PLAN OF ADA');
  expect((await besideNoteOf(second.partnerId)).lastPlan?.text).toBe('PLAN OF BO');
});

test('notes that wait are listed to their author, the oldest first, and to nobody else', async () => {
  const own = await makeWriting(database.owner);
  const author = hand(own.therapist, own.couple);
  const begun = await author.begin();
  const { sessionId } = await author.plan(own.couple.first.partnerId);
  const signed = await author.begin();
  await author.save(signed, 1, { data: 'x', assessment: '', plan: '' });
  await author.sign(signed, 2);
  const waiting = await author.as(listUnsigned);
  expect(waiting.map(({ noteId, who }) => [noteId, who])).toEqual([
    [begun, 'A.E. & B.S.'],
    [null, 'A.E. alone'],
  ]);
  expect(waiting[1]!.href).toBe(`/couples/${own.couple.coupleId}/sessions/${sessionId}`);
  expect(waiting.every(({ ageInDays }) => ageInDays > 0)).toBe(true);
  const cole = hand(await joinCareTeam(database.owner, own), own.couple);
  expect(await cole.as(listUnsigned)).toEqual([]);
});
