import 'server-only';
import type { KeyObject } from 'node:crypto';
import { decrypt } from './cipher';
import { FORMAT, placeOf, readHeader, unpad, type SealedRef } from './format';

/** `secretOf` gives the key with that id, or throws when this actor may not have it. */
export function open(secretOf: (keyId: string) => KeyObject, ref: SealedRef, sealed: Uint8Array): string {
  const { keyId, rest } = readHeader(Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength));
  return unpad(decrypt(secretOf(keyId), placeOf(ref, keyId, FORMAT), rest));
}
