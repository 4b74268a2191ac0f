import 'server-only';
import { randomUUID } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { LONGEST_PASSWORD } from './schema';

/** argon2id is the library's default algorithm; 46 MiB with one pass is one of OWASP's equal sets. */
const COST = { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 } as const;

/** The same password typed on two keyboards can be two sequences of code points: one form is hashed. */
const normalized = (password: string) => password.normalize('NFKC');

export function hashPassword(password: string): Promise<string> {
  return hash(normalized(password), COST);
}

/** Checked in place of a missing account's hash, so that an unknown address costs the same work and time as a known one. */
const decoy = hashPassword(randomUUID());

/** `stored` is null when there is no such account: the answer is then no, after the same work. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const typed = password.length > LONGEST_PASSWORD * 4 ? '' : password;
  const matches = await verify(stored ?? (await decoy), normalized(typed)).catch(() => false);
  return stored !== null && typed !== '' && matches;
}
