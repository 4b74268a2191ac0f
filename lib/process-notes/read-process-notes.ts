/** Process notes as their author reads them. No opening of theirs is noted: the access log does not know that they exist. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { findCouple } from '@/db/queries/couples';
import { findProcessNote, listProcessNotes, PROCESS_NOTES_SHOWN } from '@/db/queries/process-notes';
import { type Couple, readCouple } from '@/lib/couples/read-couple';
import { NotFound } from '@/lib/errors';
import { recordId } from '@/lib/record-id';
import { dayOf } from '@/lib/format/dates';
import { keyringOf, openText } from './process-note-text';

export type ProcessNoteLine = { id: string; on: string; about: string; text: string };
export type ProcessNoteList = { notes: ProcessNoteLine[]; isCut: boolean };

export type ProcessNoteToWrite = {
  id: string;
  coupleId: string;
  /** The couple's label as it was when the note was begun. */
  about: string;
  /** One still cares for this couple, whose page there is a way back to. */
  hasCouple: boolean;
  version: number;
  on: string;
  text: string;
  updatedAt: Date | null;
  savedIn: string;
  apartId: string;
  deleteKey: string;
};

async function list(tx: ActorTx, coupleId: string | null): Promise<ProcessNoteList> {
  const own = await listProcessNotes(tx, coupleId);
  const keyring = keyringOf(own);
  return {
    notes: own.notes.map((note) => ({ id: note.id, on: note.on, ...openText(keyring, note) })),
    isCut: own.notes.length === PROCESS_NOTES_SHOWN,
  };
}

/** Two statements. */
export async function readProcessNotesOf(
  tx: ActorTx,
  coupleId: string | undefined,
): Promise<ProcessNoteList & { couple: Couple }> {
  const couple = await readCouple(tx, coupleId);
  return { couple, ...(await list(tx, couple.id)) };
}

/** One's notes about couples one no longer cares for. One statement. */
export async function readProcessNotesLeft(tx: ActorTx): Promise<ProcessNoteList> {
  if (!can(tx.actor, 'processNotes', 'read')) throw new NotFound();
  return list(tx, null);
}

const ofForm = () => ({ savedIn: randomUUID(), apartId: randomUUID(), deleteKey: randomUUID() });

/** An empty one: nothing is kept before something is written. */
export async function readNewProcessNote(tx: ActorTx, coupleId: string | undefined): Promise<ProcessNoteToWrite> {
  const couple = await readCouple(tx, coupleId);
  return {
    id: randomUUID(),
    coupleId: couple.id,
    about: couple.label,
    hasCouple: true,
    version: 0,
    on: dayOf(tx.actor.now, tx.actor.timeZone),
    text: '',
    updatedAt: null,
    ...ofForm(),
  };
}

export async function readProcessNote(tx: ActorTx, noteId: string | undefined): Promise<ProcessNoteToWrite> {
  if (!can(tx.actor, 'processNotes', 'read')) throw new NotFound();
  const own = await findProcessNote(tx, recordId(noteId));
  const [note] = own.notes;
  if (!note) throw new NotFound();
  const { id, coupleId, version, on, updatedAt } = note;
  const couple = await findCouple(tx, coupleId);
  return {
    id,
    coupleId,
    version,
    on,
    updatedAt,
    hasCouple: couple !== null,
    ...openText(keyringOf(own), note),
    ...ofForm(),
  };
}
