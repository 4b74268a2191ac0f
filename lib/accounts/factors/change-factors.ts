/** One's own second factor: each change takes the password and a code, and signs out every other device. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import {
  addTotp,
  type Factors,
  hasFactor,
  putMyCodesAway,
  readMyFactors,
  removeMyFactor,
  renewMyCodes,
} from '@/db/queries/accounts/factors';
import { confirmPassword } from '@/lib/accounts/confirm-password';
import type { FactorInput } from '@/lib/accounts/schema';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { forgetCodes, tryCode } from '@/lib/rate-limits';
import { checkCode, myDoor } from './check-code';
import { hashesOfCodes } from './recovery-codes';
import { offeredSecret, sealTotpSecret, stepOf } from './totp';

const KEPT = 'Nothing was changed.';
const CODE_WRONG =
  'This code does not fit, or was used before. Wait for the next one in your app, or write a recovery code.';

export const secondStepOf = (tx: ActorTx): string =>
  tx.actor.partnerId ? '/me/second-step' : '/settings/account/second-step';

/** It brings ten recovery codes, which the next page shows. */
export async function turnOnTotp(tx: ActorTx, { password, code }: FactorInput): Promise<Answer> {
  const factors = await readMyFactors(tx);
  if (factors.totp) return { redirectTo: secondStepOf(tx) };
  await confirmPassword(tx, password, KEPT);
  const { accountId, serial, codesSerial } = factors;
  const secret = offeredSecret({ accountId, signInId: tx.actor.signInId, serial });
  await countCode(accountId);
  const step = stepOf(secret, code.replace(/\s/g, ''));
  if (step === null) {
    throw new Refusal(KEPT, { code: 'This code does not fit. Wait for the next one in your app and write that.' });
  }
  const { id, sealed } = sealTotpSecret(accountId, secret);
  if (!(await addTotp(tx, { id, serial, sealed, step, codes: hashesOfCodes(accountId, codesSerial + 1) }))) {
    throw new Refusal(`It was changed on another page meanwhile. ${KEPT} Reload this page.`);
  }
  await forgetCodes(accountId);
  return { redirectTo: secondStepOf(tx) };
}

export async function turnOffTotp(tx: ActorTx, typed: FactorInput): Promise<Answer> {
  await confirmBoth(tx, typed);
  await removeMyFactor(tx);
  return { redirectTo: secondStepOf(tx) };
}

export async function renewCodes(tx: ActorTx, typed: FactorInput): Promise<Answer> {
  const { accountId, codesSerial } = await confirmBoth(tx, typed);
  await renewMyCodes(tx, hashesOfCodes(accountId, codesSerial + 1));
  return { redirectTo: secondStepOf(tx) };
}

export async function putCodesAway(tx: ActorTx): Promise<Answer> {
  await putMyCodesAway(tx);
  return { redirectTo: tx.actor.partnerId ? '/me' : '/settings/account' };
}

/** Password and factor, for what weakens or renews the factor. */
export async function confirmBoth(tx: ActorTx, { password, code }: FactorInput): Promise<Factors> {
  const factors = await readMyFactors(tx);
  if (!hasFactor(factors)) throw new NotFound();
  await confirmPassword(tx, password, KEPT);
  await confirmCode(tx, factors, code, KEPT);
  return factors;
}

/** Refuses beside the field `code`. */
export async function confirmCode(tx: ActorTx, factors: Factors, code: string, notDone: string): Promise<void> {
  await countCode(factors.accountId);
  if (!(await checkCode(myDoor(tx), factors, code))) throw new Refusal(notDone, { code: CODE_WRONG });
  await forgetCodes(factors.accountId);
}

/** In a transaction of its own: a refusal takes this one back. */
async function countCode(accountId: string): Promise<void> {
  const { isAllowed, tryAgainInMinutes } = await tryCode(accountId);
  if (!isAllowed)
    throw new Refusal(KEPT, { code: `That was tried too often. Try again in ${tryAgainInMinutes} minutes.` });
}
