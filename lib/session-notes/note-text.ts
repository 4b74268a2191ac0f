/** What stands inside the sealed column of a note: its fields as JSON and, once signed, the random bytes its hash needs. */
import 'server-only';
import type { NoteRow } from '@/db/queries/session-notes';
import type { SealedRef } from '@/lib/sealed/format';
import { type FormatVersion, formatOf } from '@/lib/format/notes/note-formats';
import type { NoteFormat, NoteSections } from '@/lib/format/note-sections';

export type NoteText = {
  sections: NoteSections;
  /** Base64 of 32 bytes; only in what was signed. */
  random?: string;
  /** In a kept version: the format it was written in, when that was not the note's first. */
  format?: { id: NoteFormat; version: number };
};

/** The format of a note, or of a version of it. */
export const formatIn = (note: Pick<NoteRow, 'format' | 'formatVersion'>, text?: NoteText): FormatVersion =>
  formatOf(text?.format?.id ?? note.format, text?.format?.version ?? note.formatVersion);

type Placed = Pick<NoteRow, 'practiceId' | 'coupleId' | 'partnerId' | 'kind'>;

/** Joint notes are in the couple's record, individual ones in that partner's alone. */
function placeOf(note: Placed, table: string, column: string, rowId: string): SealedRef {
  return {
    table,
    column,
    rowId,
    practiceId: note.practiceId,
    keyClass: note.kind === 'joint' ? 'couple.record' : 'partner.record',
    ownerId: note.kind === 'joint' ? note.coupleId : note.partnerId!,
  };
}

export const noteRef = (note: Placed & Pick<NoteRow, 'id'>) => placeOf(note, 'session_notes', 'sections', note.id);
export const versionRef = (note: Placed, versionId: string) => placeOf(note, 'note_versions', 'sections', versionId);
export const commentRef = (note: Placed, commentId: string) => placeOf(note, 'note_comments', 'text', commentId);
export const addendumRef = (note: Placed, addendumId: string) => placeOf(note, 'addenda', 'text', addendumId);

/** What was added to a signed note, as it lies in its sealed column. */
export const readAddendumText = (opened: string): string => (JSON.parse(opened) as { text: string }).text;

export const writeNoteText = (text: NoteText): string => JSON.stringify(text);
export const readNoteText = (opened: string): NoteText => JSON.parse(opened) as NoteText;
