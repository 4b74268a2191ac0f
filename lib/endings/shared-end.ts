/** Where the end of shared work stands for a couple (rule 13), from what happened on its plan. What it closes is plan.state_at's alone. */
import 'server-only';
import type { PlanEvent } from '@/db/queries/plan/plan-events';
import { weekdayAndDay } from '@/lib/format/dates';

export type SharedEnd = {
  /** The day at whose turn it takes effect. */
  on: string;
  /** With whom it was agreed; null where a practice admin closed it. */
  partnerId: string | null;
  isInForce: boolean;
};

/** The end that stands or is to come; null where there is none, or it was taken back. */
export function sharedEndOf(happened: readonly PlanEvent[]): SharedEnd | null {
  let end: SharedEnd | null = null;
  for (const { kind, on, partnerId, effectiveOn, isInForce } of happened) {
    if (kind === 'sharedResumed') end = null;
    // What had taken effect by that day stands; what was still to come gives way.
    if (kind === 'sharedEnded' && effectiveOn && (end === null || end.on > on))
      end = { on: effectiveOn, partnerId, isInForce };
  }
  return end;
}

/** The same as a page shows it. */
export type ShownSharedEnd = { on: string; agreedWith: string | null; isInForce: boolean; formKey: string };

export function shownSharedEnd(
  happened: readonly PlanEvent[],
  couple: { today: string; partners: readonly { id: string; name: string }[] },
  formKey: string,
): ShownSharedEnd | null {
  const end = sharedEndOf(happened);
  if (!end) return null;
  return {
    on: weekdayAndDay(end.on, couple.today),
    agreedWith: couple.partners.find(({ id }) => id === end.partnerId)?.name ?? null,
    isInForce: end.isInForce,
    formKey,
  };
}
