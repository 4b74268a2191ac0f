/**
 * The keys of a process that goes on while their file changes: a new master key counts in every process within a second, without a start.
 * A file that is unsound for a moment changes nothing. A master key that was taken out goes on opening until the next start, which
 * refuses to begin without one that is still needed.
 */
import 'server-only';
import { statSync } from 'node:fs';
import { type Keys, type KeysPlace, readKeys } from '@/lib/keys-file';

/** How old what a process knows of the file may be; who changes the file waits longer before going on. */
export const KEYS_ARE_KNOWN_AFTER_MS = 1_000;

export class FollowedKeys {
  #keys: Keys;
  #stamp: string;
  #lookedAt = performance.now();

  constructor(readonly place: KeysPlace) {
    this.#stamp = stampOf(place);
    this.#keys = readKeys(place);
  }

  now(): Keys {
    if ('file' in this.place && performance.now() - this.#lookedAt >= KEYS_ARE_KNOWN_AFTER_MS) {
      this.#lookedAt = performance.now();
      this.#follow();
    }
    return this.#keys;
  }

  #follow(): void {
    const stamp = stampOf(this.place);
    if (stamp === this.#stamp || stamp === '') return;
    try {
      const { masterKeys } = readKeys(this.place);
      // Another key under the same id would open nothing of what is there.
      if (this.#keys.masterKeys.some((old) => masterKeys.some((key) => key.id === old.id && !isSame(key.key, old.key))))
        return;
      const gone = this.#keys.masterKeys.filter(({ id }) => !masterKeys.some((key) => key.id === id));
      // The other two secrets sign sign-ins and links: another one of these takes a start.
      this.#keys = { ...this.#keys, masterKeys: [...masterKeys, ...gone] };
      this.#stamp = stamp;
    } catch {
      // Looked at again in a second; the next start says what is wrong.
    }
  }
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(Buffer.from(b));

function stampOf(place: KeysPlace): string {
  if (!('file' in place)) return '';
  try {
    const { mtimeMs, ino, size } = statSync(place.file);
    return `${ino} ${mtimeMs} ${size}`;
  } catch {
    return '';
  }
}
