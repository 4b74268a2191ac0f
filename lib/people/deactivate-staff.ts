import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { listPrimaryOf } from '@/db/queries/accounts/care-teams';
import { changeStaffStatus } from '@/db/queries/accounts/people';
import type { Answer } from '@/lib/action';
import { Refusal } from '@/lib/errors';
import { couplesInWords } from '@/lib/format/people-words';
import { changeAsAdmin, readStaffMember } from './admin';
import { leave, readLeaving } from './leaving';

/** Ends this person's access at once: every device is signed out (trigger staff_members_ended), open links stop working. What they wrote stays. */
export async function deactivateStaff(tx: ActorTx, { staffMemberId }: { staffMemberId: string }): Promise<Answer> {
  await changeAsAdmin(tx);
  const member = await readLeaving(tx, staffMemberId);
  if (member.status === 'deactivated') return { message: 'This account is deactivated.' };
  const couples = await listPrimaryOf(tx, member.id);
  if (couples.length > 0) {
    throw new Refusal(
      `${member.name} is the primary therapist of ${couplesInWords(couples.length)}, so nothing was changed. Reload this page and hand them over.`,
    );
  }
  await leave(tx, member);
  return { message: 'Deactivated. Every device of this person is signed out.' };
}

/** The same account again; someone who never accepted is invited anew by sending the link again. */
export async function reactivateStaff(tx: ActorTx, { staffMemberId }: { staffMemberId: string }): Promise<Answer> {
  await changeAsAdmin(tx);
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
