/** Unwrapped keys kept in this process, the least recently used leaving first. Holding one here lets nobody in: a keyring only asks for keys whose rows its actor could read. */
import 'server-only';
import { createHash, type KeyObject } from 'node:crypto';

export class KeyCache {
  readonly #kept = new Map<string, KeyObject>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** `name` must cover everything the unwrapping would have checked, or the cache would forgive what it refuses. */
  take(name: string, unwrap: () => KeyObject): KeyObject {
    const found = this.#kept.get(name);
    if (found) {
      this.#kept.delete(name);
      this.#kept.set(name, found);
      return found;
    }
    const fresh = unwrap();
    this.#kept.set(name, fresh);
    if (this.#kept.size > this.#limit) {
      const oldest = this.#kept.keys().next().value;
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
    return fresh;
  }

  get size(): number {
    return this.#kept.size;
  }
}

export function cacheName(fields: readonly string[], wrapped: Uint8Array): string {
  return createHash('sha256').update(JSON.stringify(fields)).update(wrapped).digest('base64');
}
