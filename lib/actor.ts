/** From a request to the sign-in token in its cookie. Who that is, only Postgres says. */
import 'server-only';
import { decode } from 'next-auth/jwt';
import { cookies } from 'next/headers';
import { cookieName } from './accounts/cookies';
import { readEnv } from './env';

/** The opaque token of this request's sign-in, or null when its cookie holds none. */
export async function signInToken(): Promise<string | null> {
  return tokenIn((await cookies()).get(cookieName('signIn'))?.value);
}

/** The same for a cookie's value at hand. A cookie that was forged, cut or made with another key is no cookie. */
export async function tokenIn(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  const held = await decode({ token: cookie, secret: readEnv().keys.authSecret }).catch(() => null);
  return typeof held?.signIn === 'string' ? held.signIn : null;
}

export type { Actor } from '@/db/access/as-actor';
