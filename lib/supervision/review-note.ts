/** A supervisor's decision on a note that waits for it: approved with the password, or given back with a comment. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import type { NoteRow } from '@/db/queries/session-notes';
import { findSignedNote, listSupervisedLines } from '@/db/queries/supervision/queue';
import { insertReview } from '@/db/queries/supervision/signatures';
import type { ReviewKind } from '@/db/schema/notes/supervision';
import { giveAgain } from '@/lib/accounts/factors/step-up';
import { NotFound, Refusal } from '@/lib/errors';
import { signatureOf } from '@/lib/format/names';
import type { CoSignNoteInput, ReturnNoteInput } from '@/lib/session-notes/schema';
import { attestationHash } from '@/lib/signing/attestation';
import { putCoSignature } from '@/lib/signing/co-sign-note';
import { askedOf } from './read-queue';
import { putComment } from './threads';

const DECIDED = 'Nothing was changed: this note no longer waits for your approval. Go back to the queue.';

/** Co-signs it too, where both are asked of this supervisor. */
export async function approveNote(tx: ActorTx, input: CoSignNoteInput) {
  const { note, line } = await noteInSight(tx, input.noteId);
  if (askedOf(line) !== 'approve') throw new Refusal(DECIDED);
  await giveAgain(tx, input, 'Nothing was approved.');
  await putReview(tx, note, 'approved');
  if (line.standing.needsCoSignature && line.mayCoSign) await putCoSignature(tx, note, 'supervisor');
  return { redirectTo: `/supervision/${note.id}` };
}

/** The note is a draft of its author's again; what was signed stays among its kept texts. */
export async function returnNote(tx: ActorTx, input: ReturnNoteInput) {
  const { note, line } = await noteInSight(tx, input.noteId);
  if (askedOf(line) !== 'approve') throw new Refusal(DECIDED);
  await putComment(tx, note, {
    supervisorId: tx.actor.staffMemberId!,
    superviseeId: note.authorId,
    text: input.text,
  });
  await putReview(tx, note, 'returned');
  return { redirectTo: '/supervision' };
}

export async function coSignAsSupervisor(tx: ActorTx, input: CoSignNoteInput) {
  const { note, line } = await noteInSight(tx, input.noteId);
  if (askedOf(line) !== 'coSign')
    throw new Refusal('Nothing was signed: this note no longer waits for your co-signature. Go back to the queue.');
  await giveAgain(tx, input, 'Nothing was signed.');
  await putCoSignature(tx, note, 'supervisor');
  return { redirectTo: `/supervision/${note.id}` };
}

async function noteInSight(tx: ActorTx, noteId: string) {
  const [line] = await listSupervisedLines(tx, noteId);
  const note = line && (await findSignedNote(tx, noteId));
  if (!line || !note) throw new NotFound();
  return { line, note };
}

async function putReview(tx: ActorTx, note: NoteRow, kind: ReviewKind): Promise<void> {
  const made = {
    id: randomUUID(),
    practiceId: note.practiceId,
    coupleId: note.coupleId,
    noteId: note.id,
    authorId: tx.actor.staffMemberId!,
    kind,
    signedAs: signatureOf(tx.actor),
    zone: tx.actor.timeZone,
    noteHash: note.signedHash!,
  };
  const hash = attestationHash({ ...made, of: 'review', at: tx.actor.now });
  await insertReview(tx, { ...made, signedAt: tx.actor.now, hash });
  await writeAudit(tx, {
    act: 'settled',
    recordKind: 'noteReview',
    recordId: note.id,
    coupleId: note.coupleId,
    concernsPartnerId: note.partnerId,
  });
}
