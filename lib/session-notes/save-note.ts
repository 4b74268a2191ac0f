/**
 * Saves a draft. Nobody's text is ever silently replaced: a save names the version it was made on, and when the note has moved on
 * the submitted text is kept as a version of its own and both are shown.
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { changeDraft, findNote, keepVersion, lockDraft, type NoteRow } from '@/db/queries/session-notes';
import type { VersionCause } from '@/db/schema/session-notes';
import { readEnv } from '@/lib/env';
import { NotFound, Refusal } from '@/lib/errors';
import { detailsOf, inFormat } from '@/lib/format/notes/note-fields';
import { type FormatVersion, formatOf, inOtherFormat, newestOf } from '@/lib/format/notes/note-formats';
import { isSameText, type NoteSections } from '@/lib/format/note-sections';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { type Keyring, openKeyring } from '@/lib/sealed/keyring';
import { formatIn, noteRef, readNoteText, versionRef, writeNoteText } from './note-text';
import type { SaveNoteInput } from './schema';

/** How often a note in writing leaves a version behind. */
const VERSION_EVERY_MS = 5 * 60_000;

type Save = Omit<SaveNoteInput, 'next'>;

export type Saved =
  | { state: 'saved'; note: NoteRow; version: number; savedAt: Date }
  /** Another text stands in the note; the submitted one is kept as `keptId`. */
  | {
      state: 'conflict';
      note: NoteRow;
      version: number;
      savedAt: Date;
      sections: NoteSections;
      format: FormatVersion;
      keptId: string;
    }
  /** The note was signed meanwhile; the submitted text is kept as `keptId`. */
  | { state: 'signed'; note: NoteRow; keptId: string };

/** At most three statements: the locked draft with its keys, the save, and at times a version with its audit. */
export async function saveNote(tx: ActorTx, input: Save): Promise<Saved> {
  const draft = await lockDraft(tx, input.noteId);
  if (!draft) return keepBesideSigned(tx, input);
  const { note } = draft;
  const keyring = openKeyring(readEnv().keys.masterKeys, draft.keys);
  const now = tx.actor.now;
  const format = formatIn(note);
  const current = inFormat(format, readNoteText(keyring.open(noteRef(note), note.sections)).sections);
  const seen = input.version === note.version ? current : Object.fromEntries(detailsOf(current));
  const submitted = submittedIn(format, input, seen);
  const target = input.changeTo && input.changeTo !== note.format ? newestOf(input.changeTo) : format;

  if (isSameText(submitted, current) && target === format)
    return { state: 'saved', note, version: note.version, savedAt: note.updatedAt };
  if (input.version !== note.version && !isSameText(submitted, current)) {
    const keptId = await keep(tx, keyring, note, {
      version: input.version,
      cause: 'conflict',
      format,
      sections: submitted,
    });
    return {
      state: 'conflict',
      note,
      version: note.version,
      savedAt: note.updatedAt,
      sections: current,
      format,
      keptId,
    };
  }

  const hand = input.window ?? tx.actor.staffMemberId;
  const next = inFormat(target, inOtherFormat(submitted, format, target));
  const sections = keyring.seal(noteRef(note), writeNoteText({ sections: next }));
  const change = { sections, writtenIn: hand, format: target.id, formatVersion: target.version };
  if (!(await changeDraft(tx, note.id, note.version, change))) throw new NotFound();

  const standing = { version: note.version, format, sections: current };
  const lastKept = draft.lastKeptAt ?? note.createdAt;
  if (input.isResolving) await keep(tx, keyring, note, { ...standing, cause: 'conflict' });
  else if (target !== format) await keep(tx, keyring, note, { ...standing, cause: 'format', sections: submitted });
  else if (note.writtenIn && note.writtenIn !== hand) await keep(tx, keyring, note, { ...standing, cause: 'hand' });
  else if (note.version === 1 || now.getTime() - lastKept.getTime() >= VERSION_EVERY_MS)
    await keep(tx, keyring, note, { version: note.version + 1, cause: 'interval', format: target, sections: next });
  return { state: 'saved', note, version: note.version + 1, savedAt: now };
}

/** What was sent, in the note's format of now. A field that was left out stays as it was seen; of a version that has passed, no section was. */
function submittedIn(format: FormatVersion, input: Save, seen: NoteSections): NoteSections {
  const from = input.format ? formatOf(input.format, input.formatVersion ?? newestOf(input.format).version) : format;
  const isInAnother = from.id !== format.id || from.version !== format.version;
  return inFormat(format, isInAnother ? inOtherFormat(input.sections, from, format) : { ...seen, ...input.sections });
}

/** The same for a form: with a place to go on. A conflict is no refusal, which would take the kept text back. */
export async function saveNoteForm(tx: ActorTx, { next, ...input }: SaveNoteInput) {
  const saved = await saveNote(tx, { ...input, changeTo: next === 'format' ? input.changeTo : undefined });
  const page = `/couples/${saved.note.coupleId}/notes/${saved.note.id}`;
  if (saved.state !== 'saved') return { redirectTo: `${page}?kept=${saved.keptId}` };
  return { redirectTo: next === 'review' ? `${page}/review` : page };
}

type Kept = { version: number; cause: VersionCause; format: FormatVersion; sections: NoteSections };

async function keep(tx: ActorTx, keyring: Keyring, note: NoteRow, kept: Kept): Promise<string> {
  const id = randomUUID();
  const { staffMemberId } = tx.actor;
  const { id: format, version } = kept.format;
  const row = {
    id,
    practiceId: note.practiceId,
    coupleId: note.coupleId,
    noteId: note.id,
    authorId: note.authorId,
    keptBy: staffMemberId === note.authorId ? null : staffMemberId,
    version: kept.version,
    cause: kept.cause,
    sections: keyring.seal(
      versionRef(note, id),
      writeNoteText({ sections: kept.sections, format: { id: format, version } }),
    ),
  };
  await keepVersion(tx, row, note.partnerId);
  return id;
}

/** A text that arrives after its note was signed is not lost: it stands beside it as a version, to be added as an addendum. */
async function keepBesideSigned(tx: ActorTx, input: Save): Promise<Saved> {
  const found = await findNote(tx, input.noteId);
  if (!found?.mayWrite || !found.note.signedAt) throw new NotFound();
  const { note } = found;
  const keyring = await keyringFor(tx, [note.coupleId]);
  const format = formatIn(note);
  const signed = inFormat(format, readNoteText(keyring.open(noteRef(note), note.sections)).sections);
  const submitted = submittedIn(format, input, signed);
  if (isSameText(submitted, signed)) throw new Refusal('This note is signed. It says what you typed.');
  const keptId = await keep(tx, keyring, note, {
    version: input.version,
    cause: 'conflict',
    format,
    sections: submitted,
  });
  return { state: 'signed', note, keptId };
}
