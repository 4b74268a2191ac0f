/** From a request to the sign-in token in its cookie. Who that is, only Postgres says. */
import 'server-only';
import { decode } from 'next-auth/jwt';
import { cookies } from 'next/headers';
import { cookieName } from './accounts/cookies';
import { readEnv } from './env';
import { SHIELD_COOKIE } from './format/names';
import { LastUsed } from './last-used';

/** The opaque token of this request's sign-in, or null when its cookie holds none. */
export async function signInToken(): Promise<string | null> {
  return tokenIn((await cookies()).get(cookieName('signIn'))?.value);
}

/** Whether this browser shows couples by their initials alone. */
export async function areNamesShielded(): Promise<boolean> {
  return (await cookies()).get(SHIELD_COOKIE)?.value === 'on';
}

/** Opening a cookie derives its key anew each time; those opened last are remembered. */
const opened = new LastUsed<{ token: string; until: number }>(2_000);

/** The same for a cookie's value at hand. A cookie that was forged, cut or made with another key is no cookie. */
export async function tokenIn(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  const known = opened.get(cookie);
  if (known && known.until > Date.now()) return known.token;
  const held = await decode({ token: cookie, secret: readEnv().keys.authSecret }).catch(() => null);
  if (typeof held?.signIn !== 'string') return null;
  opened.set(cookie, { token: held.signIn, until: Number(held.exp) * 1000 });
  return held.signIn;
}

export type { Actor } from '@/db/access/as-actor';
