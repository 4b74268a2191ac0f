/** What deactivating someone who works here always means, with couples to hand over or without. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { endEveryPart, handOverSessions, insertPrimaries } from '@/db/queries/accounts/care-teams';
import { revokeInvitationsTo } from '@/db/queries/accounts/invitations';
import { changeStaffStatus, type StaffRow } from '@/db/queries/accounts/people';
import { Refusal } from '@/lib/errors';
import { keepOneAdmin, readStaffMember } from './admin';

/** Somebody who may be deactivated by the asker. */
export async function readLeaving(tx: ActorTx, staffMemberId: string): Promise<StaffRow> {
  const { member, all } = await readStaffMember(tx, staffMemberId);
  if (member.id === tx.actor.staffMemberId) {
    throw new Refusal('You can’t deactivate your own account, so nothing was changed. Another practice admin can.');
  }
  if (member.status !== 'deactivated' && member.roles.includes('practiceAdmin')) keepOneAdmin(all, member.id);
  return member;
}

/** The end of someone's work here. What they wrote stays, and unsigned notes stay theirs. */
export async function leave(
  tx: ActorTx,
  member: Pick<StaffRow, 'id'>,
  next: readonly { coupleId: string; staffMemberId: string }[] = [],
): Promise<void> {
  await endEveryPart(tx, member.id);
  await insertPrimaries(tx, tx.actor.today, next);
  await handOverSessions(tx, member.id);
  await revokeInvitationsTo(tx, { staffMemberId: member.id });
  await changeStaffStatus(tx, member.id, 'deactivated');
  await writeAudit(
    tx,
    ...next.map(({ coupleId, staffMemberId }) => ({
      act: 'changed' as const,
      recordKind: 'careTeam',
      recordId: staffMemberId,
      coupleId,
    })),
    { act: 'deactivated', recordKind: 'staffMember', recordId: member.id },
  );
}
