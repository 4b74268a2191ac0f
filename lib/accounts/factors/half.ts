/** The cookie between the password and the second factor: a token that Postgres knows, and what was typed to sign in with. Sealed, gone in ten minutes. */
import 'server-only';
import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { asSystem } from '@/db/access/as-system';
import { findHalf } from '@/db/queries/accounts/factors';
import { readEnv } from '@/lib/env';
import { cookieName, cookieOptions } from '../cookies';
import { hashOfToken } from '../sign-in-token';

export type HalfCookie = { token: string; login: string };

const SECONDS = 600;
const SALT = 'half';

export async function halfCookie(half: HalfCookie) {
  const value = await encode({ token: { ...half }, secret: readEnv().keys.authSecret, maxAge: SECONDS, salt: SALT });
  return { name: cookieName('half'), value, options: { ...cookieOptions(), maxAge: SECONDS } };
}

export async function readHalf(): Promise<HalfCookie | null> {
  const value = (await cookies()).get(cookieName('half'))?.value;
  if (!value) return null;
  const held = await decode({ token: value, secret: readEnv().keys.authSecret, salt: SALT }).catch(() => null);
  if (typeof held?.token !== 'string' || typeof held.login !== 'string') return null;
  return { token: held.token, login: held.login };
}

/** Which ways on there are for whoever comes from a right password; null for anyone else. */
export async function readStep(): Promise<{ app: boolean; passkey: boolean } | null> {
  const held = await readHalf();
  const half = held && (await asSystem('signIn', (tx) => findHalf(tx, hashOfToken(held.token))));
  if (!half) return null;
  return { app: half.factors.totp !== null, passkey: half.factors.passkeys.length > 0 };
}
