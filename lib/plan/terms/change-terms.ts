/** Changing the conditions of a step in place: it stays the same assignment, with its check-ins and its version (rules 4 and 12). */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { settleAskedChanges } from '@/db/queries/flags';
import { insertStaffAct } from '@/db/queries/plan/plan';
import { insertTerms } from '@/db/queries/plan/terms';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { termsOf } from '@/lib/format/assigned-terms';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { lockPlanInWork } from '@/lib/plan/lock-plan';
import { ownLines, writeOwnTerms } from './own-terms';
import { assignmentOn, isFinished, peopleInWork, type Plan, readPlan } from '@/lib/plan/read-plan';
import type { ChangeOwnTermsInput, ChangeTermsInput } from '@/lib/plan/schema';
import { changedTermsRef } from '@/lib/plan/sealed-places';
import type { Assignment } from '@/lib/plan/standing';

/** What both read from the next turn on. Both are asked anew then, because what they said was said to other conditions. */
export async function changeTerms(tx: ActorTx, input: ChangeTermsInput): Promise<Answer> {
  const { coupleId, assignmentId } = input;
  const { plan } = await onPlan(tx, input);
  const terms = termsOf({ fields: {}, chosen: [], own: input.conditions, line: input.line });
  const id = randomUUID();
  const keyring = await keyringFor(tx, [coupleId]);
  const sealed = keyring.seal(changedTermsRef(tx.actor.practiceId, coupleId, id), JSON.stringify(terms));
  await insertTerms(tx, { id, coupleId, assignmentId, terms: sealed });
  await insertStaffAct(tx, { coupleId, kind: 'termsChanged', assignmentId });
  await settleAskedChanges(tx, assignmentId, 'merged');
  await writeAudit(tx, { act: 'changed', recordKind: 'assignment', recordId: assignmentId, coupleId });
  return { redirectTo: `/couples/${plan.coupleId}#step-${assignmentId}` };
}

/** What one of them alone reads from the next turn on: nobody is asked anew, and nothing happens on the plan. */
export async function changeOwnTerms(tx: ActorTx, input: ChangeOwnTermsInput): Promise<Answer> {
  const { coupleId, assignmentId, partnerId } = input;
  const { plan, assignment } = await onPlan(tx, input);
  if (!peopleInWork(plan).some(({ id }) => id === partnerId)) throw new NotFound();
  const lines = ownLines(assignment, input);
  await writeOwnTerms(tx, await keyringFor(tx, [coupleId]), { coupleId, assignmentId, partnerId, lines });
  return { redirectTo: `/couples/${coupleId}#step-${assignmentId}` };
}

async function onPlan(
  tx: ActorTx,
  { coupleId, assignmentId }: { coupleId: string; assignmentId: string },
): Promise<{ plan: Plan; assignment: Assignment }> {
  await lockPlanInWork(tx, coupleId);
  const plan = await readPlan(tx, coupleId);
  const assignment = assignmentOn(plan, assignmentId);
  if (isFinished(plan, assignmentId))
    throw new Refusal('It is marked as done, so its conditions stay. What you typed is still here.');
  return { plan, assignment };
}
