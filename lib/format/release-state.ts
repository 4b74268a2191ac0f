/** Where a release stands, from its answers and its last day. Safe in the browser. */
import type { Day } from './dates';

export type ReleaseState = 'asked' | 'notNow' | 'signed' | 'ended' | 'withdrawn';

type Answered = { untilOn: Day; answers: readonly { answer: 'signed' | 'notNow' | 'withdrawn'; on: Day }[] };

export const answerDay = (release: Answered, answer: Answered['answers'][number]['answer']): Day | null =>
  release.answers.find((one) => one.answer === answer)?.on ?? null;

/** `signed` is the only state in which anything may be told. */
export function releaseState(release: Answered, today: Day): ReleaseState {
  if (answerDay(release, 'withdrawn')) return 'withdrawn';
  if (answerDay(release, 'notNow')) return 'notNow';
  if (release.untilOn < today) return 'ended';
  return answerDay(release, 'signed') ? 'signed' : 'asked';
}
