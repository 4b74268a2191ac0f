import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findCouple } from '@/db/queries/couples';
import { insertContactNote } from '@/db/queries/follow-up/contact-notes';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { dayOf } from '@/lib/format/dates';
import type { SealedRef } from '@/lib/sealed/format';
import { keyringFor } from '@/lib/sealed/keyring-for';
import type { WriteContactNoteInput } from './schema';

/** What was said in a contact opens with that one person's record alone. */
export const contactRef = (practiceId: string, partnerId: string, noteId: string): SealedRef => ({
  table: 'contact_notes',
  column: 'words',
  rowId: noteId,
  practiceId,
  keyClass: 'partner.record',
  ownerId: partnerId,
});

/** Notes a contact about one partner that was no session. */
export async function writeContactNote(tx: ActorTx, input: WriteContactNoteInput): Promise<Answer> {
  const couple = await findCouple(tx, input.coupleId);
  if (!couple?.partners.some(({ id }) => id === input.partnerId)) throw new NotFound();
  if (input.on > dayOf(tx.actor.now, tx.actor.timeZone)) {
    throw new Refusal('Not noted yet: the day has not come. Everything you typed is still here.', {
      on: 'Choose today or an earlier day.',
    });
  }
  await keepContactNote(tx, input);
  return { message: 'Noted.' };
}

/** Seals it in that person's record and writes it down. */
export async function keepContactNote(tx: ActorTx, input: WriteContactNoteInput): Promise<void> {
  const { practiceId, staffMemberId } = tx.actor;
  if (staffMemberId === null) throw new NotFound();
  const { coupleId, partnerId, kind, on, outcome } = input;
  const id = randomUUID();
  const words = input.words
    ? (await keyringFor(tx, [coupleId])).seal(contactRef(practiceId, partnerId, id), input.words)
    : null;
  await insertContactNote(tx, { id, coupleId, partnerId, kind, on, outcome, words, authorId: staffMemberId });
  await writeAudit(tx, {
    act: 'created',
    recordKind: 'contactNote',
    recordId: id,
    coupleId,
    concernsPartnerId: partnerId,
  });
}
