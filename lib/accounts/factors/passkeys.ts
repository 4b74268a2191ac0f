/**
 * Passkeys, as their device and the browser speak of them: what is to be signed, and whether what came back is right. Bound to this
 * installation's origin, to one account and to the sign-in that asked, with the owner verified by the device, taken once.
 */
import 'server-only';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers';
import { z } from 'zod';
import type { ActorTx } from '@/db/access/as-actor';
import { asSystem, type SystemTx } from '@/db/access/as-system';
import { type AskedOf, type Factors, takeChallenge } from '@/db/queries/accounts/factors';
import { readEnv } from '@/lib/env';

const ALGORITHMS = [-8, -7, -257];
const FIVE_MINUTES = 5 * 60_000;

const place = () => {
  const { appOrigin } = readEnv();
  return { expectedOrigin: appOrigin, expectedRPID: new URL(appOrigin).hostname };
};

/** A passkey belongs to a name: under a bare address of a machine browsers make none. */
export const canHavePasskeys = (): boolean => !/^(\d+\.){3}\d+$|^\[/.test(new URL(readEnv().appOrigin).hostname);

export const hashOfChallenge = (challenge: string): Buffer => createHash('sha256').update(challenge).digest();

/** `challenge` as it comes back; only its hash is kept. */
export function newChallenge() {
  const bytes = Uint8Array.from(randomBytes(32));
  return { bytes, hash: hashOfChallenge(isoBase64URL.fromBuffer(bytes)) };
}

const known = (factors: Factors) =>
  factors.passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports }));

/** `names` are what the device lists it under: a practice's and one's own for staff, neutral words for partners. */
export function makingOptions(
  factors: Factors,
  challenge: Uint8Array<ArrayBuffer>,
  names: { place: string; owner: string },
) {
  // The account's handle on the device: the same for each of its passkeys, and nothing to read an account from.
  const handle = createHmac('sha256', readEnv().keys.invitationKey).update(`passkey|${factors.accountId}`).digest();
  return generateRegistrationOptions({
    rpName: names.place,
    rpID: place().expectedRPID,
    userID: Uint8Array.from(handle),
    userName: names.owner,
    challenge,
    timeout: FIVE_MINUTES,
    attestationType: 'none',
    excludeCredentials: known(factors),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
}

export function signingOptions(factors: Factors, challenge: Uint8Array<ArrayBuffer>) {
  return generateAuthenticationOptions({
    rpID: place().expectedRPID,
    allowCredentials: known(factors),
    challenge,
    timeout: FIVE_MINUTES,
    userVerification: 'required',
  });
}

const text = z.string().max(8_000);
const answer = { id: text, rawId: text, type: z.literal('public-key'), clientExtensionResults: z.looseObject({}) };
const made = z.object({
  ...answer,
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(20)).max(8).optional(),
  }),
});
const signed = z.object({
  ...answer,
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text.optional() }),
});

function readAs<S extends z.ZodType>(schema: S, sent: string): z.output<S> | null {
  try {
    return schema.parse(JSON.parse(sent));
  } catch {
    return null;
  }
}

/** Takes what was asked before anything else is looked at; false when it was not asked here, or was taken. */
export type Take = (challenge: string) => Promise<boolean>;

/** For someone signed in: in a transaction of its own, so that an act which fails later does not give it back. */
export const takeForGood = (tx: ActorTx, purpose: 'add' | 'again'): Take => {
  const { accountId, signInId } = tx.actor;
  return (challenge) => asSystem('signIn', (own) => takeAt(own, { accountId, askedIn: signInId, purpose })(challenge));
};

/** For the door, which commits whatever comes of it. */
export const takeAt =
  (tx: SystemTx<'signIn'>, of: AskedOf): Take =>
  (challenge) =>
    takeChallenge(tx, of, hashOfChallenge(challenge));

/** Of one of these passkeys, and right: its id and what it counts. Null for whatever else comes, without a word why. */
export async function checkPasskey(
  take: Take,
  factors: Factors,
  sent: string,
): Promise<{ id: string; counter: number } | null> {
  const response = readAs(signed, sent);
  const passkey = factors.passkeys.find(({ credentialId }) => credentialId === response?.id);
  if (!response || !passkey) return null;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      expectedChallenge: take,
      ...place(),
      credential: {
        id: passkey.credentialId,
        publicKey: Uint8Array.from(Buffer.from(passkey.publicKey, 'base64')),
        counter: passkey.counter,
      },
      requireUserVerification: true,
    });
    return verified ? { id: passkey.id, counter: authenticationInfo.newCounter } : null;
  } catch {
    return null;
  }
}

export type MadePasskey = { credentialId: string; publicKey: Buffer; counter: number; transports: string[] };

/** A new passkey's public half, or null for whatever is not what was asked for. */
export async function checkMadePasskey(take: Take, sent: string): Promise<MadePasskey | null> {
  const response = readAs(made, sent);
  if (!response) return null;
  try {
    if (hasCertificates(response.response.attestationObject)) return null;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      expectedChallenge: take,
      ...place(),
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified) return null;
    const { id, publicKey, counter } = registrationInfo.credential;
    const transports = response.response.transports ?? [];
    return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports };
  } catch {
    return null;
  }
}

/** Nobody asked who built the device; and looking into certificates would let them say which addresses this server calls. */
function hasCertificates(attestationObject: string): boolean {
  const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
  const format = decoded.get('fmt');
  return format !== 'none' && (format !== 'packed' || decoded.get('attStmt').get('x5c') !== undefined);
}
