import 'server-only';
import type { KeyObject } from 'node:crypto';
import { uuidToBytes } from './binding';
import { encrypt } from './cipher';
import { FORMAT, pad, placeOf, type SealedRef } from './format';

/** `iv` is for golden vectors alone. */
export function seal(key: { id: string; secret: KeyObject }, ref: SealedRef, text: string, iv?: Buffer): Buffer {
  const body = encrypt(key.secret, placeOf(ref, key.id, FORMAT), pad(text), iv);
  return Buffer.concat([Buffer.of(FORMAT), uuidToBytes(key.id), body]);
}
