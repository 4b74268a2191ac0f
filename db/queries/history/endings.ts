import { desc, eq } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { couples, endings } from '../../schema/couples';
import { staffMembers } from '../../schema/staff';

export async function insertEnding(
  tx: ActorTx,
  ending: Pick<typeof endings.$inferInsert, 'coupleId' | 'reason' | 'record' | 'endedBy'> & { id: string },
): Promise<void> {
  await tx.db.insert(endings).values({ ...ending, practiceId: tx.actor.practiceId });
}

/** Whether work with a couple goes on. Whether it began is told by its partners' accounts. */
export async function setEnded(tx: ActorTx, coupleId: string, isEnded: boolean): Promise<void> {
  await tx.db
    .update(couples)
    .set(isEnded ? { status: 'ended', endedAt: tx.actor.now } : { status: 'active', endedAt: null })
    .where(eq(couples.id, coupleId));
}

/** The newest first. One statement. */
export const listEndings = (tx: ActorTx, coupleId: string) =>
  tx.db
    .select({
      id: endings.id,
      reason: endings.reason,
      record: endings.record,
      endedAt: endings.endedAt,
      endedBy: staffMembers.name,
    })
    .from(endings)
    .innerJoin(staffMembers, eq(staffMembers.id, endings.endedBy))
    .where(eq(endings.coupleId, coupleId))
    .orderBy(desc(endings.endedAt));
