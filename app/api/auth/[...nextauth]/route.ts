import NextAuth from 'next-auth';
import { NextResponse, type NextRequest } from 'next/server';
import { authOptions } from '@/lib/accounts/auth-options';
import { cookieName, cookieOptions } from '@/lib/accounts/cookies';
import { mendCsrfCookie } from '@/lib/accounts/csrf';
import { endSignIn } from '@/lib/accounts/end-sign-in';
import { halfCookie, readHalf } from '@/lib/accounts/factors/half';
import { noticeCookie, type Notice } from '@/lib/accounts/notice';
import { signInToken } from '@/lib/actor';
import { addressOf } from '@/lib/address';
import { isOwnOrigin } from '@/lib/origin';
import { readEnv } from '@/lib/env';
import { log } from '@/lib/log';
import { isTooLarge } from '@/lib/route';

type Context = { params: Promise<{ nextauth: string[] }> };

/** The two doors of next-auth that exist here. The others tell about a sign-in or write its cookie anew. */
const DOORS = new Set(['callback/credentials', 'signout']);

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  const door = nextauth.join('/');
  if (!DOORS.has(door)) return notFound();
  if (!isOwnOrigin(request.headers) || isTooLarge(request.headers)) {
    log.warn('refused', { door: 'sign-in' });
    return toSignIn({ word: 'again', login: '', minutes: 0 });
  }

  const typed = new URLSearchParams(await request.clone().text());
  await mendCsrfCookie(typed.get('csrfToken'));
  const half = await readHalf();
  const before = await signInToken();
  let begun: Begun | null = null;
  const handler = NextAuth(
    authOptions({
      address: addressOf(request.headers),
      device: request.headers.get('user-agent') ?? '',
      half: half?.token ?? null,
      onHalf: (token, waitsFor) => (begun = { token, to: waitsFor === 'half' ? '/sign-in/step' : '/sign-in/place' }),
    }),
  );
  const answer = (await handler(request, context)) as Response;

  if (door === 'signout') return seeOther(answer, '/sign-in');
  const error = errorIn(answer);
  if (error === null) {
    // What this browser was signed in as before must not live on without a cookie that could end it.
    if (before) await endSignIn(before);
    return seeOther(answer, '/');
  }
  const login = (typed.get('login') ?? half?.login ?? '').slice(0, 254);
  return begun === null ? toSignIn({ ...error, login }) : toNextStep(begun, login);
}

export const GET = notFound;

function notFound(): Response {
  return new Response('Not found.', { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}

/** What next-auth put into the address of its error page, as a word; null when the person is signed in. */
function errorIn(answer: Response): Omit<Notice, 'login'> | null {
  const to = new URL(answer.headers.get('location') ?? '/', readEnv().appOrigin);
  if (to.pathname === '/' && to.search === '') return null;
  const error = to.searchParams.get('error') ?? '';
  if (error.startsWith('wait-')) return { word: 'wait', minutes: Number(error.slice(5)) || 1 };
  return { word: error === 'wrong' ? 'wrong' : 'again', minutes: 0 };
}

/** 303, so that a browser fetches the next page and never sends the password again. */
function seeOther(answer: Response, to: string): NextResponse {
  const next = new NextResponse(null, { status: 303, headers: { Location: to } });
  for (const name of ['notice', 'half'] as const)
    next.cookies.set(cookieName(name), '', { ...cookieOptions(), maxAge: 0 });
  // Where next-auth would go back to is never asked for, so its cookie is not kept.
  const kept = answer.headers.getSetCookie().filter((cookie) => !cookie.startsWith(`${cookieName('after')}=`));
  for (const cookie of kept) next.headers.append('Set-Cookie', cookie);
  return next;
}

async function toSignIn(notice: Notice): Promise<NextResponse> {
  const next = new NextResponse(null, { status: 303, headers: { Location: '/sign-in' } });
  const { name, value, options } = await noticeCookie(notice);
  next.cookies.set(name, value, options);
  next.cookies.set(cookieName('half'), '', { ...cookieOptions(), maxAge: 0 });
  return next;
}

/** A right password that waits for one thing more, and the page that asks for it. */
type Begun = { token: string; to: '/sign-in/step' | '/sign-in/place' };

async function toNextStep({ token, to }: Begun, login: string): Promise<NextResponse> {
  const next = new NextResponse(null, { status: 303, headers: { Location: to } });
  const { name, value, options } = await halfCookie({ token, login });
  next.cookies.set(name, value, options);
  next.cookies.set(cookieName('notice'), '', { ...cookieOptions(), maxAge: 0 });
  return next;
}
