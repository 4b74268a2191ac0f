/** Where people, steps and answers stand as of now, from what happened on the plan. Where they will stand at a turn is plan.state_at's alone. */
import 'server-only';
import type { AnswerRow } from '@/db/queries/plan/plan';
import type { PlanEvent } from '@/db/queries/plan/plan-events';
import type { PersonOfCouple } from '@/db/queries/plan/plan-ground';
import type { AssignedStep } from '@/lib/program/assigned-steps';

/** Oldest first. */
export type Happened = readonly PlanEvent[];

/** Where one partner stands as of now. */
export type PersonOnPlan = PersonOfCouple & {
  hasMet: boolean;
  /** The newest meeting alone had the outcome joint work. */
  isMetForJoint: boolean;
  isPaused: boolean;
  hasOpenSafety: boolean;
};

/** One assignment and how it stands as of now. */
export type Assignment = AssignedStep & {
  /** Whether it is on the plan since before today's turn, so that the couple may have seen it. */
  isSeen: boolean;
  isHeld: boolean;
  /** The last release of any unit, as the couple's day. */
  releasedOn: string | null;
  retiredOn: string | null;
};

/** One partner's newest answer to one unit: the consent itself, or that it was withdrawn since. */
export type LatestAnswer = AnswerRow & { isOpening: boolean; withdrawnOn: string | null };

type Kind = PlanEvent['kind'];

const last = (events: Happened, ...kinds: Kind[]): PlanEvent | undefined =>
  events.findLast(({ kind }) => kinds.includes(kind));

/** What was begun and not ended since. At the same moment, ended wins. */
const isOn = (events: Happened, begins: Kind, ends: Kind): boolean =>
  (last(events, begins)?.at ?? -Infinity) > (last(events, ends)?.at ?? -Infinity);

export function personOnPlan({ id, name, position, status }: PersonOfCouple, happened: Happened): PersonOnPlan {
  const own = happened.filter(({ partnerId }) => partnerId === id);
  const met = last(own, 'metAlone');
  // A pause that was taken back the same day was seen by nobody.
  const standing = own.filter(
    (event) =>
      event.kind !== 'paused' ||
      !own.some(({ kind, at, on }) => kind === 'pauseTakenBack' && at > event.at && on === event.on),
  );
  return {
    id,
    name,
    position,
    status,
    hasMet: met !== undefined,
    isMetForJoint: met?.isOpening ?? false,
    isPaused: isOn(standing, 'paused', 'pauseLifted'),
    hasOpenSafety: isOn(own, 'safetyRaised', 'safetySettled'),
  };
}

export const isPlanHeld = (happened: Happened): boolean =>
  last(
    happened.filter(({ assignmentId }) => assignmentId === null),
    'held',
    'holdLifted',
  )?.kind === 'held';

export function standingAssignment(row: AssignedStep, happened: Happened): Assignment {
  const own = happened.filter(({ assignmentId }) => assignmentId === row.id);
  return {
    ...row,
    isSeen: own.some(({ kind, isOut }) => kind === 'assigned' && isOut),
    isHeld: isOn(own, 'held', 'holdLifted'),
    releasedOn: last(own, 'released')?.on ?? null,
    retiredOn: last(own, 'retired')?.on ?? null,
  };
}

export function latestAnswer(row: AnswerRow, happened: Happened): LatestAnswer {
  const own = happened.filter(
    ({ assignmentId, unit, partnerId }) =>
      assignmentId === row.assignmentId && unit === row.unit && partnerId === row.partnerId,
  );
  const answered = own.find(({ kind, at }) => kind === 'answered' && at === row.answeredAt);
  const withdrawn = own.findLast(({ kind, at }) => kind === 'withdrawn' && at >= row.answeredAt);
  return {
    ...row,
    isOpening: answered?.isOpening ?? false,
    withdrawnOn: withdrawn?.on ?? null,
  };
}
