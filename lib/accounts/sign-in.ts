/** Signing in: counted, slow when it is tried often, and the same work and answer whether or not there is such an account. */
import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { asSystem } from '@/db/access/as-system';
import { beginSignIn, findAccount } from '@/db/queries/accounts/sign-ins';
import { forgetSignIn, trySignIn } from '@/lib/rate-limits';
import { plainLogin } from './login';
import { verifyPassword } from './password-hash';
import { LONGEST_PASSWORD } from './schema';
import { hashOfToken, makeSignInToken } from './sign-in-token';

export const SIGN_IN_HOURS = 12;

export type SignInAnswer =
  | { state: 'signedIn'; token: string; kind: 'staff' | 'partner' }
  | { state: 'wrong' }
  | { state: 'wait'; minutes: number };

/** `login` as it was typed: an e-mail address or a user name. */
export type SignInAttempt = { login: string; password: string; address: string; device: string };

export async function signIn(attempt: SignInAttempt): Promise<SignInAnswer> {
  const plain = plainLogin(attempt.login);
  const login = plain ?? attempt.login.slice(0, 254).toLowerCase();
  const allowance = await trySignIn(login, attempt.address);
  if (allowance.waitMs > 0) await wait(allowance.waitMs);
  if (!allowance.isAllowed) return { state: 'wait', minutes: allowance.tryAgainInMinutes };

  const account = plain === null ? null : await asSystem('signIn', (tx) => findAccount(tx, plain));
  const password = [...attempt.password].length <= LONGEST_PASSWORD ? attempt.password : '';
  const isRight = await verifyPassword(account?.passwordHash ?? null, password);
  if (!account || !isRight) return { state: 'wrong' };

  const token = makeSignInToken();
  const kind = await asSystem('signIn', (tx) =>
    beginSignIn(tx, {
      accountId: account.accountId,
      tokenHash: hashOfToken(token),
      device: deviceOf(attempt.device),
      hours: SIGN_IN_HOURS,
    }),
  );
  // An account whose every membership was ended is told what a wrong password is told.
  if (kind === null) return { state: 'wrong' };
  await forgetSignIn(login, attempt.address);
  return { state: 'signedIn', token, kind };
}

/** Enough to know one's own device again in a list, and no more: "Firefox on Android". */
function deviceOf(userAgent: string): string {
  const browser = (['Firefox', 'Edg', 'OPR', 'SamsungBrowser', 'Chrome', 'Safari'] as const).find((name) =>
    userAgent.includes(`${name}/`),
  );
  const system = (['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS X', 'CrOS', 'Linux'] as const).find((name) =>
    userAgent.includes(name),
  );
  const words: Record<string, string> = {
    Edg: 'Edge',
    OPR: 'Opera',
    SamsungBrowser: 'Samsung Internet',
    'Mac OS X': 'Mac',
    CrOS: 'ChromeOS',
  };
  const said = (name: string | undefined) => (name ? (words[name] ?? name) : undefined);
  return [said(browser) ?? 'A browser', said(system)].filter(Boolean).join(' on ');
}
