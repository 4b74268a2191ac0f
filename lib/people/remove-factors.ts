import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { removeFactorsOf } from '@/db/queries/accounts/factors';
import { readMailWords } from '@/db/queries/accounts/invitations';
import { writeAudit } from '@/db/queries/audit';
import { stepUp } from '@/lib/accounts/factors/step-up';
import type { Again } from '@/lib/accounts/schema';
import type { Answer } from '@/lib/action';
import { Refusal } from '@/lib/errors';
import { log } from '@/lib/log';
import { mailer } from '@/lib/mail/mailer';
import { changeAsAdmin, readStaffMember } from './admin';

/** For someone who lost passkeys, app and codes. The password stays; the owner is told by mail, without a word of what, and at the next sign-in. */
export async function removeFactors(
  tx: ActorTx,
  { staffMemberId, ...again }: { staffMemberId: string } & Again,
): Promise<Answer> {
  await changeAsAdmin(tx);
  const { member } = await readStaffMember(tx, staffMemberId);
  if (member.id === tx.actor.staffMemberId) {
    throw new Refusal('Another practice admin does this for you. Nothing was changed.');
  }
  if (member.status !== 'active') throw new Refusal('This account is not active. Nothing was changed.');
  await stepUp(tx, again, 'Nothing was changed.');
  const to = await removeFactorsOf(tx, member.id);
  await writeAudit(tx, { act: 'revoked', recordKind: 'secondStep', recordId: member.id });
  const words = await readMailWords(tx);
  const id = `${member.id}.${tx.actor.now.getTime()}`;
  return {
    redirectTo: `/people/staff/${member.id}`,
    after: async () => {
      const result = await mailer().send({ id, kind: 'look', to, link: '/sign-in', ...words });
      if (!result.isSent) log.warn('mail not sent', { code: result.code });
    },
  };
}
