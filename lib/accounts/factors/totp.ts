/**
 * The authenticator app: six digits that follow from a secret and the true time in steps of thirty seconds. The clock of the installation
 * may run ahead in a demo; a phone's does not.
 */
import 'server-only';
import { createHmac, randomUUID } from 'node:crypto';
import { generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import { Secret, TOTP } from 'otpauth';
import { readEnv } from '@/lib/env';
import { openAccountSecret, sealAccountSecret } from '@/lib/sealed/account-secret';

const SECRET_BYTES = 20;
const STEP_SECONDS = 30;
/** A phone's clock may be half a minute off, either way. */
const STEPS_AROUND = 1;

export const currentStep = () => Math.floor(Date.now() / 1000 / STEP_SECONDS);

/**
 * The secret that is offered to this sign-in: the same however often its page is shown, and another for each factor the account ever had.
 * Nothing is stored before it was proven.
 */
export function offeredSecret(offer: { accountId: string; signInId: string; serial: number }): Buffer {
  const { accountId, signInId, serial } = offer;
  return createHmac('sha256', readEnv().keys.invitationKey)
    .update(`factor|${accountId}|${signInId}|${serial}`)
    .digest()
    .subarray(0, SECRET_BYTES);
}

const secretOf = (bytes: Uint8Array) => new Secret({ buffer: Uint8Array.from(bytes).buffer });

/** The step whose code this is, or null; whether it was used before, Postgres says. */
export function stepOf(secret: Uint8Array, code: string): number | null {
  const totp = new TOTP({ secret: secretOf(secret) });
  const step = currentStep();
  const delta = totp.validate({ token: code, timestamp: step * STEP_SECONDS * 1000, window: STEPS_AROUND });
  return delta === null ? null : step + delta;
}

export type TotpOffer = { key: string; qr: { path: string; size: number } };

/** What an app scans, and the same to be typed. `issuer` stands in the app's list: a practice's name for staff, neutral words for partners. */
export function totpOffer(secret: Uint8Array, issuer: string, label: string): TotpOffer {
  const uri = new TOTP({ secret: secretOf(secret), issuer, label }).toString();
  const code = generate(uri);
  return {
    key: secretOf(secret).base32.replace(/(.{4})(?!$)/g, '$1 '),
    qr: { path: toSvgPath(code), size: code.size },
  };
}

const TABLE = { table: 'totp_factors', column: 'secret' };

export function sealTotpSecret(accountId: string, secret: Uint8Array): { id: string; sealed: Buffer } {
  const id = randomUUID();
  return { id, sealed: sealAccountSecret(readEnv().keys.masterKeys, { ...TABLE, rowId: id, accountId }, secret) };
}

export const openTotpSecret = (accountId: string, factor: { id: string; secret: string }): Buffer =>
  openAccountSecret(
    readEnv().keys.masterKeys,
    { ...TABLE, rowId: factor.id, accountId },
    Buffer.from(factor.secret, 'base64'),
  );
