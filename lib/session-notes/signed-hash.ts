/**
 * The hash of a signed note, form 1: SHA-256 over everything the signature stands for, each part preceded by its length, and
 * 32 random bytes that are sealed with the text, so that the hash is no oracle for guessing it. A form is never changed
 * once a note was signed with it (tests/lib/session-notes/golden.test.ts).
 */
import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { NoteRow } from '@/db/queries/session-notes';
import { binding } from '@/lib/sealed/binding';
import type { NoteText } from './note-text';
import { detailsOf } from '@/lib/format/notes/note-fields';
import { formatOf } from '@/lib/format/notes/note-formats';

export type Signed = Pick<
  NoteRow,
  'id' | 'practiceId' | 'coupleId' | 'sessionId' | 'kind' | 'partnerId' | 'authorId' | 'format'
> & { formatVersion?: number; signedAs: string; signedAt: Date };

export function signedHash(note: Signed, text: NoteText & { random: string }): Buffer {
  const { formatVersion = 1 } = note;
  const parts = [
    'hearth signed note',
    '1',
    note.id,
    note.practiceId,
    note.coupleId,
    note.sessionId,
    note.kind,
    note.partnerId ?? '',
    note.authorId,
    note.format,
    note.signedAs,
    note.signedAt.toISOString(),
    text.random,
    ...formatOf(note.format, formatVersion).sections.flatMap(({ id }) => [id, text.sections[id] ?? '']),
    // Fields that hold nothing leave no trace, so that a note without them has the hash it always had.
    ...detailsOf(text.sections).flat(),
    ...(formatVersion > 1 ? ['formatVersion', String(formatVersion)] : []),
  ];
  return createHash('sha256').update(binding(parts)).digest();
}

/** Whether a signed note still says what was signed. */
export function isAsSigned(note: NoteRow, text: NoteText): boolean {
  const { signedAt, signedAs, signedHash: hash } = note;
  if (!signedAt || !signedAs || !hash || text.random === undefined) return false;
  const again = signedHash({ ...note, signedAs, signedAt }, { ...text, random: text.random });
  return hash.length === again.length && timingSafeEqual(hash, again);
}
