import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findToDo, markToDo as mark } from '@/db/queries/follow-up/to-dos';
import type { Answer } from '@/lib/action';
import { NotFound } from '@/lib/errors';
import type { MarkToDoInput } from './schema';

/** Done, or to be done after all. Pressed twice, it stays as it is. */
export async function markToDo(tx: ActorTx, { toDoId, isDone }: MarkToDoInput): Promise<Answer> {
  const marked = await mark(tx, toDoId, isDone === 'yes');
  if (!marked) {
    if (!(await findToDo(tx, toDoId))) throw new NotFound();
    return {};
  }
  await writeAudit(tx, { act: 'changed', recordKind: 'toDo', recordId: toDoId, coupleId: marked.coupleId });
  return {};
}
