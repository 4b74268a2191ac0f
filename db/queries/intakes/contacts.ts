import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { partners } from '../../schema/couples';
import { intakes, meetingsAlone, partnerIntakes } from '../../schema/intakes';
import { invitations } from '../../schema/invitations';

export async function changeContactOf(
  tx: ActorTx,
  partnerId: string,
  to: Partial<
    Pick<typeof partners.$inferSelect, 'name' | 'phone' | 'contactInstruction' | 'contactSaidBy' | 'contactSaidOn'>
  >,
): Promise<void> {
  await tx.db.update(partners).set(to).where(eq(partners.id, partnerId));
}

/** Changes what one who has no account yet will sign in with; false when there is an account. */
export async function changeLoginOf(
  tx: ActorTx,
  partnerId: string,
  to: Pick<typeof partners.$inferSelect, 'email' | 'userName'>,
): Promise<boolean> {
  const { rowCount } = await tx.db
    .update(partners)
    .set(to)
    .where(and(eq(partners.id, partnerId), isNull(partners.accountId), eq(partners.status, 'invited')));
  return rowCount === 1;
}

export async function findIntake(tx: ActorTx, coupleId: string) {
  const [row] = await tx.db.select().from(intakes).where(eq(intakes.coupleId, coupleId));
  return row ?? null;
}

export const listPartnerIntakes = (tx: ActorTx, coupleId: string) =>
  tx.db.select().from(partnerIntakes).where(eq(partnerIntakes.coupleId, coupleId));

/** What the intake says of the couple, and of each partner. One statement. */
export async function readIntakes(tx: ActorTx, coupleId: string) {
  const rows = await tx.db
    .select({ ofCouple: intakes, ofPartner: partnerIntakes })
    .from(partners)
    .leftJoin(intakes, eq(intakes.coupleId, partners.coupleId))
    .leftJoin(partnerIntakes, eq(partnerIntakes.partnerId, partners.id))
    .where(eq(partners.coupleId, coupleId));
  return { ofCouple: rows[0]?.ofCouple ?? null, ofPartners: rows.flatMap(({ ofPartner }) => ofPartner ?? []) };
}

/** Every meeting alone of a couple, the newest record first. */
export const listMeetingsAlone = (tx: ActorTx, coupleId: string) =>
  tx.db
    .select()
    .from(meetingsAlone)
    .where(eq(meetingsAlone.coupleId, coupleId))
    .orderBy(desc(meetingsAlone.recordedAt), asc(meetingsAlone.id));

/** Every invitation to these partners' places, the newest first. */
export const listInvitationsTo = (tx: ActorTx, partnerIds: readonly string[]) =>
  tx.db
    .select()
    .from(invitations)
    .where(inArray(invitations.partnerId, [...partnerIds]))
    .orderBy(desc(invitations.createdAt), asc(invitations.id));
