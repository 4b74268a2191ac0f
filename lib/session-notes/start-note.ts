/** Begins the note of a session, which has one: begun twice, it is the same note, and a colleague reads and co-signs it. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertNote, listNotesOf } from '@/db/queries/session-notes';
import { listNotesBegun } from '@/db/queries/supervision/signatures';
import { NotFound, Refusal } from '@/lib/errors';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { sessionInHand } from '@/lib/sessions/session-in-hand';
import { inFormat, noteRef, writeNoteText } from './note-text';
import type { StartNoteInput } from './schema';

export async function startNote(tx: ActorTx, input: StartNoteInput) {
  const authorId = tx.actor.staffMemberId;
  // Locked, so that two windows begin one note.
  const session = await sessionInHand(tx, input.sessionId);
  if (!authorId) throw new NotFound();
  const begun = (await listNotesOf(tx, [session.id])).find(({ standing }) => !standing.isInError);
  if (begun) return { redirectTo: `/couples/${session.coupleId}/notes/${begun.id}`, noteId: begun.id };
  const [writing] = await listNotesBegun(tx, [session.id]);
  if (writing)
    throw new Refusal(
      `No second note was begun: the note of this session is being written by ${writing.author}. You can co-sign it once it is signed.`,
    );
  if (session.cancelledAt) throw new Refusal('No note was begun: this session was cancelled.');
  const note = {
    id: randomUUID(),
    practiceId: tx.actor.practiceId,
    coupleId: session.coupleId,
    sessionId: session.id,
    kind: session.kind,
    partnerId: session.partnerId,
    authorId,
    format: input.format,
  };
  const keyring = await keyringFor(tx, [session.coupleId]);
  const sections = keyring.seal(noteRef(note), writeNoteText({ sections: inFormat(input.format, {}) }));
  await insertNote(tx, { ...note, sections, createdAt: tx.actor.now, updatedAt: tx.actor.now });
  await writeAudit(tx, {
    act: 'created',
    recordKind: 'sessionNote',
    recordId: note.id,
    coupleId: note.coupleId,
    concernsPartnerId: note.partnerId,
  });
  return { redirectTo: `/couples/${note.coupleId}/notes/${note.id}`, noteId: note.id };
}
