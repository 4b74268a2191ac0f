/** Opens what one partner gave in private, or says in its place that it was removed. */
import 'server-only';
import { REMOVED } from '@/lib/format/records/removed';
import type { SealedRef } from './format';
import type { Keyring } from './keyring';

export const openOrSayRemoved = (keyring: Keyring, ref: SealedRef, sealed: Uint8Array): string =>
  keyring.openUnlessRemoved(ref, sealed) ?? REMOVED;

/** Answers by question. Removed ones are one line, which no question of a program has as its id. */
export function openAnswers(keyring: Keyring, ref: SealedRef, sealed: Uint8Array): Record<string, string> {
  const opened = keyring.openUnlessRemoved(ref, sealed);
  return opened === null ? { 'What was written': REMOVED } : (JSON.parse(opened) as Record<string, string>);
}
