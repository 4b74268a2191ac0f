/** Unwrapped keys kept in this process. Holding one here lets nobody in: a keyring only asks for keys whose rows its actor could read. */
import 'server-only';
import { createHash, type KeyObject } from 'node:crypto';
import { LastUsed } from '../last-used';

export class KeyCache {
  readonly #kept: LastUsed<KeyObject>;

  constructor(limit: number) {
    this.#kept = new LastUsed(limit);
  }

  /** `name` must cover everything the unwrapping would have checked, or the cache would forgive what it refuses. */
  take(name: string, unwrap: () => KeyObject): KeyObject {
    const found = this.#kept.get(name);
    if (found) return found;
    const fresh = unwrap();
    this.#kept.set(name, fresh);
    return fresh;
  }

  get size(): number {
    return this.#kept.size;
  }
}

export function cacheName(fields: readonly string[], wrapped: Uint8Array): string {
  return createHash('sha256').update(JSON.stringify(fields)).update(wrapped).digest('base64');
}
