import 'server-only';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { lockLibrary } from '@/db/queries/plan/library';
import { findProgram, insertStep, insertStepVersions, listSteps, type StepRow } from '@/db/queries/plan/program';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { contentsOf } from './contents-of';
import { refuseFaults } from './refuse-faults';
import { retiredOf } from './retire-step';
import { refuseOvertaken } from './refuse-overtaken';
import type { StepInput } from './schema';
import { stepContent } from './step-content';

/** A new version of a step, or a new step made from another. What is assigned already keeps the words it had. */
export async function saveStep(tx: ActorTx, input: StepInput): Promise<Answer> {
  await lockLibrary(tx);
  const program = await findProgram(tx);
  const steps = await listSteps(tx);
  const from = steps.find(({ stepId }) => stepId === (input.stepId ?? input.copyOf));
  if (!program || !from) throw new NotFound();
  const before = input.stepId ? from : null;
  if (before) refuseOvertaken(input, before.version);
  if (before?.isRetired)
    throw new Refusal(
      'This step was retired. Bring it back, then edit it. Nothing was saved; what you typed is still here.',
    );

  const code = before?.code ?? nextCode(steps);
  const content = stepContent(code, input, codesByTitle(steps, { code, title: input.title }));
  if (before && isDeepStrictEqual(content, before.content)) return { redirectTo: `/library/${before.stepId}` };
  refuseFaults({ ...program.common, steps: withStep(steps, content) }, { step: code }, retiredOf(steps));

  const stepId = before?.stepId ?? randomUUID();
  if (!before) await insertStep(tx, { stepId, coupleId: null, code, stage: content.stage });
  await insertStepVersions(tx, [{ stepId, coupleId: null, version: (before?.version ?? 0) + 1, content }]);
  await writeAudit(tx, { act: before ? 'changed' : 'created', recordKind: 'step', recordId: stepId });
  return { redirectTo: `/library/${stepId}` };
}

/** The texts of steps know each other by these; two digits is all there is room for. */
function nextCode(steps: readonly StepRow[]): string {
  const last = Math.max(0, ...steps.map(({ code }) => Number(code.slice(1))));
  if (last >= 99)
    throw new Refusal('The library holds 99 steps at most. Nothing was saved; what you typed is still here.');
  return `S${String(last + 1).padStart(2, '0')}`;
}

/** The step itself may be named by its old title and by its new one. */
const codesByTitle = (steps: readonly StepRow[], own: { code: string; title: string }): Map<string, string> =>
  new Map([...steps.map(({ code, content }): [string, string] => [content.title, code]), [own.title, own.code]]);

const withStep = (steps: readonly StepRow[], content: StepRow['content']) =>
  contentsOf([...steps.filter(({ code }) => code !== content.id), { content }]);
