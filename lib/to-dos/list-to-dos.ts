/** To-dos with their words opened: one's own for Today, the care team's for a couple's page. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { listToDos as listRows, type ToDoRow } from '@/db/queries/follow-up/to-dos';
import { dayOf } from '@/lib/format/dates';
import type { Keyring } from '@/lib/sealed/keyring';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { toDoRef } from './sealed-words';

export type ToDo = Omit<ToDoRow, 'words'> & {
  words: string;
  /** As the practice's calendar counts it. */
  due: 'overdue' | 'today' | 'later';
  formKey: string;
};

/** Two statements at most, one where the couple's keyring is at hand. */
export async function listToDos(tx: ActorTx, coupleId: string | null, keys?: Keyring): Promise<ToDo[]> {
  const rows = await listRows(tx, coupleId);
  if (rows.length === 0) return [];
  const keyring = keys ?? (await keyringFor(tx, [...new Set(rows.map((row) => row.coupleId))]));
  const today = dayOf(tx.actor.now, tx.actor.timeZone);
  return rows.map((row) => ({
    ...row,
    words: keyring.open(toDoRef(tx.actor.practiceId, row.coupleId, row.id), row.words),
    due: row.dueOn < today ? 'overdue' : row.dueOn === today ? 'today' : 'later',
    formKey: randomUUID(),
  }));
}
