/** A couple's plan as verbs and pages need it: what is on it, where each unit stands, and what may come next. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { type AssignmentRow, listAssignments, readStates, type TurnStates, type UnitState } from '@/db/queries/plan';
import { type PersonOnPlan, type PlanGround, readGround, type StepOutline } from '@/db/queries/plan-ground';
import { NotFound } from '@/lib/errors';
import type { Done } from '@/lib/program/requirements';

export type Plan = {
  coupleId: string;
  ground: PlanGround;
  assignments: AssignmentRow[];
  states: TurnStates;
  /** What the therapist has finished, as of now. */
  done: Done;
};

/** Not found unless the asker stands in the care team today. Three statements. */
export async function readPlan(tx: ActorTx, coupleId: string): Promise<Plan> {
  const [ground, assignments, states] = await Promise.all([
    readGround(tx, coupleId),
    listAssignments(tx, coupleId),
    readStates(tx, coupleId),
  ]);
  if (!ground) throw new NotFound();
  return { coupleId, ground, assignments, states, done: doneOf(assignments, states.next) };
}

/** What was taken back on the day it was assigned was seen by nobody: it counts as never assigned. */
export const wasTakenBack = ({ assignedOn, retiredOn }: Pick<AssignmentRow, 'assignedOn' | 'retiredOn'>): boolean =>
  assignedOn === retiredOn;

export const everAssigned = (plan: Pick<Plan, 'assignments'>): ReadonlySet<string> =>
  new Set(plan.assignments.filter((assignment) => !wasTakenBack(assignment)).map(({ code }) => code));

/** A step with parts is done when all its parts are. */
function doneOf(assignments: readonly AssignmentRow[], states: readonly UnitState[]): Done {
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
export function assignmentOn(plan: Plan, assignmentId: string): AssignmentRow {
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
}: Pick<AssignmentRow, 'stepId' | 'code' | 'content'>): StepOutline => ({
  stepId,
  code,
  stage: content.stage,
  title: content.title,
  intensity: content.intensity,
  mode: content.mode,
  requires: content.requires ?? null,
  parts: content.parts?.map(({ id, requires }) => ({ id, requires })) ?? null,
});
