// Questions as data: other words are another question, each step that asks it a new version, and what is assigned goes on asking what it asked.
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { NotFound } from '@/lib/errors';
import type { QuestionForm } from '@/lib/library/question-content';
import { readPreview } from '@/lib/library/read-preview';
import { readQuestionForm, readQuestions } from '@/lib/library/read-questions';
import { questionKey } from '@/lib/library/question-key';
import { saveQuestion } from '@/lib/library/save-question';
import { questionInput } from '@/lib/library/schema';
import { readMyDay } from '@/lib/my-day/open-my-day';
import { readAssign } from '@/lib/plan/read-assign';
import { readCouplePlan } from '@/lib/plan/read-couple-plan';
import { checkProgram } from '@/lib/program/check-program';
import { programOutline } from '@/lib/program/program-outline';
import { readStep } from '@/lib/program/read-library';
import { useFreshDatabase } from '../../support/database';
import { makeStaff, type StaffInTest } from '../../support/people';
import {
  answer,
  assign,
  type AtWork,
  beginWork,
  markDone,
  nextDay,
  refusalOf,
  sees,
  stepIdOf,
  withoutRestDays,
} from '../plan/plan-in-test';
import { faultsOf } from './library-in-test';

const database = useFreshDatabase();
beforeAll(() => withoutRestDays(database.owner));

let work: AtWork;
let therapist: StaffInTest;
beforeAll(async () => {
  work = await beginWork(database.owner);
  therapist = work.therapist;
});

type Change = (form: QuestionForm, where: string[]) => void;

/** Opens the form of a question, changes it and sends it as a browser does; `id` null writes a new one. */
async function change(id: string | null, doing: Change, who = therapist): Promise<void> {
  const key = id === null ? null : questionKey(id);
  const page = await asActor(who.token, (tx) => readQuestionForm(tx, key));
  const form = structuredClone(page.form);
  const where = [...page.where];
  doing(form, where);
  const sent = JSON.parse(
    JSON.stringify({ ...form, where, was: page.where, ...(key ? { question: key } : {}) }, (_, value) =>
      value === true ? 'yes' : value === false ? undefined : value,
    ),
  ) as unknown;
  await asActor(who.token, (tx) => saveQuestion(tx, questionInput.parse(sent)));
}

const outline = () => asActor(therapist.token, (tx) => programOutline(tx));
const idOfAsk = async (ask: string) =>
  Object.entries((await outline()).questions).find(([, question]) => question.ask === ask)?.[0];
const versionOf = async (code: string) =>
  (await asActor(therapist.token, async (tx) => readStep(tx, await stepIdOf(work, code)))).version;
const preview = async (code: string, version: number) =>
  (await asActor(therapist.token, async (tx) => readPreview(tx, await stepIdOf(work, code), String(version))))
    .units[0]!;
const asks = (unit: { consent: { ask: string }[]; checkIn: { ask: string }[] }) => ({
  before: unit.consent.map(({ ask }) => ask),
  after: unit.checkIn.map(({ ask }) => ask),
});

describe('a question', () => {
  test('opened and saved unchanged, every one brings back exactly what there was, and no version', async () => {
    const counts = () =>
      database.owner.query(
        'select (select count(*) from programs) as programs, (select count(*) from step_versions) as steps',
      );
    const before = await counts();
    const { groups } = await asActor(therapist.token, readQuestions);
    const editable = groups.flatMap(({ questions }) => questions).filter(({ fixed }) => fixed === null);
    expect(editable.length).toBeGreaterThan(50);
    const { questions } = await outline();
    for (const id of Object.keys(questions).filter((one) =>
      editable.some(({ questionKey: key }) => key === questionKey(one)),
    ))
      await change(id, () => {});
    expect((await counts()).rows).toEqual(before.rows);
  });

  test('with other words is another question in the same place; each step that asks it is a new version, and no other', async () => {
    const ASK = 'How much did you feel listened to?';
    await change('heard', (form) => (form.ask = ASK));
    expect([await versionOf('S06'), await versionOf('S02')]).toEqual([2, 1]);
    expect(asks(await preview('S06', 2)).after).toContain(ASK);
    expect(asks(await preview('S06', 1)).after).toContain('How heard did you feel?');
    const { questions } = await outline();
    expect(questions.heard?.ask, 'what was asked before keeps its words').toBe('How heard did you feel?');
  });

  test('changed in a list is a new version of every step that the list goes around, and of no other', async () => {
    const before = { S01: await versionOf('S01'), S07: await versionOf('S07'), S02: await versionOf('S02') };
    await change('leaveOut', (form) => (form.ask = 'What would you rather leave out?'));
    expect(
      [await versionOf('S01'), await versionOf('S07'), await versionOf('S02')],
      'alone; together; first agreement',
    ).toEqual([before.S01, before.S07 + 1, before.S02]);
    expect(asks(await preview('S07', before.S07 + 1)).before).toContain('What would you rather leave out?');
    expect(asks(await preview('S07', before.S07)).before).toContain('Anything to leave out?');
  });

  test('whose number tells the care team needs that number, and is never for both to see', async () => {
    const ASK = 'How heavy did the evening feel?';
    const written = (number: string) =>
      change(null, (form, where) => {
        Object.assign(form, { ask: ASK, kind: 'scale', low: 'Light', high: 'Heavy' });
        form.told = { when: 'atLeast', number, tier: 'safety' };
        where.push('after S11');
      });
    await expect(written('')).rejects.toThrow('Write a number from 0 to 10.');
    await written('8');
    const { questions } = await outline();
    expect(questions[(await idOfAsk(ASK))!]).toMatchObject({
      neverJoint: true,
      raises: [{ tier: 'safety', atLeast: 8 }],
    });
  });

  test('is written, asked around a step and in a check-in, and taken out again; the versions between stay readable', async () => {
    const ASK = 'Was the time of day a good one?';
    await change(null, (form, where) => {
      Object.assign(form, { ask: ASK, kind: 'yesno', tellsNo: 'review' });
      where.push('after S11', 'checkIn.full');
    });
    const version = await versionOf('S11');
    expect(asks(await preview('S11', version)).after).toContain(ASK);
    const id = (await idOfAsk(ASK))!;
    expect((await outline()).questions[id]).toMatchObject({
      neverJoint: true,
      raises: [{ tier: 'review', answers: ['No'] }],
    });
    expect((await outline()).checkIn.full.indexOf(id)).toBeLessThan(
      (await outline()).checkIn.full.indexOf('reflectionFor'),
    );
    await change(id, (_, where) => void where.splice(0));
    expect(await versionOf('S11')).toBe(version + 1);
    expect(asks(await preview('S11', version + 1)).after).not.toContain(ASK);
    expect(asks(await preview('S11', version)).after).toContain(ASK);
  });

  test('leaves the whole program sound', async () => {
    const { rows } = await database.owner.query<{ program: unknown }>(
      `select (select common from programs where practice_id = $1 order by version desc limit 1)
           || jsonb_build_object('steps', (select jsonb_agg(v.content order by s.code) from steps s
                join lateral (select content from step_versions x where x.step_id = s.id order by version desc limit 1) v on true
               where s.practice_id = $1 and s.couple_id is null)) as program`,
      [work.practice.practiceId],
    );
    expect(checkProgram(rows[0]!.program)).toEqual([]);
  });
});

describe('for a couple', () => {
  test('what is assigned goes on asking what it asked, is offered as a move, and says what would be asked', async () => {
    const at = await beginWork(database.owner);
    await markDone(at, 'S02');
    const id = await assign(at, 'S06');
    await nextDay(at);
    const asked = async () =>
      (await asActor(at.couple.first.token, readMyDay)).units.find((unit) => unit.assignmentId === id)!;
    const before = asks(await asked());
    await change('topicsOut', (form) => (form.ask = 'What would you rather not talk about?'), at.therapist);
    await change('leaveOut', (form) => (form.ask = 'What is left out this time?'), at.therapist);
    await nextDay(at);
    expect(asks(await asked())).toEqual(before);
    const plan = await asActor(at.therapist.token, (tx) => readCouplePlan(tx, at.couple.coupleId));
    const step = plan.stages.flatMap(({ steps }) => steps).find((one) => one.id === id)!;
    expect(step.newer?.version).toBe(3);
    const stepId = await stepIdOf(at, 'S06');
    const { assigning } = await asActor(at.therapist.token, (tx) =>
      readAssign(tx, at.couple.coupleId, { step: stepId, from: id, version: 'newest' }),
    );
    expect(assigning!.moves).toMatchObject({
      noLonger: [
        'Asked before: Anything to leave out?',
        'Asked before: Is there anything you would rather not talk about?',
      ],
      now: ['Asked before: What is left out this time?', 'Asked before: What would you rather not talk about?'],
    });
  });

  test('an added consent holds the step until everyone has given an answer that opens', async () => {
    const at = await beginWork(database.owner);
    await markDone(at, 'S02');
    await change(
      null,
      (form, where) => {
        form.ask = 'Is this a calm week for you?';
        form.answers = [
          { text: 'Calm', opens: true, tells: '' },
          { text: 'Busy', opens: false, tells: '' },
        ];
        where.push('consent.together');
      },
      at.therapist,
    );
    const id = await assign(at, 'S06');
    await nextDay(at);
    for (const partner of at.couple.partners) await answer(partner, id);
    await nextDay(at);
    expect(await sees(at.couple.first, id)).not.toBe('open');
  });
});

describe('refused', () => {
  const planted: [fault: string, id: string | null, doing: Change, field: string, sentence: RegExp][] = [
    ['one answer', 'blamed', (form) => (form.answers = form.answers.slice(0, 1)), 'answers', /at least two/],
    ['an empty answer', 'blamed', (form) => (form.answers[1]!.text = ''), 'answers.1.text', /take the row away/],
    ['the same twice', 'blamed', (form) => (form.answers[1]!.text = form.answers[0]!.text), 'answers', /chosen twice/],
    ['no end of a scale', 'settledBefore', (form) => (form.high = ''), 'high', /both ends/],
    ['explicit', 'blamed', (form) => (form.ask = 'Any arousal?'), 'ask', /is explicit/],
    ['gender', 'blamed', (form) => (form.answers[0]!.text = 'Ask her'), 'answers.0.text', /assumes a gender/],
    ['tone', 'settledBefore', (form) => (form.low = 'None!'), 'low', /out of tone/],
    [
      'opens and tells',
      'wishOrPlease',
      (form) => (form.answers[0]!.tells = 'talk'),
      'answers.0.text',
      /does not open with an answer/,
    ],
    ['opens afterwards', 'blamed', (form) => (form.answers[0]!.opens = true), 'where', /before a step opens/],
    ['the past before', 'blamed', (_, where) => void where.push('before S02'), 'where', /comes afterwards/],
    ['asked twice', 'blamed', (_, where) => void where.push('checkIn.short'), 'where', /asks this already/],
    ['asked nowhere', null, (form) => (form.ask = 'New?'), 'where', /Choose where/],
    ['a list and more', 'blamed', (_, where) => void where.push('consent.alone'), 'where', /stands there alone/],
    [
      'a consent that opens nothing',
      null,
      (form, where) => {
        form.ask = 'New?';
        form.answers = ['A', 'B'].map((text) => ({ text, opens: false, tells: '' }));
        where.push('consent.alone');
      },
      'answers',
      /with which the step opens/,
    ],
    [
      'a number before',
      null,
      (form, where) => {
        Object.assign(form, { ask: 'New?', kind: 'scale', low: 'a', high: 'b' });
        where.push('consent.alone');
      },
      'kind',
      /ask a choice/,
    ],
  ];
  test.each(planted)('%s, beside its field', async (_, id, doing, field, sentence) => {
    const faults = await faultsOf(change(id, doing));
    expect(faults[field], JSON.stringify(faults)).toMatch(sentence);
    expect(JSON.stringify(faults), 'no code, no id').not.toMatch(/\bS\d\d\b|blamed"|neverJoint/);
  });

  test.each(['freeToStop', 'contactMe', 'ownChoice', 'stopAllRight', 'askedToStop', 'wantThisWeek', 'comfort'])(
    '%s: it is fixed, with a sentence why, and no form opens for it',
    async (id) => {
      const { groups } = await asActor(therapist.token, readQuestions);
      const shown = groups
        .flatMap(({ questions }) => questions)
        .find(({ questionKey: key }) => key === questionKey(id));
      expect(shown?.fixed).toMatch(/^[A-Z].*\.$/);
      await expect(asActor(therapist.token, (tx) => readQuestionForm(tx, questionKey(id)))).rejects.toThrow(NotFound);
      const sent = questionInput.parse({ question: questionKey(id), ask: 'Other words?', kind: 'text' });
      expect(await refusalOf(asActor(therapist.token, (tx) => saveQuestion(tx, sent)))).toContain('stays as it is');
    },
  );

  test('to the second of two who change the same question; and to whoever may not write, as what is not there', async () => {
    const sent = questionInput.parse({
      question: questionKey('gotInTheWay'),
      ask: 'What was in the way?',
      kind: 'text',
      where: ['after S03'],
      was: ['after S03'],
    });
    await asActor(therapist.token, (tx) => saveQuestion(tx, sent));
    expect(await refusalOf(asActor(therapist.token, (tx) => saveQuestion(tx, { ...sent, ask: 'Another?' })))).toContain(
      'Someone else changed this question',
    );
    const admin = await makeStaff(database.owner, work.practice, ['practiceAdmin']);
    await expect(asActor(admin.token, readQuestions)).rejects.toThrow(NotFound);
    await expect(asActor(work.couple.first.token, readQuestions)).rejects.toThrow(NotFound);
    await expect(asActor(admin.token, (tx) => saveQuestion(tx, sent))).rejects.toThrow(NotFound);
  });
});
