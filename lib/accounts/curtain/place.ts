/**
 * Where staff were when their screen was covered or their twelve hours ended: sealed for their place in this practice alone, since somebody
 * else may sign in at the same desk, or they themselves elsewhere, and kept in a cookie of its own until it was used. No address of a record stands in the address of the sign-in.
 */
import 'server-only';
import type { NextRequest, NextResponse } from 'next/server';
import { decode, encode } from 'next-auth/jwt';
import { cookies, headers } from 'next/headers';
import { readEnv } from '@/lib/env';
import { cookieName, cookieOptions } from '../cookies';

/** Set by proxy.ts on every request, so that nobody outside can say it. */
export const PATH_HEADER = 'x-path';
const SECONDS = 24 * 3600;
const SALT = 'place';
const LONGEST = 300;

export function pathOf({ pathname, searchParams }: URL): string {
  const asked = new URLSearchParams(searchParams);
  asked.delete('_rsc');
  return asked.size > 0 ? `${pathname}?${asked}` : pathname;
}

/** The page asked for in this request, to come back to. */
export async function sealPlace(staffMemberId: string): Promise<string | null> {
  const path = (await headers()).get(PATH_HEADER) ?? '/';
  if (path === '/' || path.length > LONGEST) return null;
  return encode({ token: { staffMemberId, path }, secret: readEnv().keys.authSecret, maxAge: SECONDS, salt: SALT });
}

/** Where this member of the staff was, if that is known in this browser. */
export async function placeLeft(staffMemberId: string | null): Promise<string | null> {
  const kept = (await cookies()).get(cookieName('back'))?.value;
  if (!kept || staffMemberId === null) return null;
  const token = await decode({ token: kept, secret: readEnv().keys.authSecret, salt: SALT }).catch(() => null);
  return token?.staffMemberId === staffMemberId && typeof token.path === 'string' ? token.path : null;
}

/** The pages between the place left and the place found again. */
const ON_THE_WAY = ['/', '/sign-in', '/sign-in/step', '/sign-in/place', '/covered'];

/** In the proxy, since a page sets no cookie: taken from the address of the sign-in or the cover, and gone with the first page after them. */
export function keepPlace(request: NextRequest, response: NextResponse): void {
  const { pathname, searchParams } = request.nextUrl;
  const place = ['/sign-in', '/covered'].includes(pathname) ? searchParams.get('to') : null;
  if (place && place.length < 2 * LONGEST + 400)
    response.cookies.set(cookieName('back'), place, { ...cookieOptions(), maxAge: SECONDS });
  else if (!ON_THE_WAY.includes(pathname) && request.cookies.has(cookieName('back')))
    response.cookies.set(cookieName('back'), '', { ...cookieOptions(), maxAge: 0 });
}
