/**
 * next-auth's own token for native forms: `token|sha256(token + secret)` in a cookie, and the token in the form. A page
 * cannot set a cookie, so proxy.ts does it before the page is made.
 */
import 'server-only';
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { cookies } from 'next/headers';
import { readEnv } from '@/lib/env';
import { cookieName, cookieOptions } from './cookies';

export function csrfCookie(read: (name: string) => string | undefined) {
  const current = read(cookieName('csrf'));
  const isNew = tokenIn(current) === undefined;
  const token = randomBytes(32).toString('hex');
  return {
    name: cookieName('csrf'),
    value: isNew || current === undefined ? `${token}|${seal(token)}` : current,
    isNew,
    options: cookieOptions(),
  };
}

/** The token for a form on this page; empty when the cookie is missing, and the form is then asked again. */
export async function readCsrfToken(): Promise<string> {
  return tokenIn((await cookies()).get(cookieName('csrf'))?.value) ?? '';
}

/**
 * For a form whose cookie was ended while its page stood there, as Close does: the pair that next-auth asks for, made from the form's
 * own token. Only after its origin was checked, which is what proves that the form is ours.
 */
export async function mendCsrfCookie(given: string | null): Promise<void> {
  const store = await cookies();
  if (store.get(cookieName('csrf')) || !given || !/^[0-9a-f]{64}$/.test(given)) return;
  store.set(cookieName('csrf'), `${given}|${seal(given)}`, cookieOptions());
}

function tokenIn(value: string | undefined): string | undefined {
  const [token = '', given = ''] = (value ?? '').split('|');
  if (!/^[0-9a-f]{64}$/.test(token) || !/^[0-9a-f]{64}$/.test(given)) return undefined;
  return timingSafeEqual(Buffer.from(given), Buffer.from(seal(token))) ? token : undefined;
}

const seal = (token: string) => createHash('sha256').update(`${token}${readEnv().keys.authSecret}`).digest('hex');
