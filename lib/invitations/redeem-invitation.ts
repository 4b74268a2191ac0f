/** Taking up an invitation: by link, and for partners also by the code handed over in person. Whatever does not fit is answered alike. */
import 'server-only';
import { asSystem } from '@/db/access/as-system';
import { countCodeTry, isNotTaken, readOpenInvitation, takeInvitation } from '@/db/queries/accounts/redemptions';
import { hashPassword, verifyPassword } from '@/lib/accounts/password-hash';
import { whyNotPassword } from '@/lib/accounts/password-rules';
import { readEnv } from '@/lib/env';
import { Refusal } from '@/lib/errors';
import { tryLink } from '@/lib/rate-limits';
import type { RedeemInvitationInput } from './schema';
import { hashOfInvitationToken, isCode, plainToken } from './token';

const NOT_OPEN =
  'This did not work. Check the code and the password you use here, if you have one. If it still does not work, this link can no longer be used: ask for a new one.';

/** Returns the e-mail address or user name to sign in with. Throws a Refusal with one and the same sentence for a wrong, used, revoked or outlived link, and for a wrong code. */
export async function redeemInvitation(
  input: RedeemInvitationInput,
  from: { address: string },
): Promise<{ login: string }> {
  const allowance = await tryLink(from.address);
  if (!allowance.isAllowed) {
    throw new Refusal(`Too many tries from here. Wait ${allowance.tryAgainInMinutes} minutes and try again.`);
  }
  const tokenHash = hashOfInvitationToken(plainToken(input.token));
  const invitation = await asSystem('invitation', (tx) => readOpenInvitation(tx, tokenHash));
  // The same work whether or not there is such a link, or an account behind it.
  const knowsPassword = await verifyPassword(invitation?.passwordHash ?? null, input.password);
  if (!invitation) throw new Refusal(NOT_OPEN);

  const isRightCode = invitation.kind !== 'partner' || isCode(readEnv().keys.invitationKey, invitation.id, input.code);
  // A mailed link alone sets no password anew: that takes the code that only a partner is handed.
  const isChosenAnew = invitation.kind === 'partner' && invitation.isPasswordEnded;
  const choosesPassword = invitation.accountId === null || isChosenAnew;
  const isRightPerson = choosesPassword || (knowsPassword && !invitation.isPasswordEnded);
  if (!isRightCode || !isRightPerson) {
    await asSystem('invitation', (tx) => countCodeTry(tx, tokenHash));
    throw new Refusal(NOT_OPEN);
  }

  let passwordHash: string | null = null;
  if (choosesPassword) {
    const reason = knowsPassword
      ? 'This password was used before, and someone else may know it. Choose another.'
      : whyNotPassword(input.password, invitation.kind, [invitation.login, invitation.login.replaceAll('-', '')]);
    if (reason) throw new Refusal('This password can’t be used.', { password: reason });
    passwordHash = await hashPassword(input.password);
  }
  const taken = { tokenHash, accountId: invitation.accountId, passwordHash };
  const account = await asSystem('invitation', (tx) => takeInvitation(tx, taken)).catch((error: unknown) => {
    if (isNotTaken(error)) return null;
    throw error;
  });
  if (account === null) throw new Refusal(NOT_OPEN);
  return { login: invitation.login };
}
