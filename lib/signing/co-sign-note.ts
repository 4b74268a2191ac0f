/** Another signature under a note that stands: the co-therapist co-signs instead of writing a second note. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findNote, type NoteRow } from '@/db/queries/session-notes';
import { insertCoSignature, listCoSignatures } from '@/db/queries/supervision/signatures';
import type { CoSignerPart } from '@/db/schema/notes/supervision';
import { giveAgain } from '@/lib/accounts/factors/step-up';
import { NotFound, Refusal } from '@/lib/errors';
import { signatureOf } from '@/lib/format/names';
import { isFinal, statusOf } from '@/lib/format/notes/note-status';
import type { CoSignNoteInput } from '@/lib/session-notes/schema';
import { attestationHash } from './attestation';

export async function coSignNote(tx: ActorTx, input: CoSignNoteInput) {
  const found = await findNote(tx, input.noteId);
  const me = tx.actor.staffMemberId;
  if (!found?.note.signedAt || !me || !found.treatsBeside) throw new NotFound();
  const { note, standing } = found;
  if (!isFinal(statusOf(standing)))
    throw new Refusal('Nothing was signed: this note waits for approval, or was entered in error.');
  if ((await listCoSignatures(tx, [note.id])).some(({ authorId }) => authorId === me))
    throw new Refusal('You have co-signed this note already.');
  await giveAgain(tx, input, 'Nothing was signed.');
  await putCoSignature(tx, note, 'coTherapist');
  return { redirectTo: `/couples/${note.coupleId}/notes/${note.id}` };
}

export async function putCoSignature(tx: ActorTx, note: NoteRow, part: CoSignerPart): Promise<void> {
  const made = {
    id: randomUUID(),
    practiceId: note.practiceId,
    coupleId: note.coupleId,
    noteId: note.id,
    authorId: tx.actor.staffMemberId!,
    signedAs: signatureOf(tx.actor),
    zone: tx.actor.timeZone,
    noteHash: note.signedHash!,
  };
  const hash = attestationHash({ ...made, of: 'co-signature', kind: part, at: tx.actor.now });
  await insertCoSignature(tx, { ...made, part, signedAt: tx.actor.now, hash });
  await writeAudit(tx, {
    act: 'signed',
    recordKind: 'coSignature',
    recordId: note.id,
    coupleId: note.coupleId,
    concernsPartnerId: note.partnerId,
  });
}
