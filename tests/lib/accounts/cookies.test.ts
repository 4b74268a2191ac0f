// What a browser holds: marked so that no script reads it and no other site sends it, and good for one purpose alone.
import { encode } from 'next-auth/jwt';
import { afterEach, expect, test, vi } from 'vitest';
import { makeSignInToken } from '@/lib/accounts/sign-in-token';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const cookiesOver = async (origin: string) => {
  vi.stubEnv('APP_ORIGIN', origin);
  vi.resetModules();
  return import('@/lib/accounts/cookies');
};
const PURPOSES = ['signIn', 'csrf', 'after', 'notice', 'half', 'back'] as const;

test('over https every cookie is bound to this host, to https and to our own pages, and no script reads it', async () => {
  const { cookieName, cookieOptions, endedCookies } = await cookiesOver('https://hearth.example');
  for (const purpose of PURPOSES) expect(cookieName(purpose)).toMatch(/^__Host-[a-z]+$/);
  expect(cookieOptions()).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: true });
  for (const ended of endedCookies()) expect(ended).toMatch(/; Path=\/; Max-Age=0; HttpOnly; SameSite=Lax; Secure$/);
});

test('over http, on one’s own machine, they are the same but for what a browser takes over https alone', async () => {
  const { cookieName, cookieOptions } = await cookiesOver('http://localhost:3000');
  for (const purpose of PURPOSES) expect(cookieName(purpose)).toMatch(/^[a-z]+$/);
  expect(cookieOptions()).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: false });
});

test('what is sealed for another purpose opens as no sign-in, nor what another key sealed, nor what has run out', async () => {
  const { readEnv } = await import('@/lib/env');
  const { tokenIn } = await import('@/lib/actor');
  const secret = readEnv().keys.authSecret;
  const token = { signIn: makeSignInToken(), token: makeSignInToken(), login: 'ada@example.test', word: 'wrong' };
  const right = await encode({ token, secret });
  expect(await tokenIn(right)).toBe(token.signIn);
  const { signIn: _signIn, ...without } = token;
  const others = {
    'the half of a sign-in': await encode({ token, secret, salt: 'half' }),
    'a notice': await encode({ token, secret, salt: 'notice' }),
    'a token of next-auth without a sign-in': await encode({ token: without, secret }),
    'another installation’s': await encode({ token, secret: `${secret}x` }),
    'one that has run out': await encode({ token, secret, maxAge: -60 }),
    'one that was bent': `${right.slice(0, -3)}AAA`,
    'the token itself': token.signIn,
    'a pair for forms': `${'a'.repeat(64)}|${'b'.repeat(64)}`,
    'no algorithm': `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(token)).toString('base64url')}.`,
  };
  for (const [what, cookie] of Object.entries(others)) expect(await tokenIn(cookie), what).toBeNull();
});
