/**
 * The hash of what others, or its author at another time, put under a signed note: an addendum, a co-signature, a supervisor's
 * review. Form 1, made like a note's own (signed-hash.ts) and bound to it by its hash. Never changed once it was used.
 */
import 'server-only';
import { createHash } from 'node:crypto';
import { isSameHash } from '@/lib/session-notes/signed-hash';
import { binding } from '@/lib/sealed/binding';

export type Attestation = {
  of: 'addendum' | 'co-signature' | 'review';
  id: string;
  practiceId: string;
  coupleId: string;
  noteId: string;
  authorId: string;
  /** The kind of addendum or review, or the part of the co-signer. */
  kind: string;
  signedAs: string;
  at: Date;
  zone: string;
  noteHash: Buffer;
};

/** `opened`: what stands inside the sealed column of an addendum; nothing of the others is sealed. */
export function attestationHash(made: Attestation, opened = ''): Buffer {
  const parts = [
    `hearth ${made.of}`,
    '1',
    made.id,
    made.practiceId,
    made.coupleId,
    made.noteId,
    made.authorId,
    made.kind,
    made.signedAs,
    made.at.toISOString(),
    made.zone,
    made.noteHash.toString('hex'),
    opened,
  ];
  return createHash('sha256').update(binding(parts)).digest();
}

export const isAttested = (made: Attestation, hash: Buffer, opened = ''): boolean =>
  isSameHash(hash, attestationHash(made, opened));
