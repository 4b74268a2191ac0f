/** The buttons of one step on a couple's plan. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { settleAskedChanges } from '@/db/queries/flags';
import { insertStaffAct } from '@/db/queries/plan/plan';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { lockPlanInWork } from './lock-plan';
import { assignmentOn, isFinished, nextStates, type Plan, readPlan } from './read-plan';
import { releaseUnit } from './release-unit';
import type { StepActInput } from './schema';

const DONE: Record<StepActInput['act'], string> = {
  release: 'Released. From the next turn it is open whenever both say yes and it does not rest.',
  releaseAtOnce: 'Open for both now.',
  finish: 'Marked as done. Both find it under what is done from the next turn.',
  hold: 'On hold from the next turn.',
  liftHold: 'The hold ends at the next turn.',
  closeForBoth: 'Closed for both now, and on hold.',
  retire: 'It leaves the plan at the next turn.',
};

export async function actOnStep(tx: ActorTx, input: StepActInput): Promise<Answer> {
  const { coupleId, assignmentId, act, unit } = input;
  await lockPlanInWork(tx, coupleId);
  const plan = await readPlan(tx, coupleId);
  assignmentOn(plan, assignmentId);
  switch (act) {
    case 'release':
    case 'releaseAtOnce':
      if (!unit) throw new NotFound();
      await releaseUnit(tx, plan, { assignmentId, unit, isImmediate: act === 'releaseAtOnce' });
      break;
    case 'finish':
      await finishUnit(tx, plan, assignmentId, unit);
      break;
    case 'hold':
    case 'liftHold':
    case 'closeForBoth':
      await holdStep(tx, plan, assignmentId, act);
      break;
    case 'retire':
      await retire(tx, plan, assignmentId);
      break;
  }
  return { message: DONE[act] };
}

/** Marks a unit as done, or all that is left of the step. From the next turn both find it under what is done. */
async function finishUnit(tx: ActorTx, plan: Plan, assignmentId: string, unit: StepActInput['unit']): Promise<void> {
  const isDone = unit
    ? nextStates(plan, assignmentId, unit).every(({ state }) => state === 'done')
    : isFinished(plan, assignmentId);
  if (isDone) throw new Refusal('It is marked as done already.');
  await insertStaffAct(tx, { coupleId: plan.coupleId, kind: 'finished', assignmentId, unit });
  if (unit !== 'alone') await settleAskedChanges(tx, assignmentId, 'outdated');
  await audit(tx, plan, assignmentId);
}

async function holdStep(
  tx: ActorTx,
  plan: Plan,
  assignmentId: string,
  act: 'hold' | 'liftHold' | 'closeForBoth',
): Promise<void> {
  const { isHeld } = assignmentOn(plan, assignmentId);
  if (isFinished(plan, assignmentId)) throw new Refusal('It is marked as done, so there is nothing to hold.');
  if (plan.states.next.filter((state) => state.assignmentId === assignmentId).every(({ isAlone }) => isAlone))
    throw new Refusal(
      'What is done alone is not held: each person decides for themselves. Step back from it to take it off the plan.',
    );
  if (act === 'hold' && isHeld) throw new Refusal('It is on hold already.');
  if (act === 'liftHold' && !isHeld) throw new Refusal('It is not on hold.');
  await insertStaffAct(tx, {
    coupleId: plan.coupleId,
    kind: act === 'liftHold' ? 'holdLifted' : 'held',
    assignmentId,
    isImmediate: act === 'closeForBoth',
  });
  await writeAudit(tx, { act: 'held', recordKind: 'assignment', recordId: assignmentId, coupleId: plan.coupleId });
}

/** Takes a step off the plan: from the next turn nothing of it is left, as if it had never been there. */
async function retire(tx: ActorTx, plan: Plan, assignmentId: string): Promise<void> {
  if (isFinished(plan, assignmentId)) throw new Refusal('It is marked as done and stays listed as done.');
  await insertStaffAct(tx, { coupleId: plan.coupleId, kind: 'retired', assignmentId });
  await settleAskedChanges(tx, assignmentId, 'outdated');
  await audit(tx, plan, assignmentId);
}

const audit = (tx: ActorTx, plan: Plan, assignmentId: string) =>
  writeAudit(tx, { act: 'changed', recordKind: 'assignment', recordId: assignmentId, coupleId: plan.coupleId });
