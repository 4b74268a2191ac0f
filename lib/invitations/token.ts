/**
 * An invitation's link is derived from its id and the number of times it was sent, its code from the id alone, both by the
 * installation's invitation key: a queued mail carries only the id, a card can be printed again and stays true when the
 * link is sent again, and a dump of the database opens nothing.
 */
import 'server-only';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export type InvitationIssue = { id: string; resendNumber: number };

/** Letters and digits that can't be taken for one another, in print or by ear. */
const ALPHABET = 'ACDEFGHJKMNPQRTUVWXY34679';
const CODE_LENGTH = 6;

export function invitationToken(key: Uint8Array, { id, resendNumber }: InvitationIssue): string {
  return createHmac('sha256', key).update(`link|${id}|${resendNumber}`).digest('base64url');
}

export const hashOfInvitationToken = (token: string): Buffer => createHash('sha256').update(token).digest();

export function invitationCode(key: Uint8Array, id: string): string {
  // 64 random bits over 25^6 codes: no code is likelier than another by more than one part in 10^10.
  let number = createHmac('sha256', key).update(`code|${id}`).digest().readBigUInt64BE();
  let code = '';
  for (let place = 0; place < CODE_LENGTH; place += 1) {
    code += ALPHABET[Number(number % BigInt(ALPHABET.length))];
    number /= BigInt(ALPHABET.length);
  }
  return code;
}

/** Capitals, spaces and dashes don't matter to a person who copies from a card. */
export function isCode(key: Uint8Array, id: string, typed: string): boolean {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const right = Buffer.from(invitationCode(key, id));
  const given = Buffer.alloc(right.length);
  given.write(plain);
  return plain.length === CODE_LENGTH && timingSafeEqual(right, given);
}
