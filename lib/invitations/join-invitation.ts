/**
 * Taking up an invitation with an account one has already: its own password, and its second step where there is one, beside the link and
 * the code. Tried as often as a sign-in may be, and answered alike whatever does not fit. Nobody else learns of it: to whoever invited,
 * and on every page, the place is like one with an account of its own.
 */
import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { asSystem, type SystemTx } from '@/db/access/as-system';
import { readFactorsOf } from '@/db/queries/accounts/factors';
import {
  countCodeTry,
  findExclusion,
  isNotTaken,
  type OpenInvitation,
  readOpenInvitation,
  takeInvitation,
} from '@/db/queries/accounts/redemptions';
import { type AccountFound, findAccounts } from '@/db/queries/accounts/sign-ins';
import { checkCode, doorOf } from '@/lib/accounts/factors/check-code';
import { plainLogin } from '@/lib/accounts/login';
import { whichFits } from '@/lib/accounts/password-hash';
import { STAFF_PASSWORD_LENGTH } from '@/lib/accounts/schema';
import { Refusal } from '@/lib/errors';
import { forgetCodes, forgetSignIn, tryCode, trySignIn } from '@/lib/rate-limits';
import { countLink, isRightCode } from './redeem-invitation';
import type { JoinInvitationInput } from './schema';
import { hashOfInvitationToken, plainToken } from './token';

const NOT_JOINED =
  'This did not work. Check the code you were given, what you sign in with, the password, and the second step if you have one. If it still does not work, this link can no longer be used: ask for a new one.';

/** Said to nobody but the owner of the account, who has just given its password. */
const EXCLUDED = {
  works:
    'This account belongs to someone who works in this practice, or did, and can have no other place in it. Nothing was changed.',
  isPartners: 'This account has a place of another kind in this practice already, so it can’t be used to work there.',
  other:
    'This account has the other of the two places already. Each of the two people needs an account of their own, so nothing was changed.',
};
const SHORT = `To work here, your password needs ${STAFF_PASSWORD_LENGTH} characters. Sign in, change it there, then open this link again.`;

/** Returns what the account signs in with. */
export async function joinInvitation(
  input: JoinInvitationInput,
  from: { address: string },
): Promise<{ login: string }> {
  await countLink(from.address);
  const plain = plainLogin(input.login);
  const login = plain ?? input.login.slice(0, 254).toLowerCase();
  const allowance = await trySignIn(login, from.address);
  if (allowance.waitMs > 0) await wait(allowance.waitMs);
  if (!allowance.isAllowed)
    throw new Refusal(`Too many tries from here. Wait ${allowance.tryAgainInMinutes} minutes and try again.`);

  const tokenHash = hashOfInvitationToken(plainToken(input.token));
  const invitation = await asSystem('invitation', (tx) => readOpenInvitation(tx, tokenHash));
  const accounts = plain === null ? [] : await asSystem('invitation', (tx) => findAccounts(tx, plain));
  const fitting = await whichFits(
    accounts.map(({ passwordHash }) => passwordHash),
    input.password,
  );
  const account = accounts[fitting];
  if (!invitation) throw new Refusal(NOT_JOINED);
  const isJoined =
    account && isRightCode(invitation, input.code) && (await join(input, tokenHash, invitation, account));
  if (!isJoined) {
    await asSystem('invitation', (tx) => countCodeTry(tx, tokenHash));
    throw new Refusal(NOT_JOINED);
  }
  await forgetSignIn(login, from.address);
  if (account.hasFactor) await forgetCodes(account.accountId);
  return { login };
}

/** One transaction: a recovery code that opened nothing is not used up. */
async function join(
  input: JoinInvitationInput,
  tokenHash: Buffer,
  { kind }: OpenInvitation,
  account: AccountFound,
): Promise<boolean> {
  const { accountId, hasFactor } = account;
  if (hasFactor && !(await tryCode(accountId)).isAllowed) return false;
  try {
    return await asSystem('invitation', async (tx) => {
      if (hasFactor && !(await isSecondStep(tx, accountId, input.stepCode))) return false;
      const exclusion = await findExclusion(tx, tokenHash, accountId);
      if (exclusion) throw new Refusal(EXCLUDED[exclusion]);
      if (kind === 'staff' && [...input.password.normalize('NFKC')].length < STAFF_PASSWORD_LENGTH)
        throw new Refusal('Nothing was changed.', { password: SHORT });
      const taken = { tokenHash, accountId, passwordHash: null, word: input.word || null };
      return (await takeInvitation(tx, taken)) !== null;
    });
  } catch (error) {
    if (isNotTaken(error)) return false;
    throw error;
  }
}

const isSecondStep = async (tx: SystemTx<'invitation'>, accountId: string, typed: string): Promise<boolean> =>
  checkCode(doorOf(tx, accountId), await readFactorsOf(tx, accountId), typed);
