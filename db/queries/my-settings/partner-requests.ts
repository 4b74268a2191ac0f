// What a partner asks the care team for: added by the partner, who never reads it back, and settled by the care team.
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { type ActorTx, NotSignedIn } from '../../access/as-actor';
import { partnerRequests, type RequestKind } from '../../schema/own-side';

export async function insertPartnerRequest(
  tx: ActorTx,
  row: { id: string; kind: RequestKind; words: Buffer | null },
): Promise<void> {
  const { practiceId, coupleId, partnerId } = tx.actor;
  if (!coupleId || !partnerId) throw new NotSignedIn('none');
  await tx.db.insert(partnerRequests).values({ practiceId, coupleId, partnerId, ...row });
}

export type OpenRequest = Pick<
  typeof partnerRequests.$inferSelect,
  'id' | 'coupleId' | 'partnerId' | 'kind' | 'words' | 'askedAt'
>;

const columns = {
  id: partnerRequests.id,
  coupleId: partnerRequests.coupleId,
  partnerId: partnerRequests.partnerId,
  kind: partnerRequests.kind,
  words: partnerRequests.words,
  askedAt: partnerRequests.askedAt,
};

/** What the partners of one couple still wait for, oldest first. */
export const listOpenRequests = (tx: ActorTx, coupleId: string): Promise<OpenRequest[]> =>
  tx.db
    .select(columns)
    .from(partnerRequests)
    .where(and(eq(partnerRequests.coupleId, coupleId), isNull(partnerRequests.settledAt)))
    .orderBy(asc(partnerRequests.askedAt), asc(partnerRequests.id));

/** An open one of this couple, locked until the transaction ends. */
export async function findOpenRequest(tx: ActorTx, coupleId: string, id: string): Promise<OpenRequest | null> {
  const [row] = await tx.db
    .select(columns)
    .from(partnerRequests)
    .where(and(eq(partnerRequests.id, id), eq(partnerRequests.coupleId, coupleId), isNull(partnerRequests.settledAt)))
    .for('update');
  return row ?? null;
}

/** Settles this one, and those before it of the same kind: asked three times, it is answered once. */
export async function settleRequests(tx: ActorTx, { id, partnerId, kind }: OpenRequest): Promise<void> {
  await tx.db
    .update(partnerRequests)
    .set({ settledAt: tx.actor.now, settledBy: tx.actor.staffMemberId })
    .where(
      and(
        eq(partnerRequests.partnerId, partnerId),
        eq(partnerRequests.kind, kind),
        // Asked of the row itself: a time that was read here is cut to milliseconds.
        sql`${partnerRequests.askedAt} <= (select o.asked_at from partner_requests o where o.id = ${id})`,
        isNull(partnerRequests.settledAt),
      ),
    );
}
