/** A couple's plan as verbs and pages need it: what is on it, where each unit stands, and what may come next. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { readStates, type TurnStates, type UnitState } from '@/db/queries/plan/plan';
import { type CoupleGround, type PlanRecord, readPlanRecord } from '@/db/queries/plan/plan-ground';
import type { ProgramOutline, StepOutline } from '@/db/queries/plan/program-outline';
import { sharedEndOf } from '@/lib/endings/shared-end';
import { NotFound } from '@/lib/errors';
import { shownName } from '@/lib/format/names';
import { programOutline } from '@/lib/program/program-outline';
import type { Done } from '@/lib/program/requirements';
import { withWords } from '@/lib/program/assigned-steps';
import {
  type Assignment,
  type Happened,
  isPlanHeld,
  type PersonOnPlan,
  personOnPlan,
  standingAssignment,
} from './standing';

/** What decides about the next step of a couple: the program in outline, why they came, and where each person stands. */
export type PlanGround = ProgramOutline & {
  reasons: CoupleGround['reasons'];
  isPlanHeld: boolean;
  people: PersonOnPlan[];
};

export type Plan = {
  coupleId: string;
  ground: PlanGround;
  /** Shared work has ended: what both do together is closed until it is taken up again. */
  isApart: boolean;
  /** Everything that was ever on the plan, the oldest first. */
  assignments: Assignment[];
  happened: Happened;
  states: TurnStates;
  /** What the therapist has finished, as of now. */
  done: Done;
};

/** Not found unless the asker stands in the care team today. Two statements, and one more for each of the program and the words of
 * steps that were not read since they changed. */
export async function readPlan(tx: ActorTx, coupleId: string): Promise<Plan> {
  const [record, states] = await Promise.all([readPlanRecord(tx, coupleId), readStates(tx, coupleId)]);
  return planOf(tx, coupleId, record, states);
}

/** The same of what was read of it. */
export async function planOf(
  tx: ActorTx,
  coupleId: string,
  record: PlanRecord | null,
  states: TurnStates,
): Promise<Plan> {
  if (!record) throw new NotFound();
  const { happened, reasons, partners } = record;
  const groundOfPlan: PlanGround = {
    ...(await programOutline(tx, record.programStamp)),
    reasons,
    isPlanHeld: isPlanHeld(happened),
    people: partners.map((person) => personOnPlan({ ...person, name: shownName(tx.actor, person.name) }, happened)),
  };
  const steps = await withWords(tx, record.assignments);
  const assignments = steps.map((step) => standingAssignment(step, happened));
  const isApart = sharedEndOf(happened)?.isInForce ?? false;
  return {
    coupleId,
    ground: groundOfPlan,
    isApart,
    assignments,
    happened,
    states,
    done: doneOf(assignments, states.next),
  };
}

/** What was taken back on the day it was assigned was seen by nobody: it counts as never assigned. */
export const wasTakenBack = ({ assignedOn, retiredOn }: Pick<Assignment, 'assignedOn' | 'retiredOn'>): boolean =>
  assignedOn === retiredOn;

const everAssigned = (plan: Pick<Plan, 'assignments'>): ReadonlySet<string> =>
  new Set(plan.assignments.filter((assignment) => !wasTakenBack(assignment)).map(({ code }) => code));

/** How far the couple has come: the furthest stage of what stands on the plan or was finished. What was taken off counts no more. */
const stageReached = (plan: Pick<Plan, 'assignments'>): number =>
  Math.max(-1, ...plan.assignments.filter(({ retiredOn }) => retiredOn === null).map(({ content }) => content.stage));

/** What decides which step may come next. */
export type Walked = {
  done: Done;
  everAssigned: ReadonlySet<string>;
  /** -1 before the first step. */
  stage: number;
};

export const walked = (plan: Pick<Plan, 'assignments' | 'done'>): Walked => ({
  done: plan.done,
  everAssigned: everAssigned(plan),
  stage: stageReached(plan),
});

/** A step with parts is done when all its parts are. */
function doneOf(assignments: readonly Assignment[], states: readonly UnitState[]): Done {
  const done = new Set<string>();
  for (const { id, code } of assignments) {
    const units = states.filter((state) => state.assignmentId === id);
    for (const { unit } of units.filter(({ state }) => state === 'done')) done.add(`${code} ${unit}`);
    if (units.length > 0 && units.every(({ state }) => state === 'done')) done.add(code);
  }
  return done;
}

export const peopleInWork = (plan: Plan): PersonOnPlan[] =>
  plan.ground.people.filter(({ status }) => status !== 'deactivated');

/** An assignment that stands on the plan, or not found. */
export function assignmentOn(plan: Plan, assignmentId: string): Assignment {
  const found = plan.assignments.find(({ id, retiredOn }) => id === assignmentId && retiredOn === null);
  if (!found) throw new NotFound();
  return found;
}

/** How one unit stands for each partner at the next turn, if nobody acts until then. */
export const nextStates = (plan: Plan, assignmentId: string, unit: string): UnitState[] =>
  plan.states.next.filter((state) => state.assignmentId === assignmentId && state.unit === unit);

export const isFinished = (plan: Plan, assignmentId: string): boolean => {
  const units = plan.states.next.filter((state) => state.assignmentId === assignmentId);
  return units.length > 0 && units.every(({ state }) => state === 'done');
};

/** The outline of the step as it was frozen into the assignment. */
export const outlineOf = ({
  stepId,
  code,
  content,
  isRetired,
}: Pick<Assignment, 'stepId' | 'code' | 'content'> & { isRetired?: boolean }): StepOutline => ({
  stepId,
  isRetired,
  code,
  stage: content.stage,
  title: content.title,
  intensity: content.intensity,
  mode: content.mode,
  requires: content.requires ?? null,
  parts: content.parts?.map(({ id, requires }) => ({ id, requires })) ?? null,
});
