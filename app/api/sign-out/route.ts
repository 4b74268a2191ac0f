import { NextResponse } from 'next/server';
import { signInToken } from '@/lib/actor';
import { cookieName, cookieOptions } from '@/lib/accounts/cookies';
import { endSignIn } from '@/lib/accounts/end-sign-in';
import { noticeCookie } from '@/lib/accounts/notice';
import { route } from '@/lib/route';

export const POST = route(async () => {
  const token = await signInToken();
  if (token) await endSignIn(token);
  const answer = new NextResponse(null, {
    status: 303,
    headers: { Location: '/sign-in', 'Cache-Control': 'no-store' },
  });
  answer.cookies.set(cookieName('signIn'), '', { ...cookieOptions(), maxAge: 0 });
  const notice = await noticeCookie({ word: 'signedOut', login: '', minutes: 0 });
  answer.cookies.set(notice.name, notice.value, notice.options);
  return answer;
});
