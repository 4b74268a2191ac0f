/** What stands inside the sealed column of a note: its sections as JSON and, once signed, the random bytes its hash needs. */
import 'server-only';
import type { NoteRow } from '@/db/queries/session-notes';
import type { SealedRef } from '@/lib/sealed/format';
import { type NoteFormat, type NoteSections, SECTIONS } from '@/lib/format/note-sections';

export type NoteText = {
  sections: NoteSections;
  /** Base64 of 32 bytes; only in what was signed. */
  random?: string;
};

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

export const writeNoteText = (text: NoteText): string => JSON.stringify(text);
export const readNoteText = (opened: string): NoteText => JSON.parse(opened) as NoteText;

/** Exactly the sections of the format, in its order: what is missing is empty, what is unknown is left out. */
export function inFormat(format: NoteFormat, sections: NoteSections): NoteSections {
  return Object.fromEntries(SECTIONS[format].map(({ id }) => [id, sections[id] ?? '']));
}

export const isSame = (format: NoteFormat, a: NoteSections, b: NoteSections): boolean =>
  SECTIONS[format].every(({ id }) => (a[id] ?? '') === (b[id] ?? ''));

export const isEmpty = (sections: NoteSections): boolean => Object.values(sections).every((text) => text.trim() === '');
