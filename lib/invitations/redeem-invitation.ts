/**
 * Taking up an invitation with a password of its own: by link, and for partners also by the code handed over in person. Whatever does not
 * fit is answered alike. Whether somebody signs in here with that address already changes no answer and no work, since whoever invites
 * may hold link and code: such a person has a second account then, told from the first by its password. join-invitation.ts is the other way.
 */
import 'server-only';
import { asSystem } from '@/db/access/as-system';
import { isPasswordTaken, USED_BEFORE } from '@/lib/accounts/password-taken';
import {
  countCodeTry,
  isNotTaken,
  type OpenInvitation,
  readOpenInvitation,
  takeInvitation,
} from '@/db/queries/accounts/redemptions';
import { hashPassword, whichFits } from '@/lib/accounts/password-hash';
import { whyNotPassword } from '@/lib/accounts/password-rules';
import { readEnv } from '@/lib/env';
import { Refusal } from '@/lib/errors';
import { tryLink } from '@/lib/rate-limits';
import type { RedeemInvitationInput } from './schema';
import { hashOfInvitationToken, isCode, plainToken } from './token';

const NOT_OPEN =
  'This did not work. Check the code, if you have one. If it still does not work, this link can no longer be used: ask for a new one.';
const NOT_USABLE = 'This password can’t be used.';
const KNOWN =
  'You sign in here with this password already. Choose another, or go back and take “I already have an account here”.';

/** Returns the e-mail address or user name to sign in with. Throws a Refusal with one and the same sentence for a wrong, used, revoked or outlived link, and for a wrong code. */
export async function redeemInvitation(
  input: RedeemInvitationInput,
  from: { address: string },
): Promise<{ login: string }> {
  await countLink(from.address);
  const tokenHash = hashOfInvitationToken(plainToken(input.token));
  const invitation = await asSystem('invitation', (tx) => readOpenInvitation(tx, tokenHash));
  // The same work whether or not there is such a link, or an account behind it.
  const known = invitation?.known ?? [];
  const fitting = await whichFits(
    known.map(({ hash }) => hash),
    input.password,
  );
  if (!invitation) throw new Refusal(NOT_OPEN);
  if (!isRightCode(invitation, input.code)) {
    await asSystem('invitation', (tx) => countCodeTry(tx, tokenHash));
    throw new Refusal(NOT_OPEN);
  }

  const { kind, login, waiting } = invitation;
  // What breaks the rules is said first: nobody learns by trying weak ones whether they are somebody's.
  const reason = whyNotPassword(input.password, kind, [login, login.replaceAll('-', '')]);
  if (reason) throw new Refusal(NOT_USABLE, { password: reason });
  if (fitting >= 0) throw new Refusal(NOT_USABLE, { password: known[fitting]!.isEnded ? USED_BEFORE : KNOWN });
  const passwordHash = await hashPassword(input.password, known[0]?.hash ?? null);
  const taken = { tokenHash, accountId: waiting, passwordHash };
  const account = await asSystem('invitation', (tx) => takeInvitation(tx, taken)).catch((error: unknown) => {
    if (isPasswordTaken(error)) throw new Refusal(NOT_USABLE, { password: USED_BEFORE });
    if (isNotTaken(error)) return null;
    throw error;
  });
  if (account === null) throw new Refusal(NOT_OPEN);
  return { login };
}

export async function countLink(address: string): Promise<void> {
  const allowance = await tryLink(address);
  if (!allowance.isAllowed) {
    throw new Refusal(`Too many tries from here. Wait ${allowance.tryAgainInMinutes} minutes and try again.`);
  }
}

export const isRightCode = ({ kind, id }: OpenInvitation, code: string): boolean =>
  kind !== 'partner' || isCode(readEnv().keys.invitationKey, id, code);
