/** next-auth, the only sign-in door: a password in, an opaque token in an encrypted cookie out; who that is stays the database's answer. */
import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { readEnv } from '@/lib/env';
import { log } from '@/lib/log';
import { cookieName, cookieOptions } from './cookies';
import { endSignIn } from './end-sign-in';
import { finishAtPlace, finishSignIn, signIn, type SignInAnswer, SIGN_IN_HOURS } from './sign-in';

/** Carried from `authorize` to the answer by next-auth's own error parameter. */
export const errorWord = (answer: Exclude<SignInAnswer, { state: 'signedIn' }>) =>
  answer.state === 'wait' ? `wait-${answer.minutes}` : answer.state;

/** `half` is the token of the cookie that a right password left; `onHalf` leaves one, and says what it waits for. */
type SignInRequest = {
  address: string;
  device: string;
  half: string | null;
  onHalf: (token: string, waitsFor: 'half' | 'place') => void;
};

export function authOptions({ half, onHalf, ...request }: SignInRequest): NextAuthOptions {
  const env = readEnv();
  const cookie = (purpose: 'signIn' | 'csrf' | 'after') => ({ name: cookieName(purpose), options: cookieOptions() });
  function answerTo({ login, password, code, passkey, place }: Record<string, string | undefined>) {
    if (place !== undefined) return finishAtPlace({ half: half ?? '', placeId: String(place), ...request });
    if (code === undefined) return signIn({ login: String(login ?? ''), password: String(password ?? ''), ...request });
    return finishSignIn({ half: half ?? '', code: String(code), passkey: String(passkey ?? ''), ...request });
  }
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
        credentials: { login: {}, password: {}, code: {}, passkey: {}, place: {} },
        async authorize(typed) {
          const answer = await answerTo(typed ?? {});
          // Those that were begun are rows of their own, with whose they are.
          if (answer.state === 'wrong' || answer.state === 'wait') log.warn('sign-in refused', { code: answer.state });
          if (answer.state === 'half' || answer.state === 'place') onHalf(answer.token, answer.state);
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
