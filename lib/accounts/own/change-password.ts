import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { findMyFactorMail } from '@/db/queries/accounts/factors';
import { writeAudit } from '@/db/queries/audit';
import { changeMyPassword, isMyAccountOfStaff, readMyLogin } from '@/db/queries/my-account';
import { confirmPassword, TriedTooOften } from '../confirm-password';
import { hashPassword, verifyPassword } from '../password-hash';
import { whyNotPassword } from '../password-rules';
import { isPasswordTaken, USED_BEFORE } from '../password-taken';
import type { Answer } from '@/lib/action';
import { Refusal } from '@/lib/errors';
import { log } from '@/lib/log';
import { trySignIn } from '@/lib/rate-limits';
import { mailer } from '@/lib/mail/mailer';
import type { ChangePasswordInput } from '../schema';

const KEPT = 'Your password was not changed.';

/** A new password for oneself, after the present one. Every other device has to sign in anew. */
export async function changePassword(tx: ActorTx, { password, newPassword }: ChangePasswordInput): Promise<Answer> {
  const { partnerId } = tx.actor;
  const before = await confirmPassword(tx, password, KEPT);
  const login = await readMyLogin(tx);
  const reason = (await verifyPassword(before, newPassword))
    ? 'This is the password you have. Choose another.'
    : whyNotPassword(newPassword, (await isMyAccountOfStaff(tx)) ? 'staff' : 'partner', [
        login,
        login.replaceAll('-', ''),
        tx.actor.name ?? '',
      ]);
  if (reason) throw new Refusal(KEPT, { newPassword: reason });
  // Whether it is that of another account of this address is tried no more often than at the sign-in.
  const allowance = await trySignIn(login, tx.actor.accountId);
  if (!allowance.isAllowed) throw new TriedTooOften(KEPT, allowance.tryAgainInMinutes, 'newPassword');
  const hash = await hashPassword(newPassword, before);
  const isChanged = await changeMyPassword(tx, before, hash).catch((error: unknown) => {
    if (isPasswordTaken(error)) throw new Refusal(KEPT, { newPassword: USED_BEFORE });
    throw error;
  });
  if (!isChanged) throw new Refusal(`It was changed on another device meanwhile. ${KEPT}`);
  await writeAudit(tx, {
    act: 'changed',
    recordKind: 'account',
    coupleId: tx.actor.coupleId,
    concernsPartnerId: partnerId,
  });
  return {
    message: 'Changed. Every other device is signed out.',
    after: await mailToOwner(tx),
  };
}

/** To staff alone, who may not have been at the device: a partner's mailbox may be read by the other. */
async function mailToOwner(tx: ActorTx): Promise<Answer['after']> {
  const words = await findMyFactorMail(tx);
  if (!words) return undefined;
  const id = `${tx.actor.signInId}.${tx.actor.now.getTime()}`;
  return async () => {
    const result = await mailer().send({ id, kind: 'look', link: '/sign-in', ...words });
    if (!result.isSent) log.warn('mail not sent', { code: result.code });
  };
}
