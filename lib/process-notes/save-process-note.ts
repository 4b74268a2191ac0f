/**
 * Saves a process note. Its audit row says that its author kept a text of their own, and neither of whom nor what. When the note has
 * another text by now, the submitted one becomes a note of its own, so that both stand and neither replaces the other.
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { writeAudit } from '@/db/queries/audit';
import { findCouple } from '@/db/queries/couples';
import {
  changeProcessNote,
  insertProcessNote,
  lockProcessNote,
  type OwnNotes,
  type ProcessNoteRow,
} from '@/db/queries/process-notes';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { keyringOf, keyringToWrite, openText, sealText } from './process-note-text';
import type { SaveProcessNoteInput } from './schema';

export type SavedProcessNote = { state: 'saved' | 'apart'; noteId: string; version: number; savedAt: Date };

export async function saveProcessNote(tx: ActorTx, input: SaveProcessNoteInput): Promise<SavedProcessNote> {
  if (!can(tx.actor, 'processNotes', 'create')) throw new NotFound();
  const standing = await lockProcessNote(tx, input.noteId);
  const [note] = standing.notes;
  if (!note) {
    // Begun here, or deleted in another window while it was written on in this one.
    const isNew = input.version === 0;
    return isNew ? begin(tx, input, input.noteId, 'saved') : putApart(tx, input);
  }
  if (note.coupleId !== input.coupleId) throw new NotFound();
  return (await replace(tx, input, standing, note, 'saved')) ?? putApart(tx, input);
}

/** Null when the note moved on in another window. */
async function replace(
  tx: ActorTx,
  input: SaveProcessNoteInput,
  standing: OwnNotes,
  note: ProcessNoteRow,
  state: 'saved' | 'apart',
): Promise<SavedProcessNote | null> {
  const keyring = keyringOf(standing);
  const { about, text } = openText(keyring, note);
  if (text === input.text && note.on === input.on)
    return { state, noteId: note.id, version: note.version, savedAt: note.updatedAt };
  if (note.savedIn === input.savedIn) {
    // Overtaken on its way by a later text of the same window.
    if (input.order <= note.savedOrder)
      return { state, noteId: note.id, version: note.version, savedAt: note.updatedAt };
  } else if (note.version !== input.version) return null;
  const version = note.version + 1;
  await changeProcessNote(tx, note.id, {
    on: input.on,
    savedIn: input.savedIn,
    savedOrder: input.order,
    version,
    text: sealText(keyring, note, { about, text: input.text }),
  });
  return { state, noteId: note.id, version, savedAt: tx.actor.now };
}

/** The submitted text as a note of its own. Sent again after a lost answer, it is still that one note. */
async function putApart(tx: ActorTx, input: SaveProcessNoteInput): Promise<SavedProcessNote> {
  const standing = await lockProcessNote(tx, input.apartId);
  const [note] = standing.notes;
  if (!note) return begin(tx, input, input.apartId, 'apart');
  const saved = note.coupleId === input.coupleId ? await replace(tx, input, standing, note, 'apart') : null;
  if (!saved) throw new Refusal('This could not be kept as a note of its own. Copy your text into a new one.');
  return saved;
}

async function begin(
  tx: ActorTx,
  input: SaveProcessNoteInput,
  noteId: string,
  state: 'saved' | 'apart',
): Promise<SavedProcessNote> {
  const { coupleId, on, savedIn, order, text } = input;
  const couple = await findCouple(tx, coupleId);
  if (!couple) throw new NotFound();
  if (text.trim() === '')
    throw new Refusal('Nothing is kept yet: write something first.', { text: 'Write something first.' });
  const keyring = await keyringToWrite(tx, coupleId);
  const place = { id: noteId, practiceId: tx.actor.practiceId, coupleId };
  const sealed = sealText(keyring, place, { about: couple.label, text });
  const isMade = await insertProcessNote(tx, { id: noteId, coupleId, on, savedIn, savedOrder: order, text: sealed });
  if (!isMade) {
    // Begun a moment ago by the same window's other send; or another's note, which nobody learns.
    const standing = await lockProcessNote(tx, noteId);
    const [note] = standing.notes;
    const saved = note && note.coupleId === coupleId ? await replace(tx, input, standing, note, state) : null;
    if (!saved) throw new NotFound();
    return saved;
  }
  await writeAudit(tx, { act: 'created', recordKind: 'own' });
  return { state, noteId, version: 1, savedAt: tx.actor.now };
}

/** The same for a form, without JavaScript: each sending stands for a window of its own, because a page gone back to is an older one. */
export async function saveProcessNoteForm(tx: ActorTx, input: SaveProcessNoteInput): Promise<Answer> {
  const { noteId, state } = await saveProcessNote(tx, { ...input, savedIn: randomUUID(), apartId: randomUUID() });
  return { redirectTo: `/process-notes/${noteId}${state === 'apart' ? '?apart=yes' : ''}` };
}
