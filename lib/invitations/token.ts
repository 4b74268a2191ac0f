/**
 * An invitation's link is derived from its id and the number of times it was sent, its code from the id alone, both by the
 * installation's invitation key: a queued mail carries only the id, a card can be printed again and stays true when the
 * link is sent again, and a dump of the database opens nothing. Where no mail can carry it, the link is typed from paper: twelve
 * characters, 55 bits behind the limit of tries an address has, and it opens nothing without the code either.
 */
import 'server-only';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { drawnCharacters, inGroupsOfFour } from './drawn-characters';

/** `userName` is null for someone with an e-mail address; `isByHand` where no mail goes to it. */
export type InvitationIssue = { id: string; resendNumber: number; userName: string | null; isByHand: boolean };

/** Whether link and code stand on a card of two parts, and the link is typed. */
export const isOnCard = ({ userName, isByHand }: Pick<InvitationIssue, 'userName' | 'isByHand'>): boolean =>
  isByHand || userName !== null;

const CODE_LENGTH = 6;
const TYPED_LENGTH = 12;

export function invitationToken(key: Uint8Array, issue: InvitationIssue): string {
  const { id, resendNumber } = issue;
  const drawn = createHmac('sha256', key).update(`link|${id}|${resendNumber}`).digest();
  return isOnCard(issue)
    ? inGroupsOfFour(drawnCharacters(drawn, TYPED_LENGTH).toLowerCase())
    : drawn.toString('base64url');
}

/** Capitals, spaces and dashes don't matter in a link that is typed; one from a mail is taken as it stands. */
export function plainToken(typed: string): string {
  const plain = typed.toLowerCase().replace(/[^a-z0-9]/g, '');
  return plain.length === TYPED_LENGTH ? inGroupsOfFour(plain) : typed;
}

export const hashOfInvitationToken = (token: string): Buffer => createHash('sha256').update(token).digest();

export function invitationCode(key: Uint8Array, id: string): string {
  return drawnCharacters(createHmac('sha256', key).update(`code|${id}`).digest(), CODE_LENGTH);
}

/** Capitals, spaces and dashes don't matter to a person who copies from a card. */
export function isCode(key: Uint8Array, id: string, typed: string): boolean {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const right = Buffer.from(invitationCode(key, id));
  const given = Buffer.alloc(right.length);
  given.write(plain);
  return plain.length === CODE_LENGTH && timingSafeEqual(right, given);
}
