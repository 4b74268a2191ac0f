import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { hasFactor, isLastWanted, type Passkey, readMyFactors } from '@/db/queries/accounts/factors';
import { dayOf, weekdayAndDay } from '@/lib/format/dates';
import { canHavePasskeys } from './passkeys';
import { recoveryCodes } from './recovery-codes';
import { offeredSecret, totpOffer, type TotpOffer } from './totp';

export type PasskeyLine = { id: string; name: string; days: string; formKey: string };

export type SecondStepView = {
  has: { app: boolean; passkey: boolean };
  passkeys: PasskeyLine[];
  /** Null where this installation's address lets browsers make none. */
  addsPasskeys: boolean;
  /** What an app scans: the first one, or another in its place. */
  offer: TotpOffer;
  /** The ten codes, for ten minutes after they were made, in the sign-in that made them. */
  codes: string[] | null;
  codesLeft: number;
  /** None is there, and none of the clinic opens before. */
  isRequired: boolean;
  /** The last one of someone whose practice wants one. */
  isLastWanted: boolean;
  formKeys: Record<'passkey' | 'app' | 'appAway' | 'codes' | 'away', string>;
};

/** Staff find the practice's name in their app; a partner finds the portal's neutral title, and no address. */
export async function readSecondStep(tx: ActorTx): Promise<SecondStepView> {
  const factors = await readMyFactors(tx);
  const { accountId, login, serial, codesSerial, codesLeft, areCodesShown, totp, passkeys } = factors;
  const { practice, partnerId, signInId } = tx.actor;
  const secret = offeredSecret({ accountId, signInId, serial });
  const [issuer, label] = partnerId ? [practice.portalTitle, practice.portalTitle] : [practice.name, login];
  return {
    has: { app: totp !== null, passkey: passkeys.length > 0 },
    passkeys: passkeys.map((one) => lineOf(tx, one)),
    addsPasskeys: canHavePasskeys(),
    offer: totpOffer(secret, issuer, label),
    codes: areCodesShown ? recoveryCodes(accountId, codesSerial) : null,
    codesLeft,
    isRequired: tx.actor.needsFactor,
    isLastWanted: hasFactor(factors) && isLastWanted(factors),
    formKeys: {
      passkey: randomUUID(),
      app: randomUUID(),
      appAway: randomUUID(),
      codes: randomUUID(),
      away: randomUUID(),
    },
  };
}

function lineOf({ actor }: ActorTx, { id, name, addedAt, lastUsedAt }: Passkey): PasskeyLine {
  const day = (at: string) => weekdayAndDay(dayOf(new Date(at), actor.timeZone), actor.today);
  const used = lastUsedAt ? `last used ${day(lastUsedAt)}` : 'not used yet';
  return { id, name, days: `Added ${day(addedAt)}, ${used}.`, formKey: randomUUID() };
}
