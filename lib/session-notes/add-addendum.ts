/** Adds to a signed note, with one's own name and time. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findNote, insertAddendum } from '@/db/queries/session-notes';
import { NotFound, Refusal } from '@/lib/errors';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { addendumRef } from './note-text';
import type { AddAddendumInput } from './schema';
import { signatureOf } from './signature';

export async function addAddendum(tx: ActorTx, input: AddAddendumInput) {
  const found = await findNote(tx, input.noteId);
  const authorId = tx.actor.staffMemberId;
  if (!found || !authorId) throw new NotFound();
  const { note } = found;
  if (!note.signedAt)
    throw new Refusal('Nothing was added: this note is still a draft. Write it into the note itself.');
  const id = randomUUID();
  const keyring = await keyringFor(tx, [note.coupleId]);
  await insertAddendum(tx, {
    id,
    practiceId: note.practiceId,
    coupleId: note.coupleId,
    noteId: note.id,
    authorId,
    signedAs: signatureOf(tx.actor),
    text: keyring.seal(addendumRef(note, id), input.text.trim()),
    addedAt: tx.actor.now,
  });
  await writeAudit(tx, {
    act: 'added',
    recordKind: 'addendum',
    recordId: note.id,
    coupleId: note.coupleId,
    concernsPartnerId: note.partnerId,
  });
  return { redirectTo: `/couples/${note.coupleId}/notes/${note.id}` };
}
