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
import { findNoteFormat } from '@/db/queries/accounts/staff-settings';
import { listAttendances, type SessionRow } from '@/db/queries/sessions';
import { asChosen, inFormat } from '@/lib/format/notes/note-fields';
import { newestOf } from '@/lib/format/notes/note-formats';
import type { NoteSections } from '@/lib/format/note-sections';
import { fieldsOf } from '@/lib/sessions/local-time';
import { noteRef, writeNoteText } from './note-text';
import type { StartNoteInput } from './schema';

export async function startNote(tx: ActorTx, input: StartNoteInput) {
  const authorId = tx.actor.staffMemberId;
  // Locked, so that two windows begin one note.
  const session = await sessionInHand(tx, input.sessionId);
  // A scheduler sees every session of the practice; its note is for those who hold the couple's key.
  const keyring = await keyringFor(tx, [session.coupleId]);
  if (!authorId || !keyring.has('couple.record', session.coupleId)) throw new NotFound();
  const begun = (await listNotesOf(tx, [session.id])).find(({ standing }) => !standing.isInError);
  if (begun) return { redirectTo: `/couples/${session.coupleId}/notes/${begun.id}`, noteId: begun.id };
  const [writing] = await listNotesBegun(tx, [session.id]);
  if (writing)
    throw new Refusal(
      `No second note was begun: the note of this session is being written by ${writing.author}. You can co-sign it once it is signed.`,
    );
  if (session.cancelledAt) throw new Refusal('No note was begun: this session was cancelled.');
  const format = newestOf(input.format ?? (await findNoteFormat(tx, authorId)) ?? 'DAP');
  const note = {
    id: randomUUID(),
    practiceId: tx.actor.practiceId,
    coupleId: session.coupleId,
    sessionId: session.id,
    kind: session.kind,
    partnerId: session.partnerId,
    authorId,
    format: format.id,
    formatVersion: format.version,
  };
  const fields = await knownOf(tx, session, authorId);
  const sections = keyring.seal(noteRef(note), writeNoteText({ sections: inFormat(format, fields) }));
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

/** What the session's own facts say already: nobody types it again. Who came is not guessed. */
async function knownOf(tx: ActorTx, session: SessionRow, authorId: string): Promise<NoteSections> {
  const came = (await listAttendances(tx, [session.id])).filter(({ attendance }) => attendance !== 'absent');
  const { timeZone } = tx.actor;
  return {
    present: asChosen([...came.map(({ partnerId }) => partnerId), authorId]),
    start: fieldsOf(session.startsAt, timeZone).at,
    stop: fieldsOf(new Date(session.startsAt.getTime() + session.minutes * 60_000), timeZone).at,
    place: session.place,
  };
}
