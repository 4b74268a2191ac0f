/** Taking up a reset: once, and answered alike whatever does not fit. */
import 'server-only';
import { asSystem } from '@/db/access/as-system';
import { findReset, takeReset } from '@/db/queries/accounts/resets';
import { hashPassword } from '@/lib/accounts/password-hash';
import { whyNotPassword } from '@/lib/accounts/password-rules';
import type { RedeemResetInput } from '@/lib/accounts/schema';
import { Refusal } from '@/lib/errors';
import { tryLink } from '@/lib/rate-limits';
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
  const passwordHash = await hashPassword(input.password);
  if (!(await asSystem('reset', (tx) => takeReset(tx, tokenHash, passwordHash)))) throw new Refusal(NOT_OPEN);
  return { id: reset.id, login: reset.email };
}
