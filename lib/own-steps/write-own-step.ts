import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findStep, insertStep, insertStepVersions } from '@/db/queries/plan/program';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { programOutline } from '@/lib/program/program-outline';
import { ownStepContent } from './own-step-content';
import type { OwnStepInput } from './schema';
import { lockPlanInWork } from '@/lib/plan/lock-plan';

/** Writes a step for one couple, or new words for one: what is assigned already keeps the words it had. */
export async function writeOwnStep(tx: ActorTx, input: OwnStepInput): Promise<Answer> {
  const { coupleId } = input;
  await lockPlanInWork(tx, coupleId);
  const before = input.stepId ? await findStep(tx, input.stepId) : null;
  if (input.stepId && before?.coupleId !== coupleId) throw new NotFound();
  // Where it stands in the plan is part of what it is: only its words change.
  const stage = before?.content.stage ?? input.stage;
  const { stages } = await programOutline(tx);
  const kept = 'Nothing was saved; what you typed is still here.';
  if (!stages.some(({ n }) => n === stage)) throw new Refusal(`Choose a stage. ${kept}`, { stage: 'Choose a stage.' });
  if (stage < 3 && input.intensity > 2)
    throw new Refusal(`A step of this intensity stands in a later stage. ${kept}`, {
      intensity: 'In the first stages a step is of intensity 2 at most.',
    });

  const stepId = before?.stepId ?? randomUUID();
  if (!before) await insertStep(tx, { stepId, coupleId, code: stepId, stage });
  const content = ownStepContent(stepId, { ...input, stage });
  await insertStepVersions(tx, [{ stepId, coupleId, version: (before?.version ?? 0) + 1, content }]);
  await writeAudit(tx, { act: before ? 'changed' : 'created', recordKind: 'step', recordId: stepId, coupleId });
  return { redirectTo: `/couples/${coupleId}/assign?step=${stepId}` };
}
