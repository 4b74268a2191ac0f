/**
 * Asking again before what weighs most: the password or a code of the second factor, given in this sign-in within the last ten minutes.
 * Signing in does not count. What is typed is always held against what is right; only who types nothing goes by the ten minutes.
 */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { hasFactor, isSteppedUp, noteFactorGiven, readMyFactors } from '@/db/queries/accounts/factors';
import { Refusal } from '@/lib/errors';
import { confirmPassword } from '../confirm-password';
import { confirmCode } from './change-factors';
import { isLikeRecoveryCode } from './recovery-codes';

/** Refuses beside the field `password`; `notDone` says what was not done for want of it. */
export async function stepUp(tx: ActorTx, typed: string | undefined, notDone: string): Promise<void> {
  if (!typed) {
    if (await isSteppedUp(tx)) return;
    throw new Refusal(notDone, { password: 'Write your password, or a code of your second step.' });
  }
  const factors = isLikeCode(typed) ? await readMyFactors(tx) : null;
  if (factors && hasFactor(factors)) await confirmCodeHere(tx, factors, typed, notDone);
  else await confirmPassword(tx, typed, notDone);
  await noteFactorGiven(tx);
}

/** No password is as short as six digits; one of twelve letters that is no code is still held against the password. */
const isLikeCode = (typed: string) => /^\s*\d{3}\s?\d{3}\s*$/.test(typed) || isLikeRecoveryCode(typed);

async function confirmCodeHere(
  tx: ActorTx,
  factors: Awaited<ReturnType<typeof readMyFactors>>,
  typed: string,
  notDone: string,
): Promise<void> {
  try {
    await confirmCode(tx, factors, typed, notDone);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (isLikeRecoveryCode(typed)) await confirmPassword(tx, typed, notDone);
    else throw new Refusal(notDone, { password: error.fields?.code ?? '' });
  }
}
