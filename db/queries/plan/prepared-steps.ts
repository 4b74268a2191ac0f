/** Steps chosen in the room that wait to be finished; the care team's alone. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { preparedSteps } from '../../schema/plan/plan';

export async function removePrepared(tx: ActorTx, coupleId: string, stepId: string): Promise<boolean> {
  const found = await tx.db
    .delete(preparedSteps)
    .where(and(eq(preparedSteps.coupleId, coupleId), eq(preparedSteps.stepId, stepId)))
    .returning({ id: preparedSteps.id });
  return found.length > 0;
}

/** What was prepared last stands. */
export async function keepPrepared(
  tx: ActorTx,
  row: Pick<typeof preparedSteps.$inferInsert, 'coupleId' | 'stepId' | 'choice'> & { id: string },
): Promise<void> {
  await removePrepared(tx, row.coupleId, row.stepId);
  await tx.db
    .insert(preparedSteps)
    .values({ ...row, practiceId: tx.actor.practiceId, preparedBy: tx.actor.staffMemberId! });
}

export async function findPrepared(tx: ActorTx, coupleId: string, stepId: string) {
  const [row] = await tx.db
    .select({ id: preparedSteps.id, choice: preparedSteps.choice })
    .from(preparedSteps)
    .where(and(eq(preparedSteps.coupleId, coupleId), eq(preparedSteps.stepId, stepId)));
  return row ?? null;
}

/** With the title each step has now. One statement. */
export async function listPrepared(tx: ActorTx, coupleId: string): Promise<{ stepId: string; title: string }[]> {
  return tx.db
    .select({
      stepId: preparedSteps.stepId,
      title: sql<string>`(select v.title from step_versions v where v.step_id = ${preparedSteps.stepId} order by v.version desc limit 1)`,
    })
    .from(preparedSteps)
    .where(eq(preparedSteps.coupleId, coupleId))
    .orderBy(asc(preparedSteps.preparedAt), asc(preparedSteps.id));
}
