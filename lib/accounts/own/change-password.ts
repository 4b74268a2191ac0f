import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { readMailWords } from '@/db/queries/accounts/invitations';
import { writeAudit } from '@/db/queries/audit';
import { changeMyPassword, readMyLogin } from '@/db/queries/my-account';
import { confirmPassword } from '../confirm-password';
import { hashPassword, verifyPassword } from '../password-hash';
import { whyNotPassword } from '../password-rules';
import type { Answer } from '@/lib/action';
import { Refusal } from '@/lib/errors';
import { log } from '@/lib/log';
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
    : whyNotPassword(newPassword, partnerId ? 'partner' : 'staff', [
        login,
        login.replaceAll('-', ''),
        tx.actor.name ?? '',
      ]);
  if (reason) throw new Refusal(KEPT, { newPassword: reason });
  if (!(await changeMyPassword(tx, before, await hashPassword(newPassword))))
    throw new Refusal(`It was changed on another device meanwhile. ${KEPT}`);
  await writeAudit(tx, {
    act: 'changed',
    recordKind: 'account',
    coupleId: tx.actor.coupleId,
    concernsPartnerId: partnerId,
  });
  return {
    message: 'Changed. Every other device is signed out.',
    after: partnerId || !login.includes('@') ? undefined : await mailTo(tx, login),
  };
}

/** To staff alone, who may not have been at the device: a partner's mailbox may be read by the other. */
async function mailTo(tx: ActorTx, to: string): Promise<() => Promise<void>> {
  const words = await readMailWords(tx);
  const id = `${tx.actor.signInId}.${tx.actor.now.getTime()}`;
  return async () => {
    const result = await mailer().send({ id, kind: 'look', to, link: '/sign-in', ...words });
    if (!result.isSent) log.warn('mail not sent', { code: result.code });
  };
}
