/** Which answers the care team is told of, and in which tier: rule 11, as the questions themselves say it. */
import 'server-only';
import type { NamedQuestion, Raise, Tier } from '@/db/program/content';

export type Raised = { tier: Tier; reason: string };

/** A number for a scale; otherwise one of the question's answers. */
type Given = Readonly<Record<string, string | number | boolean>>;

/**
 * `runningBefore` says how many earlier occasions in a row already met a question's `atMost`; the present one is added to it.
 * One flag for each question and tier.
 */
export function raise(
  questions: readonly NamedQuestion[],
  given: Given,
  runningBefore: Readonly<Record<string, number>> = {},
): Raised[] {
  return questions.flatMap(({ id, raises = [] }) => {
    const answer = given[id];
    if (answer === undefined) return [];
    const tiers = raises.filter((rule) => meets(rule, answer, runningBefore[id] ?? 0)).map((rule) => rule.tier);
    return [...new Set(tiers)].map((tier) => ({ tier, reason: id }));
  });
}

function meets(rule: Raise, answer: string | number | boolean, runningBefore: number): boolean {
  if (rule.answers) return rule.answers.includes(String(answer));
  if (typeof answer !== 'number') return false;
  if (rule.atLeast !== undefined) return answer >= rule.atLeast;
  return rule.atMost !== undefined && answer <= rule.atMost && runningBefore + 1 >= (rule.timesRunning ?? 1);
}

/** A worried answer of these tiers holds what is shared from the next turn. */
export const holdsShared = (raised: readonly Raised[]): boolean =>
  raised.some(({ tier }) => tier === 'safety' || tier === 'urgent');
