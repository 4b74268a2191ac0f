/**
 * One's own second factor: each change takes the password and, where there is a factor, that too. It signs out every other device, and the
 * owner is told by a mail without a word of what.
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import {
  addPasskey as insertPasskey,
  addTotp,
  type Factors,
  findMyFactorMail,
  hasFactor,
  isLastWanted,
  putMyCodesAway,
  readMyFactors,
  removeMyApp,
  removeMyPasskey,
  renewMyCodes,
} from '@/db/queries/accounts/factors';
import type { AddAppInput, AddPasskeyInput, OwnerInput, RemovePasskeyInput } from '@/lib/accounts/schema';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { log } from '@/lib/log';
import { mailer } from '@/lib/mail/mailer';
import { forgetCodes } from '@/lib/rate-limits';
import { confirmOwner, countCode } from './confirm-owner';
import { checkMadePasskey, takeForGood } from './passkeys';
import { hashesOfCodes } from './recovery-codes';
import { offeredSecret, sealTotpSecret, stepOf } from './totp';

const KEPT = 'Nothing was changed.';
const MEANWHILE = `It was changed on another page meanwhile. ${KEPT} Reload this page.`;
export const LAST_STAYS =
  'A second step is asked of your account, so the last one stays. Set up another first, then take this one away.';

export const secondStepOf = (tx: ActorTx): string =>
  tx.actor.partnerId ? '/me/second-step' : '/settings/account/second-step';

const codesFor = ({ accountId, codesSerial }: Factors) => hashesOfCodes(accountId, codesSerial + 1);

/** In the place of the app that was there. The first factor of all brings ten recovery codes, which the next page shows. */
export async function turnOnTotp(tx: ActorTx, { code, ...given }: AddAppInput): Promise<Answer> {
  const factors = await confirmOwner(tx, given, KEPT);
  const { accountId, serial } = factors;
  const secret = offeredSecret({ accountId, signInId: tx.actor.signInId, serial });
  await countCode(accountId, 'code', KEPT);
  const step = stepOf(secret, code.replace(/\s/g, ''));
  if (step === null) {
    throw new Refusal(KEPT, { code: 'This code does not fit. Wait for the next one in your app and write that.' });
  }
  const { id, sealed } = sealTotpSecret(accountId, secret);
  if (!(await addTotp(tx, { id, serial, sealed, step, codes: codesFor(factors) }))) throw new Refusal(MEANWHILE);
  await forgetCodes(accountId);
  return changed(tx);
}

export async function turnOffTotp(tx: ActorTx, given: OwnerInput): Promise<Answer> {
  const factors = await confirmOwner(tx, given, KEPT);
  if (!factors.totp) throw new NotFound();
  keepLast(factors);
  if (!(await removeMyApp(tx))) throw new Refusal(LAST_STAYS);
  return changed(tx);
}

/** That its owner asks was confirmed before the device was (ask-passkey.ts): nobody else has a challenge to make one. */
export async function addPasskey(tx: ActorTx, { name, newPasskey }: AddPasskeyInput): Promise<Answer> {
  const factors = await readMyFactors(tx);
  const made = await checkMadePasskey(takeForGood(tx, 'add'), newPasskey);
  if (!made) throw new Refusal(`This passkey could not be used. ${KEPT} Press the button again.`);
  const row = { id: randomUUID(), serial: factors.serial, name, ...made, codes: codesFor(factors) };
  if (!(await insertPasskey(tx, row)))
    throw new Refusal(`It is in use already, or there are ten, or something was changed meanwhile. ${KEPT}`);
  return changed(tx);
}

export async function removePasskey(tx: ActorTx, { passkeyId, ...given }: RemovePasskeyInput): Promise<Answer> {
  const factors = await confirmOwner(tx, given, KEPT);
  if (!factors.passkeys.some(({ id }) => id === passkeyId)) throw new NotFound();
  keepLast(factors);
  if (!(await removeMyPasskey(tx, passkeyId))) throw new Refusal(LAST_STAYS);
  return changed(tx);
}

export async function renewCodes(tx: ActorTx, given: OwnerInput): Promise<Answer> {
  const factors = await confirmOwner(tx, given, KEPT);
  if (!hasFactor(factors)) throw new NotFound();
  await renewMyCodes(tx, codesFor(factors));
  return { redirectTo: secondStepOf(tx) };
}

export async function putCodesAway(tx: ActorTx): Promise<Answer> {
  await putMyCodesAway(tx);
  return { redirectTo: tx.actor.partnerId ? '/me' : '/settings/account' };
}

function keepLast(factors: Factors): void {
  if (isLastWanted(factors)) throw new Refusal(LAST_STAYS);
}

async function changed(tx: ActorTx): Promise<Answer> {
  const { serial, accountId } = await readMyFactors(tx);
  const words = await findMyFactorMail(tx);
  return {
    redirectTo: secondStepOf(tx),
    after: async () => {
      if (!words) return;
      const result = await mailer().send({ id: `${accountId}.f${serial}`, kind: 'look', link: '/sign-in', ...words });
      if (!result.isSent) log.warn('mail not sent', { code: result.code });
    },
  };
}
