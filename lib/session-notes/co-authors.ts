/** Who writes a draft beside its author. The author names them, and takes it back at will; from then the draft is closed to them. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertCoAuthor, listCoAuthors, removeCoAuthor } from '@/db/queries/notes/note-co-authors';
import { findNote, type NoteRow } from '@/db/queries/session-notes';
import { type Couple, readCouple } from '@/lib/couples/read-couple';
import { NotFound, Refusal } from '@/lib/errors';
import type { CoAuthorInput } from './schema';

/** Those of a care team who may be named: whoever cares for the couple beside the author. A supervisor reads, and never writes in it. */
export const coAuthorsIn = (careTeam: Couple['careTeam'], authorId: string) =>
  careTeam.filter(({ staffMemberId, part }) => staffMemberId !== authorId && part !== 'supervisor');

const pageOf = (note: NoteRow) => `/couples/${note.coupleId}/notes/${note.id}`;

export async function nameCoAuthor(tx: ActorTx, { noteId, staffMemberId }: CoAuthorInput) {
  const note = await ownDraft(tx, noteId);
  const { careTeam } = await readCouple(tx, note.coupleId);
  if (!coAuthorsIn(careTeam, note.authorId).some((member) => member.staffMemberId === staffMemberId))
    throw new Refusal('Nobody was named: choose someone else of this care team.', {
      staffMemberId: 'Choose someone of this care team.',
    });
  const named = await listCoAuthors(tx, noteId);
  if (!named.some((one) => one.staffMemberId === staffMemberId)) {
    await insertCoAuthor(tx, {
      id: randomUUID(),
      practiceId: note.practiceId,
      coupleId: note.coupleId,
      noteId,
      authorId: note.authorId,
      coAuthorId: staffMemberId,
      namedAt: tx.actor.now,
    });
    await audit(tx, note);
  }
  return { redirectTo: pageOf(note) };
}

export async function dropCoAuthor(tx: ActorTx, { noteId, staffMemberId }: CoAuthorInput) {
  const note = await ownDraft(tx, noteId);
  if (await removeCoAuthor(tx, noteId, staffMemberId)) await audit(tx, note);
  return { redirectTo: pageOf(note) };
}

async function ownDraft(tx: ActorTx, noteId: string): Promise<NoteRow> {
  const found = await findNote(tx, noteId);
  if (!found || found.note.authorId !== tx.actor.staffMemberId) throw new NotFound();
  if (found.note.signedAt) throw new Refusal('Nothing was changed: this note is signed, so nobody writes in it.');
  return found.note;
}

const audit = (tx: ActorTx, note: NoteRow) =>
  writeAudit(tx, {
    act: 'changed',
    recordKind: 'sessionNote',
    recordId: note.id,
    coupleId: note.coupleId,
    concernsPartnerId: note.partnerId,
  });
