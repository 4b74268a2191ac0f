/** Between the form of a question and what is kept of it. */
import 'server-only';
import type { Question, Raise, Tier } from '@/db/program/content';
import type { QuestionInput } from './schema';

/** The gravest first: the order in which a question names them. */
const TIERS: readonly Tier[] = ['urgent', 'safety', 'talk', 'review'];

export type QuestionForm = {
  ask: string;
  kind: Question['kind'];
  low: string;
  high: string;
  answers: { text: string; opens: boolean; tells: Tier | '' }[];
  tellsYes: Tier | '';
  tellsNo: Tier | '';
  told: { when: 'atLeast' | 'atMost' | ''; number: string; tier: Tier };
  neverJoint: boolean;
  touchOnly: boolean;
};

const EMPTY_ANSWER = { text: '', opens: false, tells: '' as const };
export const EMPTY_QUESTION: QuestionForm = {
  ask: '',
  kind: 'choice',
  low: '',
  high: '',
  answers: [EMPTY_ANSWER, EMPTY_ANSWER],
  tellsYes: '',
  tellsNo: '',
  told: { when: '', number: '', tier: 'review' },
  neverJoint: false,
  touchOnly: false,
};

export function questionForm(question: Question): QuestionForm {
  const { ask, kind, low = '', high = '', answers, opensWith = [], raises = [] } = question;
  const tells = (answer: string) => raises.find((raise) => raise.answers?.includes(answer))?.tier ?? '';
  const number = raises.find(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined);
  return {
    ...EMPTY_QUESTION,
    ask,
    kind,
    low,
    high,
    answers: answers?.length
      ? answers.map((text) => ({ text, opens: opensWith.includes(text), tells: tells(text) }))
      : EMPTY_QUESTION.answers,
    tellsYes: kind === 'yesno' ? tells('Yes') : '',
    tellsNo: kind === 'yesno' ? tells('No') : '',
    told: number
      ? {
          when: number.atLeast !== undefined ? 'atLeast' : 'atMost',
          number: String(number.atLeast ?? number.atMost),
          tier: number.tier,
        }
      : EMPTY_QUESTION.told,
    neverJoint: question.neverJoint === true,
    touchOnly: question.touchOnly === true,
  };
}

/** What an answer tells of a person's safety or unease is never for both to see: that follows and is not asked. */
export function questionContent({ ask, kind, low, high, answers, ...given }: QuestionInput): Question {
  const opensWith = kind === 'choice' ? answers.filter(({ opens }) => opens).map(({ text }) => text) : [];
  const raises = raisesOf({ ask, kind, low, high, answers, ...given });
  return {
    ask,
    kind,
    ...(kind === 'scale' ? { low, high } : {}),
    ...(kind === 'choice' ? { answers: answers.map(({ text }) => text) } : {}),
    ...(given.neverJoint || raises.length > 0 ? { neverJoint: true as const } : {}),
    ...(given.touchOnly ? { touchOnly: true } : {}),
    ...(opensWith.length > 0 ? { opensWith } : {}),
    ...(raises.length > 0 ? { raises } : {}),
  };
}

function raisesOf({ kind, answers, tellsYes, tellsNo, told }: QuestionInput): Raise[] {
  if (kind === 'scale') return told.when === '' ? [] : [{ tier: told.tier, [told.when]: Number(told.number) }];
  const telling =
    kind === 'choice'
      ? answers.map(({ text, tells }) => ({ text, tells }))
      : kind === 'yesno'
        ? [
            { text: 'Yes', tells: tellsYes },
            { text: 'No', tells: tellsNo },
          ]
        : [];
  return TIERS.flatMap((tier) => {
    const own = telling.filter(({ tells }) => tells === tier).map(({ text }) => text);
    return own.length > 0 ? [{ tier, answers: own }] : [];
  });
}
