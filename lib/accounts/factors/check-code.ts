/** One field for both: six digits of the app, or a recovery code. What was right is used up in the same act. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import type { SystemTx } from '@/db/access/as-system';
import { type Factors, takeMyStep, takeStep, useCode, useMyCode } from '@/db/queries/accounts/factors';
import { hashOfRecoveryCode, isLikeRecoveryCode } from './recovery-codes';
import { openTotpSecret, stepOf } from './totp';

/** Whoever asks: someone signed in, or the door before that. */
export type FactorDoor = {
  takeStep: (step: number) => Promise<boolean>;
  useRecoveryCode: (hash: Buffer) => Promise<boolean>;
};

export const myDoor = (tx: ActorTx): FactorDoor => ({
  takeStep: (step) => takeMyStep(tx, step),
  useRecoveryCode: (hash) => useMyCode(tx, hash),
});

export const doorOf = (
  tx: SystemTx<'signIn'> | SystemTx<'reset'> | SystemTx<'invitation'>,
  accountId: string,
): FactorDoor => ({
  takeStep: (step) => takeStep(tx, accountId, step),
  useRecoveryCode: (hash) => useCode(tx, accountId, hash),
});

export async function checkCode(door: FactorDoor, factors: Factors, typed: string): Promise<boolean> {
  const digits = typed.replace(/\s/g, '');
  if (/^\d{6}$/.test(digits)) {
    if (!factors.totp) return false;
    const step = stepOf(openTotpSecret(factors.accountId, factors.totp), digits);
    return step !== null && (await door.takeStep(step));
  }
  return isLikeRecoveryCode(typed) && (await door.useRecoveryCode(hashOfRecoveryCode(factors.accountId, typed)));
}
