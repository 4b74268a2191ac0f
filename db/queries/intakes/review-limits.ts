import { eq } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { reviewLimits } from '../../schema/flags';

export type ReviewLimitsOfPartner = Pick<
  typeof reviewLimits.$inferSelect,
  'distressAtLeast' | 'painAtLeast' | 'comfortAtMost'
>;

/** Null where the usual ones hold. */
export async function findReviewLimits(tx: ActorTx, partnerId: string): Promise<ReviewLimitsOfPartner | null> {
  const [row] = await tx.db
    .select({
      distressAtLeast: reviewLimits.distressAtLeast,
      painAtLeast: reviewLimits.painAtLeast,
      comfortAtMost: reviewLimits.comfortAtMost,
    })
    .from(reviewLimits)
    .where(eq(reviewLimits.partnerId, partnerId));
  return row ?? null;
}

export async function keepReviewLimits(
  tx: ActorTx,
  of: { coupleId: string; partnerId: string },
  limits: ReviewLimitsOfPartner,
): Promise<void> {
  const { practiceId, now } = tx.actor;
  await tx.db
    .insert(reviewLimits)
    .values({ practiceId, ...of, ...limits })
    .onConflictDoUpdate({ target: reviewLimits.partnerId, set: { ...limits, changedAt: now } });
}
