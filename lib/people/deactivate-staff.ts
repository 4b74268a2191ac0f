import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { revokeInvitationsTo } from '@/db/queries/accounts/invitations';
import { changeStaffStatus } from '@/db/queries/accounts/people';
import type { Answer } from '@/lib/action';
import { Refusal } from '@/lib/errors';
import { keepOneAdmin, readStaffMember } from './admin';

/** Ends this person's access at once: every device is signed out (trigger staff_members_ended), open links stop working. What they wrote stays. */
export async function deactivateStaff(tx: ActorTx, { staffMemberId }: { staffMemberId: string }): Promise<Answer> {
  const { member, all } = await readStaffMember(tx, staffMemberId);
  if (member.id === tx.actor.staffMemberId) {
    throw new Refusal('You can’t deactivate your own account, so nothing was changed. Another practice admin can.');
  }
  if (member.status === 'deactivated') return { message: 'This account is deactivated.' };
  if (member.roles.includes('practiceAdmin')) keepOneAdmin(all, member.id);
  await revokeInvitationsTo(tx, { staffMemberId: member.id });
  await changeStaffStatus(tx, member.id, 'deactivated');
  await writeAudit(tx, { act: 'deactivated', recordKind: 'staffMember', recordId: member.id });
  return { message: 'Deactivated. Every device of this person is signed out.' };
}

/** The same account again; someone who never accepted is invited anew by sending the link again. */
export async function reactivateStaff(tx: ActorTx, { staffMemberId }: { staffMemberId: string }): Promise<Answer> {
  const { member } = await readStaffMember(tx, staffMemberId);
  if (member.status !== 'deactivated') return { message: 'This account is active.' };
  await changeStaffStatus(tx, member.id, member.accountId ? 'active' : 'invited');
  await writeAudit(tx, { act: 'reactivated', recordKind: 'staffMember', recordId: member.id });
  return {
    message: member.accountId
      ? 'Active again, with the same password.'
      : 'Open again. Send the invitation again to let this person in.',
  };
}
