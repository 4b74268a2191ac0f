/** From what a form sent to answers that fit their questions. Anything else is refused with a sentence at its question. */
import 'server-only';
import type { NamedQuestion } from '@/db/program/content';
import { Refusal } from '@/lib/errors';
import { asKept, CANNOT_BE_KEPT, canBeKept } from '@/lib/texts/schema';
import { fieldOf, TEXT_AT_MOST } from './schema';

export type Checked = {
  /** Scales as numbers, choices and yes or no as their own words; what was skipped is not there. */
  choices: Record<string, string | number>;
  texts: Record<string, string>;
};

export function checkAnswers(questions: readonly NamedQuestion[], given: Readonly<Record<string, string>>): Checked {
  const checked: Checked = { choices: {}, texts: {} };
  const faults: Record<string, string> = {};
  for (const question of questions) {
    const typed = asKept(given[question.id] ?? '');
    if (typed === '') continue;
    const fault = faultOf(question, typed);
    if (fault) faults[fieldOf(question.id)] = fault;
    else if (question.kind === 'text') checked.texts[question.id] = typed;
    else checked.choices[question.id] = question.kind === 'scale' ? Number(typed) : typed;
  }
  if (
    checked.texts.reflection &&
    !checked.choices.reflectionFor &&
    questions.some(({ id }) => id === 'reflectionFor')
  ) {
    faults[fieldOf('reflectionFor')] = 'Choose who may read what you wrote. Your text is kept.';
  }
  if (Object.keys(faults).length > 0) {
    throw new Refusal('Not saved yet: please look at the marked question. Everything you typed is still here.', faults);
  }
  return checked;
}

function faultOf(question: NamedQuestion, typed: string): string | null {
  switch (question.kind) {
    case 'scale':
      return /^(\d|10)$/.test(typed) ? null : 'Choose a number from 0 to 10, or skip this.';
    case 'choice':
      return question.answers?.includes(typed) ? null : 'Choose one of the answers shown, or skip this.';
    case 'yesno':
      return typed === 'Yes' || typed === 'No' ? null : 'Choose Yes or No, or skip this.';
    case 'text':
      if (!canBeKept(typed)) return CANNOT_BE_KEPT;
      return typed.length <= TEXT_AT_MOST
        ? null
        : `This is longer than ${TEXT_AT_MOST.toLocaleString('en-US')} characters. It is still here: please shorten it.`;
  }
}
