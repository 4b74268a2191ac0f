/** next-auth, the only sign-in door: a password in, an opaque token in an encrypted cookie out; who that is stays the database's answer. */
import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { readEnv } from '@/lib/env';
import { log } from '@/lib/log';
import { cookieName, cookieOptions } from './cookies';
import { endSignIn } from './end-sign-in';
import { finishSignIn, signIn, SIGN_IN_HOURS } from './sign-in';

/** Carried from `authorize` to the answer by next-auth's own error parameter. */
export const errorWord = (answer: { state: 'wrong' | 'half' } | { state: 'wait'; minutes: number }) =>
  answer.state === 'wait' ? `wait-${answer.minutes}` : answer.state;

/** `half` is the token of the cookie that a right password left; `onHalf` leaves one. */
type SignInRequest = { address: string; device: string; half: string | null; onHalf: (token: string) => void };

export function authOptions({ half, onHalf, ...request }: SignInRequest): NextAuthOptions {
  const env = readEnv();
  const cookie = (purpose: 'signIn' | 'csrf' | 'after') => ({ name: cookieName(purpose), options: cookieOptions() });
  return {
    secret: env.keys.authSecret,
    // The cookie outlives the sign-in, which Postgres ends: so it is known whose it was, and they come back to where they were.
    session: { strategy: 'jwt', maxAge: 2 * SIGN_IN_HOURS * 3600 },
    useSecureCookies: env.isHttps,
    cookies: { sessionToken: cookie('signIn'), csrfToken: cookie('csrf'), callbackUrl: cookie('after') },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    // What it would log can quote what was typed.
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
    providers: [
      Credentials({
        credentials: { login: {}, password: {}, code: {}, passkey: {} },
        async authorize(typed) {
          const answer =
            typed?.code === undefined
              ? await signIn({ login: String(typed?.login ?? ''), password: String(typed?.password ?? ''), ...request })
              : await finishSignIn({
                  half: half ?? '',
                  code: String(typed.code),
                  passkey: String(typed.passkey ?? ''),
                  ...request,
                });
          // Those that were begun are rows of their own, with whose they are.
          if (answer.state === 'wrong' || answer.state === 'wait') log.warn('sign-in refused', { code: answer.state });
          if (answer.state === 'half') onHalf(answer.token);
          if (answer.state !== 'signedIn') throw new Error(errorWord(answer));
          return { id: answer.token };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { signIn: user.id } : token),
      // Wherever a form asks to go, "/" decides by who has signed in.
      redirect: () => `${env.appOrigin}/`,
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.signIn === 'string') await endSignIn(token.signIn);
      },
    },
  };
}
