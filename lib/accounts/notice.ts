/** One word and what was typed to sign in with at the last attempt, for the next showing of the sign-in page: sealed, gone in two minutes, and in no URL. */
import 'server-only';
import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { readEnv } from '@/lib/env';
import { cookieName, cookieOptions } from './cookies';

export const NOTICES = ['wrong', 'wait', 'again', 'ready', 'joined', 'signedOut'] as const;
export type Notice = { word: (typeof NOTICES)[number]; login: string; minutes: number };

const SECONDS = 120;
const SALT = 'notice';

export async function noticeCookie(notice: Notice) {
  const value = await encode({ token: { ...notice }, secret: readEnv().keys.authSecret, maxAge: SECONDS, salt: SALT });
  return { name: cookieName('notice'), value, options: { ...cookieOptions(), maxAge: SECONDS } };
}

/** In a server action: for the sign-in page it redirects to. */
export async function leaveNotice(notice: Notice): Promise<void> {
  const { name, value, options } = await noticeCookie(notice);
  (await cookies()).set(name, value, options);
}

export async function readNotice(): Promise<Notice | null> {
  const value = (await cookies()).get(cookieName('notice'))?.value;
  if (!value) return null;
  const token = await decode({ token: value, secret: readEnv().keys.authSecret, salt: SALT }).catch(() => null);
  const word = NOTICES.find((one) => one === token?.word);
  if (!token || !word) return null;
  return { word, login: typeof token.login === 'string' ? token.login : '', minutes: Number(token.minutes ?? 0) };
}
