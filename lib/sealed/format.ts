/**
 * Format 1 of a sealed value, all of it in one bytea:
 * version (1 byte) · data key id (16) · IV (12) · tag (16) · ciphertext (a multiple of 256).
 * The plaintext is its own length (4 bytes) · UTF-8 text · zeros up to the next multiple of 256, so that the size of a
 * value tells no more than a range of 256 bytes.
 * A format is never changed once released: a new one gets a new version byte and its own golden vectors.
 */
import 'server-only';
import { binding, uuidFromBytes } from './binding';
import { SealError } from './errors';
import type { KeyClass } from '@/db/schema/sealed-keys';

export const FORMAT = 1;
export const KEY_ID_BYTES = 16;
export const HEADER_BYTES = 1 + KEY_ID_BYTES;
const PADDED_TO = 256;
const LENGTH_BYTES = 4;
/** UTF-8 has no bytes for these: what was opened would not be what was typed. */
const LONE_SURROGATE = /\p{Cs}/u;

/** Where a sealed value lives. Moved anywhere else, it does not open. */
export type SealedRef = {
  table: string;
  column: string;
  rowId: string;
  practiceId: string;
  keyClass: KeyClass;
  ownerId: string;
};

export function placeOf(ref: SealedRef, keyId: string, format: number): Buffer {
  return binding([
    'hearth sealed text',
    String(format),
    ref.table,
    ref.column,
    ref.rowId,
    ref.practiceId,
    ref.keyClass,
    ref.ownerId,
    keyId,
  ]);
}

export function pad(text: string): Buffer {
  if (LONE_SURROGATE.test(text)) throw new SealError('ill-formed-text');
  const bytes = Buffer.from(text, 'utf8');
  const padded = Buffer.alloc(Math.ceil((LENGTH_BYTES + bytes.length) / PADDED_TO) * PADDED_TO);
  padded.writeUInt32BE(bytes.length);
  bytes.copy(padded, LENGTH_BYTES);
  return padded;
}

export function unpad(padded: Buffer): string {
  const length = padded.length >= LENGTH_BYTES ? padded.readUInt32BE() : Infinity;
  if (LENGTH_BYTES + length > padded.length) throw new SealError('tampered');
  return padded.toString('utf8', LENGTH_BYTES, LENGTH_BYTES + length);
}

export function readHeader(sealed: Buffer): { keyId: string; rest: Buffer } {
  if (sealed.length <= HEADER_BYTES) throw new SealError('tampered');
  if (sealed[0] !== FORMAT) throw new SealError('unknown-format');
  return { keyId: uuidFromBytes(sealed.subarray(1, HEADER_BYTES)), rest: sealed.subarray(HEADER_BYTES) };
}
