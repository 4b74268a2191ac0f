/**
 * The hash of a signed note, form 2: SHA-256 over everything the signature stands for, each part preceded by its length. The text is
 * the sealed JSON as it was opened, byte for byte, so it covers whatever a format holds; 32 random bytes in it keep the hash from
 * being an oracle for guessing. A form is never changed once a note was signed with it (tests/lib/session-notes/golden.test.ts).
 */
import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { NoteRow } from '@/db/queries/session-notes';
import { binding } from '@/lib/sealed/binding';

export type Signed = Pick<
  NoteRow,
  | 'id'
  | 'practiceId'
  | 'coupleId'
  | 'sessionId'
  | 'kind'
  | 'partnerId'
  | 'authorId'
  | 'format'
  | 'formatVersion'
  | 'signedZone'
  | 'needsApproval'
  | 'needsCoSignature'
  | 'coSignerId'
> & { signedAs: string; signedAt: Date };

/** `opened`: what stands inside the sealed column. */
export function signedHash(note: Signed, opened: string): Buffer {
  const parts = [
    'hearth signed note',
    '2',
    note.id,
    note.practiceId,
    note.coupleId,
    note.sessionId,
    note.kind,
    note.partnerId ?? '',
    note.authorId,
    note.format,
    String(note.formatVersion),
    note.signedAs,
    note.signedAt.toISOString(),
    note.signedZone ?? '',
    note.needsApproval ? 'approval' : '',
    note.needsCoSignature ? 'co-signature' : '',
    note.coSignerId ?? '',
    opened,
  ];
  return createHash('sha256').update(binding(parts)).digest();
}

/** Whether a signed note still says what was signed. */
export function isAsSigned(note: NoteRow, opened: string): boolean {
  const { signedAt, signedAs, signedHash: hash } = note;
  if (!signedAt || !signedAs || !hash) return false;
  return isSameHash(hash, signedHash({ ...note, signedAs, signedAt }, opened));
}

export const isSameHash = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
