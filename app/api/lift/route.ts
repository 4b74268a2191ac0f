// Lifts the cover. A page that is open asks with its script and stays; the cover's own page posts a plain form and is sent on.
import { NextResponse } from 'next/server';
import { cookieName, cookieOptions } from '@/lib/accounts/cookies';
import { type Lifted, liftCurtain } from '@/lib/accounts/curtain/lift';
import { liftInput } from '@/lib/accounts/curtain/schema';
import { noticeCookie } from '@/lib/accounts/notice';
import { signInToken } from '@/lib/actor';
import { route } from '@/lib/route';

export const POST = route(async (request) => {
  const isForm = !request.headers.get('content-type')?.startsWith('application/json');
  const sent: unknown = isForm
    ? Object.fromEntries(await request.formData().catch(() => new FormData()))
    : await request.json().catch(() => null);
  const parsed = liftInput.safeParse(sent);
  const lifted: Lifted = parsed.success
    ? await liftCurtain(await signInToken(), parsed.data)
    : { state: 'refused', message: parsed.error.issues[0]?.message ?? 'Write your password.' };
  return isForm ? sendOn(lifted) : answer(lifted);
});

const STATUS: Record<Lifted['state'], number> = { open: 200, covered: 401, over: 401, none: 401, refused: 422 };

const answer = (lifted: Lifted) =>
  Response.json(lifted, { status: STATUS[lifted.state], headers: { 'Cache-Control': 'no-store' } });

/** 303, so that the password is never sent again. "/" knows where one was, and who must sign in anew. */
async function sendOn(lifted: Lifted): Promise<NextResponse> {
  const isRefused = lifted.state === 'refused';
  const next = new NextResponse(null, {
    status: 303,
    headers: { Location: isRefused ? '/covered' : '/', 'Cache-Control': 'no-store' },
  });
  if (!isRefused) {
    next.cookies.set(cookieName('notice'), '', { ...cookieOptions(), maxAge: 0 });
    return next;
  }
  const { minutes = 0 } = lifted;
  const { name, value, options } = await noticeCookie({ word: minutes > 0 ? 'wait' : 'wrong', login: '', minutes });
  next.cookies.set(name, value, options);
  return next;
}
