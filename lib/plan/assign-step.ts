import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { settleAskedChanges } from '@/db/queries/flags';
import { insertAssignment, insertStaffAct } from '@/db/queries/plan/plan';
import { removePrepared } from '@/db/queries/plan/prepared-steps';
import { findStep, type StepRow } from '@/db/queries/plan/program';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { termsOf } from '@/lib/format/assigned-terms';
import {
  conditionsOf,
  mayOpenByItself,
  mayWaiveToAssign,
  needsRelease,
  obstaclesToAssign,
  type Unmet,
  unmetToAssign,
} from '@/lib/program/requirements';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { lockPlanInWork } from './lock-plan';
import { assignmentOn, isFinished, outlineOf, type Plan, readPlan } from './read-plan';
import { ownLines, writeOwnTerms } from './terms/own-terms';
import { APART } from './release-unit';
import type { AssignStepInput } from './schema';
import { versionToAssign } from '@/lib/program/step-version';
import { termsRef } from './sealed-places';
import { writeWaivers } from './waive-requirement';

const KEPT = 'Nothing was assigned; what you typed is still here.';

/** Puts a step on a couple's plan, frozen as it is now, with the therapist's terms. The other side of a joint session is asked at once. */
export async function assignStep(tx: ActorTx, input: AssignStepInput): Promise<Answer> {
  const { coupleId, isImmediate } = input;
  await lockPlanInWork(tx, coupleId);
  const plan = await readPlan(tx, coupleId);
  const newest = await findStep(tx, input.stepId);
  if (!newest || !isFor(newest, coupleId)) throw new NotFound();
  const replaced = input.replaces ? assignmentOn(plan, input.replaces) : null;
  const step = versionToAssign(newest, replaced, input.versionId);
  const waived = waivedToAssign(plan, step, input);
  refuseUnlessReady(plan, step, input, waived);

  const outline = outlineOf(step);
  const id = randomUUID();
  const keyring = await keyringFor(tx, [coupleId]);
  const terms = termsOf({ ...input, chosen: chosenAdaptations(step, input.adaptations) });
  await insertAssignment(tx, {
    id,
    coupleId,
    stepVersionId: step.versionId,
    mode: step.content.mode,
    intensity: step.content.intensity,
    consentEvery: step.content.consentEvery,
    needsRelease: step.content.mode !== 'alone' && needsRelease(outline, 'together'),
    aloneNeedsRelease: step.content.mode !== 'together' && needsRelease(outline, 'alone'),
    opensWhenBothYes: input.opensWhenBothYes && mayOpenByItself(outline),
    rhythmKind: input.rhythm.kind,
    rhythmTimes: input.rhythm.times,
    rhythmWeeks: input.rhythm.weeks,
    rhythmDays: input.rhythm.days,
    minutesMin: input.minutes.min,
    minutesMax: input.minutes.max,
    terms: keyring.seal(termsRef(tx.actor.practiceId, coupleId, id), JSON.stringify(terms)),
  });
  for (const [partnerId, given] of Object.entries(input.forOne)) {
    if (!plan.ground.people.some(({ id: known }) => known === partnerId)) throw new NotFound();
    const lines = ownLines(step, given);
    if (lines.length > 0) await writeOwnTerms(tx, keyring, { coupleId, assignmentId: id, partnerId, lines });
  }
  await writeWaivers(tx, keyring, { coupleId, assignmentId: id, open: waived, reason: input.waiver });
  await insertStaffAct(tx, { coupleId, kind: 'assigned', assignmentId: id, isImmediate });
  if (replaced) {
    await insertStaffAct(tx, { coupleId, kind: 'retired', assignmentId: replaced.id, isImmediate });
    await settleAskedChanges(tx, replaced.id, replaced.stepId === step.stepId ? 'merged' : 'outdated');
  }
  // What the therapist held stays held in its new terms or words.
  if (replaced?.isHeld && replaced.stepId === step.stepId)
    await insertStaffAct(tx, { coupleId, kind: 'held', assignmentId: id, isImmediate });
  await removePrepared(tx, coupleId, input.stepId);
  await writeAudit(tx, { act: 'assigned', recordKind: 'assignment', recordId: id, coupleId });
  return { redirectTo: `/couples/${coupleId}#step-${id}` };
}

/** A step of the library, or one written for this couple. */
const isFor = ({ coupleId }: { coupleId: string | null }, asked: string): boolean =>
  coupleId === null || coupleId === asked;

/** With a written reason, what the program wants done first is set aside; nothing else ever is. */
const waivedToAssign = (plan: Plan, step: StepRow, { waiver }: AssignStepInput): Unmet[] =>
  waiver === '' ? [] : unmetToAssign(outlineOf(step), { ...plan.ground, done: plan.done });

function refuseUnlessReady(plan: Plan, step: StepRow, input: AssignStepInput, waived: readonly Unmet[]): void {
  if (plan.isApart && step.content.mode === 'together') throw new Refusal(`${APART} ${KEPT}`);
  const outline = outlineOf(step);
  const known = { ...plan.ground, done: plan.done, waived: new Set(waived.map(({ key }) => key)) };
  const obstacles = obstaclesToAssign(outline, known);
  if (obstacles.length > 0)
    throw new Refusal(
      `${obstacles.join(' ')} ${KEPT}`,
      mayWaiveToAssign(outline, known) ? { waiver: 'Write why it may be assigned all the same.' } : undefined,
    );
  const standing = plan.assignments.find(
    ({ id, stepId, retiredOn }) =>
      stepId === step.stepId && retiredOn === null && id !== input.replaces && !isFinished(plan, id),
  );
  if (standing)
    throw new Refusal(
      `“${step.content.title}” is on the plan already. Mark it as done or step back from it first. ${KEPT}`,
    );
  const asksLimits = (['alone', 'together'] as const).some((part) => conditionsOf(outline, part).includes('limitsSet'));
  if (asksLimits && !input.fields.limits)
    throw new Refusal(`This step opens only within limits that you write. ${KEPT}`, {
      'fields.limits': 'Write what this step includes for this couple.',
    });
}

/** Only what is for both may be shown to both. */
export const chosenAdaptations = (step: Pick<StepRow, 'content'>, places: readonly number[]): string[] =>
  step.content.adaptations
    .filter((adaptation, place) => adaptation.for === 'both' && places.includes(place))
    .map(({ text }) => text);
