import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { lockLibrary } from '@/db/queries/plan/library';
import { findProgram, insertStepVersions, listSteps, type StepRow } from '@/db/queries/plan/program';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { reasonWords } from '@/lib/format/couple-words';
import { capital, listed } from '@/lib/format/step-words';
import { findFaults, type FoundFault } from '@/lib/program/check-program';
import { BOUNDARIES } from '@/lib/program/requirements';
import { contentsOf } from './contents-of';
import { onlyEditors } from './read-step-form';
import type { StandInput } from './schema';

/** Steps that are offered no more, by code. */
export const retiredOf = (steps: readonly Pick<StepRow, 'code' | 'isRetired'>[]): Set<string> =>
  new Set(steps.flatMap(({ code, isRetired }) => (isRetired ? [code] : [])));

/** Takes a step out of what is offered, or brings it back: a version more, with the same words. What is assigned stays as it is. */
export async function standStep(tx: ActorTx, { stepId, isRetired }: StandInput): Promise<Answer> {
  onlyEditors(tx);
  await lockLibrary(tx);
  const program = await findProgram(tx);
  const steps = await listSteps(tx);
  const step = steps.find((one) => one.stepId === stepId);
  if (!program || !step) throw new NotFound();
  const isToBeRetired = isRetired === 'yes';
  const there = { redirectTo: `/library/${stepId}` };
  if (step.isRetired === isToBeRetired) return there;
  if (isToBeRetired && step.code === BOUNDARIES)
    throw new Refusal(
      'This step stays: nothing with touch, and nothing of intensity 3 or more, comes before it. Edit its words instead.',
    );

  const standing = steps.map((one) => (one === step ? { ...one, isRetired: isToBeRetired } : one));
  const faults = findFaults({ ...program.common, steps: contentsOf(standing) }, retiredOf(standing));
  if (faults.length > 0) throw new Refusal(isToBeRetired ? namedElsewhere(faults, steps) : namesRetired(faults));

  await insertStepVersions(tx, [
    { stepId, coupleId: null, version: step.version + 1, content: step.content, isRetired: isToBeRetired },
  ]);
  await writeAudit(tx, { act: 'changed', recordKind: 'step', recordId: stepId });
  return there;
}

function namedElsewhere(faults: readonly FoundFault[], steps: readonly StepRow[]): string {
  const places = faults.map(({ at, sentence }) => {
    const [kind, path] = at?.field.split('.') ?? [];
    if (kind === 'paths') return `the path for “${reasonWords[path as keyof typeof reasonWords]}”`;
    const step = steps.find(({ code }) => code === at?.step);
    return step ? `“${step.content.title}”` : sentence;
  });
  return `${capital(listed([...new Set(places)]))} still ${new Set(places).size > 1 ? 'lead' : 'leads'} to this step, so it was not retired: take it out there, then retire it.`;
}

const namesRetired = (faults: readonly FoundFault[]): string =>
  `It was not brought back. ${[...new Set(faults.map(({ words, sentence }) => words ?? sentence))].join(' ')}`;
