/** Everything the program asks: the page that lists it, and the form of one question. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { findProgram, listSteps } from '@/db/queries/plan/program';
import type { NamedQuestion } from '@/db/program/content';
import { NotFound } from '@/lib/errors';
import { type Asked, askedOf } from '@/lib/program/read-library';
import { questionIn } from '@/lib/program/question-in';
import { whyFixed } from './fixed-questions';
import { EMPTY_QUESTION, type QuestionForm, questionForm } from './question-content';
import { idOfKey, questionKey } from './question-key';
import { type Asking, placesOf } from './question-places';
import { onlyEditors, type Option } from './read-step-form';

export type ListedQuestion = Asked & {
  questionKey: string;
  /** Why it stays as it is; null where it may be changed. */
  fixed: string | null;
  /** The steps that ask it, where a list does not say it. */
  where: string[];
};
export type QuestionsPage = { groups: { heading: string; lead: string; questions: ListedQuestion[] }[] };

async function readAsking(tx: ActorTx): Promise<Asking> {
  onlyEditors(tx);
  const program = await findProgram(tx);
  if (!program) throw new NotFound();
  return { common: program.common, steps: (await listSteps(tx)).map(({ content }) => content) };
}

export async function readQuestions(tx: ActorTx): Promise<QuestionsPage> {
  const asking = await readAsking(tx);
  const { consent, checkIn, questions } = asking.common;
  const labels = new Map(placeOptions(asking).map(({ value, label }) => [value, label]));
  const lineOf = (question: NamedQuestion): ListedQuestion => ({
    ...askedOf(question),
    questionKey: questionKey(question.id),
    fixed: whyFixed(question.id),
    where: placesOf(asking, question.id)
      .filter((place) => /^(before|after) /.test(place))
      .map((place) => labels.get(place) ?? ''),
  });
  const named = (ids: readonly string[]) => ids.map((id) => lineOf({ ...questions[id]!, id }));
  const usual = new Set([...checkIn.short, ...checkIn.full]);
  return {
    groups: [
      { heading: 'Before what is done alone', lead: 'Each answers alone.', questions: consent.alone.map(lineOf) },
      {
        heading: 'Before what is done together',
        lead: 'Each answers alone. What somebody writes here waits for you, and you merge it into conditions for both.',
        questions: consent.together.map(lineOf),
      },
      {
        heading: 'Before the first agreement',
        lead: 'Each answers alone.',
        questions: consent.firstAgreement.map(lineOf),
      },
      {
        heading: 'After every occasion',
        lead: 'The short check-in, which is part of the full one.',
        questions: named(checkIn.short),
      },
      {
        heading: 'In the full check-in as well',
        lead: 'From intensity 3.',
        questions: named(checkIn.full.filter((id) => !checkIn.short.includes(id))),
      },
      {
        heading: 'Around single steps',
        lead: 'In a step’s own form you choose among these, and in which order they come.',
        questions: named(Object.keys(questions).filter((id) => !usual.has(id))),
      },
    ],
  };
}

export type QuestionFormPage = {
  /** Null: a new one. */
  questionKey: string | null;
  form: QuestionForm;
  where: string[];
  places: Option[];
};

export async function readQuestionForm(tx: ActorTx, key: string | null): Promise<QuestionFormPage> {
  const asking = await readAsking(tx);
  const places = placeOptions(asking);
  if (key === null) return { questionKey: null, form: EMPTY_QUESTION, where: [], places };
  const id = idOfKey(asking.common, key);
  if (id === undefined || whyFixed(id) !== null) throw new NotFound();
  return { questionKey: key, form: questionForm(questionIn(asking.common, id)!), where: placesOf(asking, id), places };
}

const placeOptions = ({ steps }: Asking): Option[] => [
  { value: 'consent.alone', label: 'Before everything done alone' },
  { value: 'consent.together', label: 'Before everything done together' },
  { value: 'consent.firstAgreement', label: 'Before the first agreement' },
  { value: 'checkIn.short', label: 'After every occasion' },
  { value: 'checkIn.full', label: 'After every occasion with the full check-in' },
  ...steps.map(({ id, title }) => ({ value: `before ${id}`, label: `Before “${title}”` })),
  ...steps.map(({ id, title }) => ({ value: `after ${id}`, label: `After “${title}”` })),
];
