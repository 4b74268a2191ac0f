/** What can happen to a plan. Every plan event is one of these, and each is written by one kind of person only. */

/** Acts of one partner, about themselves. */
export const OWN_ACTS = ['answered', 'withdrawn', 'paused', 'pauseTakenBack', 'safetyRaised'] as const;

/** Acts of the care team. */
export const STAFF_ACTS = [
  'assigned',
  'termsChanged',
  'released',
  'held',
  'holdLifted',
  'pauseLifted',
  'safetySettled',
  'metAlone',
  'finished',
  'retired',
  'ended',
  'reopened',
  'sharedEnded',
  'sharedResumed',
] as const;

export const PLAN_ACTS = [...OWN_ACTS, ...STAFF_ACTS] as const;
export type PlanAct = (typeof PLAN_ACTS)[number];

/** A unit is what opens and is done: a whole step, or the alone or the together part of one that has parts. */
export const UNITS = ['whole', 'alone', 'together'] as const;
export type Unit = (typeof UNITS)[number];
