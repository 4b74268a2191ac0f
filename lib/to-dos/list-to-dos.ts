/** To-dos with their words opened: one's own for Today, the care team's for a couple's page. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { listToDos as listRows, type ToDoRow } from '@/db/queries/follow-up/to-dos';
import { dayOf } from '@/lib/format/dates';
import { initials } from '@/lib/format/names';
import type { Keyring } from '@/lib/sealed/keyring';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { toDoRef } from './sealed-words';

export type ToDo = Omit<ToDoRow, 'words' | 'partner'> & {
  words: string;
  /** As the practice's calendar counts it. */
  due: 'overdue' | 'today' | 'later';
  formKey: string;
  /** A referral that is due: whose it is. It is done by saying what came of it. */
  referralOf: string | null;
  /** Goals to look at again: done by saying of each when next, or what came of it. */
  areGoals: boolean;
};

const GOALS_ARE_DUE = 'Look at the goals again';

/** Two statements at most, one where the couple's keyring is at hand. */
export async function listToDos(tx: ActorTx, coupleId: string | null, keys?: Keyring): Promise<ToDo[]> {
  const rows = await listRows(tx, coupleId);
  const sealed = rows.filter(({ words }) => words !== null);
  const keyring =
    sealed.length === 0 ? null : (keys ?? (await keyringFor(tx, [...new Set(sealed.map((row) => row.coupleId))])));
  const today = dayOf(tx.actor.now, tx.actor.timeZone);
  return rows.map(({ words, partner, ...row }) => ({
    ...row,
    words: partner
      ? `Referral for ${initials(partner.name)} is due`
      : words === null
        ? GOALS_ARE_DUE
        : keyring!.open(toDoRef(tx.actor.practiceId, row.coupleId, row.id), words),
    due: row.dueOn < today ? 'overdue' : row.dueOn === today ? 'today' : 'later',
    formKey: randomUUID(),
    referralOf: partner?.id ?? null,
    areGoals: !partner && words === null,
  }));
}
