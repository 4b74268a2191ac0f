/** Which answers the care team is told of, and in which tier: rule 11, as the questions themselves say it. */
import 'server-only';
import type { NamedQuestion, Raise, Tier } from '@/db/program/content';
import type { ReviewLimits } from '@/db/queries/partner-answers';

export type Raised = { tier: Tier; reason: string };

/** A change asked for before a shared step waits for the therapist (rule 4), whatever the questions themselves raise. */
export const ASKED_CHANGE: Raised = { tier: 'review', reason: 'change' };

/** A number for a scale; otherwise one of the question's answers. */
type Given = Readonly<Record<string, string | number | boolean>>;

/**
 * `runningBefore` says how many earlier occasions in a row already met a question's `atMost`; the present one is added to it.
 * One flag for each question and tier. `limits` are what the care team set for this partner in the place of a question's own numbers.
 */
export function raise(
  questions: readonly NamedQuestion[],
  given: Given,
  runningBefore: Readonly<Record<string, number>> = {},
  limits?: ReviewLimits,
): Raised[] {
  return questions.flatMap(({ id, raises = [] }) => {
    const answer = given[id];
    if (answer === undefined) return [];
    const tiers = raises
      .filter((rule) => meets(limited(rule, id, limits), answer, runningBefore[id] ?? 0))
      .map((rule) => rule.tier);
    return [...new Set(tiers)].map((tier) => ({ tier, reason: id }));
  });
}

/** Only the tier "review", and only what it asks of these numbers, is the care team's to set. */
function limited(rule: Raise, id: string, limits: ReviewLimits | undefined): Raise {
  if (!limits || rule.tier !== 'review') return rule;
  if (rule.atLeast !== undefined) {
    const own = id === 'pain' ? limits.painAtLeast : id.startsWith('distress') ? limits.distressAtLeast : null;
    return { ...rule, atLeast: own ?? rule.atLeast };
  }
  return rule.atMost !== undefined && id === 'comfort'
    ? { ...rule, atMost: limits.comfortAtMost ?? rule.atMost }
    : rule;
}

function meets(rule: Raise, answer: string | number | boolean, runningBefore: number): boolean {
  if (rule.answers) return rule.answers.includes(String(answer));
  if (typeof answer !== 'number') return false;
  if (rule.atLeast !== undefined) return answer >= rule.atLeast;
  return rule.atMost !== undefined && answer <= rule.atMost && runningBefore + 1 >= (rule.timesRunning ?? 1);
}

/** The care team is told of it at once. */
export const isUrgent = (raised: readonly Raised[]): boolean => raised.some(({ tier }) => tier === 'urgent');

/** A worried answer of these tiers holds what is shared from the next turn. */
export const holdsShared = (raised: readonly Raised[]): boolean =>
  raised.some(({ tier }) => tier === 'safety' || tier === 'urgent');
