import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findCouple } from '@/db/queries/couples';
import { insertToDo } from '@/db/queries/follow-up/to-dos';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { dayOf } from '@/lib/format/dates';
import { keyringFor } from '@/lib/sealed/keyring-for';
import type { AddToDoInput } from './schema';
import { toDoRef } from './sealed-words';

/** Puts something to do for a couple on the list of one of its care team, oneself unless said. */
export async function addToDo(tx: ActorTx, input: AddToDoInput): Promise<Answer> {
  const couple = await findCouple(tx, input.coupleId);
  const authorId = tx.actor.staffMemberId;
  if (!couple || authorId === null) throw new NotFound();
  const assigneeId = input.assigneeId ?? authorId;
  if (!couple.careTeam.some(({ staffMemberId }) => staffMemberId === assigneeId)) {
    throw new Refusal('Not added: only someone who cares for this couple can be asked. What you typed is still here.', {
      assigneeId: 'Choose someone of the care team.',
    });
  }
  if (input.dueOn < dayOf(tx.actor.now, tx.actor.timeZone)) {
    throw new Refusal('Not added: the day is over. What you typed is still here.', {
      dueOn: 'Choose today or a later day.',
    });
  }
  await keepToDo(tx, { coupleId: couple.id, words: input.words, dueOn: input.dueOn, assigneeId, authorId });
  return { message: 'Added.' };
}

/** Seals it and writes it down, with who wrote it. */
export async function keepToDo(
  tx: ActorTx,
  toDo: { coupleId: string; words: string; dueOn: string; assigneeId: string; authorId: string },
): Promise<void> {
  const id = randomUUID();
  const keyring = await keyringFor(tx, [toDo.coupleId]);
  const words = keyring.seal(toDoRef(tx.actor.practiceId, toDo.coupleId, id), toDo.words);
  await insertToDo(tx, { ...toDo, id, words });
  await writeAudit(tx, { act: 'created', recordKind: 'toDo', recordId: id, coupleId: toDo.coupleId });
}
