import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { changeMyPassword, readMyLogin } from '@/db/queries/my-account';
import { confirmPassword } from '../confirm-password';
import { hashPassword, verifyPassword } from '../password-hash';
import { whyNotPassword } from '../password-rules';
import type { Answer } from '@/lib/action';
import { Refusal } from '@/lib/errors';
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
  return { message: 'Changed. Every other device is signed out.' };
}
