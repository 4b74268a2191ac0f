// A device that holds a passkey, as a phone would, and one that lies: every part of what it answers can be bent.
import { createHash, generateKeyPairSync, randomBytes, sign as signWith } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { TEST_SETTINGS } from '../settings';

export type Bent = {
  origin?: string;
  rpId?: string;
  challenge?: string;
  /** Left as it is: one more each time. */
  counter?: number;
  isVerified?: boolean;
  type?: string;
};

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest();
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const HERE = TEST_SETTINGS.APP_ORIGIN;

export function passkeyDevice() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  let count = 0;

  const clientData = (type: string, challenge: string, bent: Bent) =>
    Buffer.from(
      JSON.stringify({
        type: bent.type ?? type,
        challenge: bent.challenge ?? challenge,
        origin: bent.origin ?? HERE,
        crossOrigin: false,
      }),
    );
  const head = (bent: Bent, flags: number) => {
    count = bent.counter ?? count + 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(count);
    const verified = bent.isVerified === false ? 0 : 0x04;
    return Buffer.concat([
      sha256(bent.rpId ?? new URL(HERE).hostname),
      Buffer.from([flags | 0x01 | verified]),
      counter,
    ]);
  };
  const answer = (response: Record<string, unknown>) =>
    JSON.stringify({
      id: base64url(id),
      rawId: base64url(id),
      type: 'public-key',
      clientExtensionResults: {},
      response,
    });

  return {
    id: base64url(id),
    /** Makes the passkey, as the options of a page ask. */
    make({ challenge }: { challenge: string }, bent: Bent = {}): string {
      const key = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, new Uint8Array(Buffer.from(x!, 'base64url'))],
          [-3, new Uint8Array(Buffer.from(y!, 'base64url'))],
        ]),
      );
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const authData = Buffer.concat([head(bent, 0x40), Buffer.alloc(16), length, id, key]);
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ]);
      return answer({
        clientDataJSON: base64url(clientData('webauthn.create', challenge, bent)),
        attestationObject: base64url(isoCBOR.encode(attestation as never)),
        transports: ['internal'],
      });
    },
    sign({ challenge }: { challenge: string }, bent: Bent = {}): string {
      const client = clientData('webauthn.get', challenge, bent);
      const authData = head(bent, 0);
      const signature = signWith('sha256', Buffer.concat([authData, sha256(client)]), privateKey);
      return answer({
        clientDataJSON: base64url(client),
        authenticatorData: base64url(authData),
        signature: base64url(signature),
      });
    },
  };
}
