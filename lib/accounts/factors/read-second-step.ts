import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { readMyFactors } from '@/db/queries/accounts/factors';
import { recoveryCodes } from './recovery-codes';
import { offeredSecret, totpOffer, type TotpOffer } from './totp';

export type SecondStepView = {
  /** What an app scans; null when one is set up. */
  offer: TotpOffer | null;
  /** The ten codes, for ten minutes after they were made, in the sign-in that made them. */
  codes: string[] | null;
  codesLeft: number;
  isRequired: boolean;
  formKeys: { app: string; codes: string; away: string };
};

/** Staff find the practice's name in their app; a partner finds the portal's neutral title, and no address. */
export async function readSecondStep(tx: ActorTx): Promise<SecondStepView> {
  const { accountId, login, serial, codesSerial, codesLeft, areCodesShown, totp } = await readMyFactors(tx);
  const { practice, partnerId, signInId } = tx.actor;
  const secret = offeredSecret({ accountId, signInId, serial });
  const [issuer, label] = partnerId ? [practice.portalTitle, practice.portalTitle] : [practice.name, login];
  return {
    offer: totp ? null : totpOffer(secret, issuer, label),
    codes: areCodesShown ? recoveryCodes(accountId, codesSerial) : null,
    codesLeft,
    isRequired: tx.actor.needsFactor,
    formKeys: { app: randomUUID(), codes: randomUUID(), away: randomUUID() },
  };
}
