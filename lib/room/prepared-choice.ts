/** What was prepared in the room, as the page that assigns takes it up again. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { findPrepared, keepPrepared, listPrepared } from '@/db/queries/plan/prepared-steps';
import type { SealedRef } from '@/lib/sealed/format';
import { keyringFor } from '@/lib/sealed/keyring-for';
import type { PrepareStepInput } from './schema';

export type PreparedChoice = Pick<PrepareStepInput, 'rhythm' | 'minutes' | 'line'>;
export type PreparedLine = { stepId: string; title: string; formKey: string };

const choiceRef = (practiceId: string, coupleId: string, rowId: string): SealedRef => ({
  table: 'prepared_steps',
  column: 'choice',
  rowId,
  practiceId,
  keyClass: 'couple.record',
  ownerId: coupleId,
});

export async function keepChoice(tx: ActorTx, { coupleId, stepId, ...choice }: PrepareStepInput): Promise<string> {
  const id = randomUUID();
  const keyring = await keyringFor(tx, [coupleId]);
  const sealed = keyring.seal(choiceRef(tx.actor.practiceId, coupleId, id), JSON.stringify(choice));
  await keepPrepared(tx, { id, coupleId, stepId, choice: sealed });
  return id;
}

export async function readPreparedChoice(
  tx: ActorTx,
  coupleId: string,
  stepId: string,
): Promise<PreparedChoice | null> {
  const row = await findPrepared(tx, coupleId, stepId);
  if (!row) return null;
  const keyring = await keyringFor(tx, [coupleId]);
  return JSON.parse(keyring.open(choiceRef(tx.actor.practiceId, coupleId, row.id), row.choice)) as PreparedChoice;
}

export const listPreparedLines = async (tx: ActorTx, coupleId: string): Promise<PreparedLine[]> =>
  (await listPrepared(tx, coupleId)).map((line) => ({ ...line, formKey: randomUUID() }));
