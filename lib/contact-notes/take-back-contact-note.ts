import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findContactNote, insertContactNote, isTakenBack } from '@/db/queries/follow-up/contact-notes';
import type { Answer } from '@/lib/action';
import { NotFound } from '@/lib/errors';
import type { TakeBackContactNoteInput } from './schema';

/** Says of a contact note that it was entered in error. The note stays, with who said so. */
export async function takeBackContactNote(
  tx: ActorTx,
  { coupleId, noteId }: TakeBackContactNoteInput,
): Promise<Answer> {
  const note = await findContactNote(tx, noteId);
  const authorId = tx.actor.staffMemberId;
  if (!note || note.coupleId !== coupleId || authorId === null) throw new NotFound();
  if (await isTakenBack(tx, noteId)) return {};
  const { partnerId, kind, on } = note;
  await insertContactNote(tx, { id: randomUUID(), coupleId, partnerId, kind, on, authorId, inErrorId: noteId });
  await writeAudit(tx, {
    act: 'changed',
    recordKind: 'contactNote',
    recordId: noteId,
    coupleId,
    concernsPartnerId: partnerId,
  });
  return {};
}
