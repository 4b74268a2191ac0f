/**
 * Which answers of a check-in may stand beside which note. An allow-list: an answer that is not known to be harmless in a joint
 * record does not enter it, whatever the confidentiality policy says.
 */
import 'server-only';
import type { Question } from '@/db/program/content';
import type { Answers } from '@/db/schema/answers';
import type { SessionKind } from '@/db/schema/sessions';

export type AnswerBeside = { ask: string; answer: string };

/** Whom a text was for tells that there is one: it stays out of a joint record with the text. */
const TELLS_OF_A_TEXT = new Set(['reflectionFor']);

/** Numbers have columns of their own and are shown apart. */
const SHOWN_APART = new Set(['comfort', 'distressNow', 'distressWorst', 'connected', 'pain']);

export function answersBeside(
  kind: SessionKind,
  questions: Record<string, Question>,
  answers: Answers,
): AnswerBeside[] {
  return Object.entries(answers).flatMap(([id, given]) => {
    const question = questions[id];
    if (!question || question.kind === 'text' || SHOWN_APART.has(id)) return [];
    if (kind === 'joint' && (question.neverJoint || TELLS_OF_A_TEXT.has(id))) return [];
    return [{ ask: question.ask, answer: wordsOf(given) }];
  });
}

function wordsOf(given: string | number | boolean): string {
  if (typeof given === 'boolean') return given ? 'Yes' : 'No';
  return String(given);
}
