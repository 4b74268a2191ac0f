/**
 * Saves a draft. Nobody's text is ever silently replaced: a save names the version it was made on, and when the note has moved on
 * the submitted text is kept as a version of its own and both are shown.
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { changeDraft, findNote, keepVersion, lockDraft, type NoteRow } from '@/db/queries/session-notes';
import { readEnv } from '@/lib/env';
import { NotFound, Refusal } from '@/lib/errors';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { type Keyring, openKeyring } from '@/lib/sealed/keyring';
import { inFormat, isSame, noteRef, readNoteText, versionRef, writeNoteText } from './note-text';
import type { NoteSections } from '@/lib/format/note-sections';
import type { SaveNoteInput } from './schema';

/** How often a note in writing leaves a version behind. */
const VERSION_EVERY_MS = 5 * 60_000;

export type Saved =
  | { state: 'saved'; note: NoteRow; version: number; savedAt: Date }
  /** Another text stands in the note; the submitted one is kept as `keptId`. */
  | { state: 'conflict'; note: NoteRow; version: number; savedAt: Date; sections: NoteSections; keptId: string }
  /** The note was signed meanwhile; the submitted text is kept as `keptId`. */
  | { state: 'signed'; note: NoteRow; keptId: string };

/** At most three statements: the locked draft with its keys, the save, and at times a version with its audit. */
export async function saveNote(tx: ActorTx, input: Omit<SaveNoteInput, 'next'>): Promise<Saved> {
  const draft = await lockDraft(tx, input.noteId);
  if (!draft) return keepBesideSigned(tx, input);
  const { note } = draft;
  const keyring = openKeyring(readEnv().keys.masterKeys, draft.keys);
  const submitted = inFormat(note.format, input.sections);
  const current = readNoteText(keyring.open(noteRef(note), note.sections)).sections;

  if (isSame(note.format, submitted, current)) {
    return { state: 'saved', note, version: note.version, savedAt: note.updatedAt };
  }
  if (input.version !== note.version) {
    const keptId = await keep(tx, keyring, note, { version: input.version, cause: 'conflict', sections: submitted });
    return { state: 'conflict', note, version: note.version, savedAt: note.updatedAt, sections: current, keptId };
  }
  const sections = keyring.seal(noteRef(note), writeNoteText({ sections: submitted }));
  if (!(await changeDraft(tx, note.id, input.version, { sections }))) throw new NotFound();

  const now = tx.actor.now;
  const lastKept = draft.lastKeptAt ?? note.createdAt;
  if (input.isResolving) {
    await keep(tx, keyring, note, { version: note.version, cause: 'conflict', sections: current });
  } else if (note.version === 1 || now.getTime() - lastKept.getTime() >= VERSION_EVERY_MS) {
    await keep(tx, keyring, note, { version: note.version + 1, cause: 'interval', sections: submitted });
  }
  return { state: 'saved', note, version: note.version + 1, savedAt: now };
}

/** The same for a form: with a place to go on. A conflict is no refusal, which would take the kept text back. */
export async function saveNoteForm(tx: ActorTx, input: SaveNoteInput) {
  const saved = await saveNote(tx, input);
  const page = `/couples/${saved.note.coupleId}/notes/${saved.note.id}`;
  if (saved.state !== 'saved') return { redirectTo: `${page}?kept=${saved.keptId}` };
  return { redirectTo: input.next === 'review' ? `${page}/review` : page };
}

async function keep(
  tx: ActorTx,
  keyring: Keyring,
  note: NoteRow,
  kept: { version: number; cause: 'conflict' | 'interval'; sections: NoteSections },
): Promise<string> {
  const id = randomUUID();
  const row = {
    id,
    practiceId: note.practiceId,
    coupleId: note.coupleId,
    noteId: note.id,
    authorId: tx.actor.staffMemberId!,
    version: kept.version,
    cause: kept.cause,
    sections: keyring.seal(versionRef(note, id), writeNoteText({ sections: kept.sections })),
  };
  await keepVersion(tx, row, note.partnerId);
  return id;
}

/** A text that arrives after its note was signed is not lost: it stands beside it as a version, to be added as an addendum. */
async function keepBesideSigned(tx: ActorTx, input: Omit<SaveNoteInput, 'next'>): Promise<Saved> {
  const found = await findNote(tx, input.noteId);
  if (!found || found.note.authorId !== tx.actor.staffMemberId || !found.note.signedAt) throw new NotFound();
  const { note } = found;
  const keyring = await keyringFor(tx, [note.coupleId]);
  const submitted = inFormat(note.format, input.sections);
  const signed = readNoteText(keyring.open(noteRef(note), note.sections)).sections;
  if (isSame(note.format, submitted, signed)) throw new Refusal('This note is signed. It says what you typed.');
  const keptId = await keep(tx, keyring, note, { version: input.version, cause: 'conflict', sections: submitted });
  return { state: 'signed', note, keptId };
}
