/**
 * Asking again before what weighs most: the password, a code of the second factor or a passkey, given in this sign-in within the last ten
 * minutes. Signing in does not count. What is given is always held against what is right; only who gives nothing goes by the ten minutes.
 */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { hasFactor, isSteppedUp, noteFactorGiven, readMyFactors } from '@/db/queries/accounts/factors';
import { Refusal } from '@/lib/errors';
import { confirmPassword } from '../confirm-password';
import type { Again } from '../schema';
import { confirmCode, confirmPasskey } from './confirm-owner';
import { isLikeRecoveryCode } from './recovery-codes';

/** Refuses beside the field `password`; `notDone` says what was not done for want of it. */
export async function stepUp(tx: ActorTx, again: Again, notDone: string): Promise<void> {
  if (!again.password && !again.passkey && (await isSteppedUp(tx))) return;
  await giveAgain(tx, again, notDone);
}

/** The same where it is asked for each time, whatever was given before. */
export async function giveAgain(tx: ActorTx, { password, passkey }: Again, notDone: string): Promise<void> {
  const { hasApp, hasPasskey } = tx.actor.secondStep;
  if (!password && !passkey) {
    const words = hasApp || hasPasskey ? 'Write your password, or a code of your second step.' : 'Write your password.';
    throw new Refusal(notDone, { password: words });
  }
  if (!password) await confirmPasskey(tx, await readMyFactors(tx), passkey!, notDone);
  else if (!isLikeCode(password)) await confirmPassword(tx, password, notDone);
  else await confirmPasswordOrCode(tx, password, notDone);
  await noteFactorGiven(tx);
}

/** No password is as short as six digits; one of twelve letters that is no code is still held against the password. */
const isLikeCode = (typed: string) => /^\s*\d{3}\s?\d{3}\s*$/.test(typed) || isLikeRecoveryCode(typed);

async function confirmPasswordOrCode(tx: ActorTx, typed: string, notDone: string): Promise<void> {
  const factors = await readMyFactors(tx);
  if (!hasFactor(factors)) {
    await confirmPassword(tx, typed, notDone);
    return;
  }
  try {
    await confirmCode(tx, factors, { code: typed, field: 'password' }, notDone);
  } catch (error) {
    if (!(error instanceof Refusal) || !isLikeRecoveryCode(typed)) throw error;
    await confirmPassword(tx, typed, notDone);
  }
}
