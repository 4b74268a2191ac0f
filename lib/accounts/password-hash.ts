import 'server-only';
import { randomUUID, timingSafeEqual } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { LONGEST_PASSWORD } from './schema';

/** argon2id is the library's default algorithm; 46 MiB with one pass is one of OWASP's equal sets. */
const COST = { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 } as const;

/** The same password typed on two keyboards can be two sequences of code points: one form is hashed. */
const normalized = (password: string) => password.normalize('NFKC');

/**
 * `like` is a hash of the same address, where there is one: both have its salt, which is drawn by lot with the first. So what is typed is
 * hashed once, however many accounts an address has, and Postgres sees when two of them would have one password.
 */
export function hashPassword(password: string, like: string | null = null): Promise<string> {
  return hash(normalized(password), { ...COST, salt: saltOf(like) });
}

/** Checked in place of a missing account's hash, so that an unknown address costs the same work and time as a known one. */
const decoy = hashPassword(randomUUID());

/** `stored` is null when there is no such account: the answer is then no, after the same work. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  return (await whichFits([stored], password)) === 0;
}

/** The place of the one that this is the password of, or -1: after the same work for none, for one and for several of one address. */
export async function whichFits(stored: readonly (string | null)[], password: string): Promise<number> {
  const typed = normalized(password.length > LONGEST_PASSWORD * 4 ? '' : password);
  const known = stored.filter((one): one is string => one !== null && PHC.test(one));
  const salted = new Map(known.map((one) => [one.slice(0, one.lastIndexOf('$')), one]));
  const like = salted.size > 0 ? [...salted.values()] : [await decoy];
  const again = await Promise.all(like.map((one) => hash(typed, { ...costOf(one), salt: saltOf(one) })));
  if (typed === '') return -1;
  return stored.findIndex((one) => one !== null && again.some((made) => isSame(made, one)));
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$[A-Za-z0-9+/]+$/;

function costOf(phc: string) {
  const [, memoryCost, timeCost, parallelism] = PHC.exec(phc)!.map(Number);
  return { memoryCost, timeCost, parallelism };
}

function saltOf(phc: string | null): Buffer | undefined {
  const salt = phc && PHC.exec(phc)?.[4];
  return salt ? Buffer.from(salt, 'base64') : undefined;
}

const isSame = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
