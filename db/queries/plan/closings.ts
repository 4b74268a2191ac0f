import { and, eq, isNull } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { practiceClosings } from '../../schema/plan/closings';

/** Someone of the care team has looked at what the practice closed: it is not told again. */
export async function markClosingsSeen(tx: ActorTx, coupleId: string): Promise<void> {
  await tx.db
    .update(practiceClosings)
    .set({ seenAt: tx.actor.now, seenBy: tx.actor.staffMemberId })
    .where(and(eq(practiceClosings.coupleId, coupleId), isNull(practiceClosings.seenAt)));
}
