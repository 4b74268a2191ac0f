import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { removePrepared } from '@/db/queries/plan/prepared-steps';
import { isInJointSession } from '@/db/queries/plan/room';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { assignStep } from '@/lib/plan/assign-step';
import { keepChoice } from './prepared-choice';
import type { DiscardPreparedInput, PrepareStepInput } from './schema';

/**
 * Assigns what was chosen in the room, where nothing stands in its way. Whatever does stand in its way is never said there: the choice
 * waits on the assign page, and both read the same neutral sentence.
 */
export async function prepareStep(tx: ActorTx, input: PrepareStepInput): Promise<Answer> {
  const { coupleId } = input;
  const isImmediate = await isInJointSession(tx, coupleId);
  try {
    await assignStep(tx, {
      ...input,
      adaptations: [],
      forOne: {},
      own: '',
      fields: {},
      opensWhenBothYes: true,
      waiver: '',
      isImmediate,
    });
    return { redirectTo: `/couples/${coupleId}/room?prepared=${isImmediate ? 'now' : 'turn'}` };
  } catch (error) {
    // A refusal comes before anything is written.
    if (!(error instanceof Refusal)) throw error;
  }
  const id = await keepChoice(tx, input);
  await writeAudit(tx, { act: 'created', recordKind: 'preparedStep', recordId: id, coupleId });
  return { redirectTo: `/couples/${coupleId}/room?prepared=after` };
}

/** Takes what was prepared off the list, without assigning it. */
export async function discardPreparedStep(tx: ActorTx, { coupleId, stepId }: DiscardPreparedInput): Promise<Answer> {
  if (!(await removePrepared(tx, coupleId, stepId))) throw new NotFound();
  await writeAudit(tx, { act: 'changed', recordKind: 'preparedStep', recordId: stepId, coupleId });
  return { message: 'Taken off the list.' };
}
