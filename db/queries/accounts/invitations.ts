import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { invitations } from '../../schema/invitations';
import { practices } from '../../schema/practices';

export type InvitationRow = typeof invitations.$inferSelect;

export async function insertInvitation(tx: ActorTx, row: typeof invitations.$inferInsert): Promise<void> {
  await tx.db.insert(invitations).values(row);
}

export async function findInvitation(tx: ActorTx, id: string): Promise<InvitationRow | null> {
  const [row] = await tx.db.select().from(invitations).where(eq(invitations.id, id)).for('update');
  return row ?? null;
}

/** The newest invitation of a partner's place. */
export async function findInvitationOfPartner(tx: ActorTx, partnerId: string): Promise<InvitationRow | null> {
  const [row] = await tx.db
    .select()
    .from(invitations)
    .where(eq(invitations.partnerId, partnerId))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(1);
  return row ?? null;
}

/** Every open link to one place stops working. */
export async function revokeInvitationsTo(
  tx: ActorTx,
  place: { staffMemberId: string } | { partnerId: string },
): Promise<void> {
  const isPlace =
    'partnerId' in place
      ? eq(invitations.partnerId, place.partnerId)
      : eq(invitations.staffMemberId, place.staffMemberId);
  await tx.db
    .update(invitations)
    .set({ revokedAt: tx.actor.now })
    .where(and(isPlace, isNull(invitations.revokedAt), isNull(invitations.redeemedAt)));
}

/** Changes one that was not taken up yet; false when it was. */
export async function changeInvitation(
  tx: ActorTx,
  id: string,
  to: Partial<Pick<InvitationRow, 'resendNumber' | 'tokenHash' | 'expiresAt' | 'revokedAt' | 'mailState' | 'mailAt'>>,
): Promise<boolean> {
  const { rowCount } = await tx.db
    .update(invitations)
    .set(to)
    .where(and(eq(invitations.id, id), isNull(invitations.redeemedAt)));
  return rowCount === 1;
}

/** Why this e-mail can't be invited, or null. */
export async function findObstacle(
  tx: ActorTx,
  email: string,
  kind: 'staff' | 'partner',
): Promise<'notAllowed' | 'isStaff' | 'isPartner' | null> {
  const { rows } = await tx.db.execute<{ obstacle: 'notAllowed' | 'isStaff' | 'isPartner' | null }>(
    sql`select auth.invitation_obstacle(${email}, ${kind}) as obstacle`,
  );
  return rows[0]?.obstacle ?? null;
}

/** The neutral words of the practice's mails. */
export async function readMailWords(tx: ActorTx): Promise<{ senderName: string; subject: string }> {
  const [row] = await tx.db
    .select({ senderName: practices.senderName, subject: practices.mailSubject })
    .from(practices)
    .where(eq(practices.id, tx.actor.practiceId));
  return row ?? { senderName: '', subject: '' };
}
