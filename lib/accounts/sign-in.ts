/** Signing in: counted, slow when it is tried often, and the same work and answer whether or not there is such an account. */
import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { asSystem } from '@/db/access/as-system';
import { beginHalf, findHalf, type Half, takeHalf, countPasskey } from '@/db/queries/accounts/factors';
import { findChoice } from '@/db/queries/accounts/places';
import { beginSignIn, findAccounts } from '@/db/queries/accounts/sign-ins';
import { type Allowance, forgetCodes, forgetSignIn, forgiveOne, tryCode, trySignIn } from '@/lib/rate-limits';
import { checkCode, doorOf } from './factors/check-code';
import { checkPasskey, takeAt } from './factors/passkeys';
import { plainLogin } from './login';
import { whichFits } from './password-hash';
import { LONGEST_PASSWORD } from './schema';
import { hashOfToken, makeSignInToken } from './sign-in-token';

export const SIGN_IN_HOURS = 12;

export type SignInAnswer =
  | { state: 'signedIn'; token: string; kind: 'staff' | 'partner' }
  /** The password was right, and a second factor is there: the token leads to it, once and for ten minutes. */
  | { state: 'half'; token: string }
  /** All was right, and there are several places to go to: the token leads to the choice, once and for ten minutes. */
  | { state: 'place'; token: string }
  | { state: 'wrong' }
  | { state: 'wait'; minutes: number };

type From = { address: string; device: string };
/** `login` as it was typed: an e-mail address or a user name. */
export type SignInAttempt = From & { login: string; password: string };

export async function signIn(attempt: SignInAttempt): Promise<SignInAnswer> {
  const plain = plainLogin(attempt.login);
  const login = plain ?? attempt.login.slice(0, 254).toLowerCase();
  const refused = await waitOf(await trySignIn(login, attempt.address));
  if (refused) return refused;

  const accounts = plain === null ? [] : await asSystem('signIn', (tx) => findAccounts(tx, plain));
  const password = [...attempt.password].length <= LONGEST_PASSWORD ? attempt.password : '';
  const fitting = await whichFits(
    accounts.map(({ passwordHash }) => passwordHash),
    password,
  );
  const account = accounts[fitting];
  if (!account) return { state: 'wrong' };
  const { accountId } = account;
  if (account.hasFactor) {
    const token = makeSignInToken();
    const half = { accountId, tokenHash: hashOfToken(token) };
    if (!(await asSystem('signIn', (tx) => beginHalf(tx, half)))) return { state: 'wrong' };
    await forgiveOne(login, attempt.address);
    return { state: 'half', token };
  }
  return signedIn(login, attempt, (begun) => asSystem('signIn', (tx) => beginSignIn(tx, { accountId, ...begun })));
}

/** What comes after the password: a passkey's answer, or where none is sent a code of the app or a recovery code. */
export type SecondStep = From & { half: string; code: string; passkey?: string };
/** One try for each right password, counted like it; whatever does not fit is answered like a wrong password. */
export async function finishSignIn(step: SecondStep): Promise<SignInAnswer> {
  const half = await asSystem('signIn', (tx) => findHalf(tx, hashOfToken(step.half)));
  const login = half?.factors.login ?? 'nobody';
  const refused = await waitOf(await trySignIn(login, step.address));
  if (refused) return refused;
  if (!half) return { state: 'wrong' };
  const { accountId } = half.factors;
  if (step.passkey) return finishByPasskey(half, step.passkey, login, step);
  const codes = await waitOf(await tryCode(accountId));
  if (codes) return codes;
  const answer = await signedIn(login, step, (begun) =>
    // One transaction: Postgres begins no sign-in without the half that was taken in it.
    asSystem('signIn', async (tx) => {
      if (!(await takeHalf(tx, half.id)) || !(await checkCode(doorOf(tx, accountId), half.factors, step.code)))
        return null;
      return beginSignIn(tx, { accountId, halfId: half.id, ...begun });
    }),
  );
  if (answer.state === 'signedIn' || answer.state === 'place') await forgetCodes(accountId);
  return answer;
}

/** All in the one transaction that takes the half, so that of many at once the first gets in. */
async function finishByPasskey(half: Half, sent: string, login: string, from: From): Promise<SignInAnswer> {
  const { accountId } = half.factors;
  return signedIn(login, from, (begun) =>
    asSystem('signIn', async (tx) => {
      if (!(await takeHalf(tx, half.id))) return null;
      const take = takeAt(tx, { accountId, askedIn: half.id, purpose: 'signIn' });
      const used = await checkPasskey(take, half.factors, sent);
      if (!used || !(await countPasskey(tx, accountId, used.id, used.counter))) return null;
      return beginSignIn(tx, { accountId, halfId: half.id, ...begun });
    }),
  );
}

export type PlaceChosen = From & { half: string; placeId: string };
/** The last step for an account with several places: whatever is not one of them uses the choice up, and is answered like a wrong password. */
export async function finishAtPlace({ half, placeId, ...from }: PlaceChosen): Promise<SignInAnswer> {
  const choice = await asSystem('signIn', (tx) => findChoice(tx, hashOfToken(half)));
  const login = choice?.login ?? 'nobody';
  const refused = await waitOf(await trySignIn(login, from.address));
  if (refused) return refused;
  if (!choice) return { state: 'wrong' };
  const { id: halfId, accountId, places } = choice;
  return signedIn(login, from, (begun) =>
    asSystem('signIn', async (tx) => {
      if (!(await takeHalf(tx, halfId)) || !places.some(({ id }) => id === placeId)) return null;
      return beginSignIn(tx, { accountId, halfId, placeId, ...begun });
    }),
  );
}

async function waitOf({ isAllowed, waitMs, tryAgainInMinutes }: Allowance): Promise<SignInAnswer | null> {
  if (waitMs > 0) await wait(waitMs);
  return isAllowed ? null : { state: 'wait', minutes: tryAgainInMinutes };
}

type Begun = { tokenHash: Buffer; device: string; hours: number };

async function signedIn(
  login: string,
  from: From,
  begin: (begun: Begun) => Promise<'staff' | 'partner' | 'place' | null>,
): Promise<SignInAnswer> {
  const token = makeSignInToken();
  const begun = { tokenHash: hashOfToken(token), device: deviceOf(from.device), hours: SIGN_IN_HOURS };
  const kind = await begin(begun);
  // An account whose every membership was ended is told what a wrong password is told.
  if (kind === null) return { state: 'wrong' };
  await forgetSignIn(login, from.address);
  return kind === 'place' ? { state: 'place', token } : { state: 'signedIn', token, kind };
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
