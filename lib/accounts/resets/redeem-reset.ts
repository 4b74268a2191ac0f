/** Taking up a reset: once, and answered alike whatever does not fit. */
import 'server-only';
import { asSystem } from '@/db/access/as-system';
import { hasFactor } from '@/db/queries/accounts/factors';
import { countResetTry, findReset, type OpenReset, takeReset } from '@/db/queries/accounts/resets';
import { checkCode, doorOf } from '@/lib/accounts/factors/check-code';
import { hashPassword } from '@/lib/accounts/password-hash';
import { whyNotPassword } from '@/lib/accounts/password-rules';
import { isPasswordTaken, USED_BEFORE } from '@/lib/accounts/password-taken';
import type { RedeemResetInput } from '@/lib/accounts/schema';
import { Refusal } from '@/lib/errors';
import { tryCode, tryLink } from '@/lib/rate-limits';
import { hashOfResetToken } from './reset-token';

const NOT_OPEN =
  'This did not work: the link was used, or is older than 30 minutes. Nothing was changed. Ask for a new one.';

/** Returns what to sign in with, and the id of the reset whose owner is to be told. */
export async function redeemReset(
  input: RedeemResetInput,
  from: { address: string },
): Promise<{ id: string; login: string }> {
  const allowance = await tryLink(from.address);
  if (!allowance.isAllowed) {
    throw new Refusal(`Too many tries from here. Wait ${allowance.tryAgainInMinutes} minutes and try again.`);
  }
  const tokenHash = hashOfResetToken(input.token);
  const reset = await asSystem('reset', (tx) => findReset(tx, tokenHash));
  const reason = whyNotPassword(input.password, 'staff', reset ? [reset.email] : []);
  if (!reset) throw new Refusal(NOT_OPEN);
  if (reason) throw new Refusal('This password can’t be used.', { password: reason });
  if (!(await isOwner(reset, input.code))) {
    await asSystem('reset', (tx) => countResetTry(tx, tokenHash));
    throw new Refusal(NOT_OPEN);
  }
  const passwordHash = await hashPassword(input.password, reset.passwordHash);
  const isTaken = await asSystem('reset', (tx) => takeReset(tx, tokenHash, passwordHash)).catch((error: unknown) => {
    if (isPasswordTaken(error)) throw new Refusal('This password can’t be used.', { password: USED_BEFORE });
    throw error;
  });
  if (!isTaken) throw new Refusal(NOT_OPEN);
  return { id: reset.id, login: reset.email };
}

/** A mailbox that someone else reads sets no password where there is a second factor. */
async function isOwner({ accountId, factors }: OpenReset, code: string): Promise<boolean> {
  if (!hasFactor(factors)) return true;
  if (!(await tryCode(accountId)).isAllowed) return false;
  return asSystem('reset', (tx) => checkCode(doorOf(tx, accountId), factors, code));
}
