import { and, eq, inArray } from 'drizzle-orm';
import type { ActorTx } from '../access/as-actor';
import { dataKeys, practiceKeys } from '../schema/sealed-keys';

/** The wrapped keys that this actor may read for these couples, with the practice keys they are wrapped by. Two statements, both
 * on their way at once. */
export async function listKeys(tx: ActorTx, coupleIds: readonly string[]) {
  const { practiceId } = tx.actor;
  const [practice, data] = await Promise.all([
    tx.db.select().from(practiceKeys).where(eq(practiceKeys.practiceId, practiceId)),
    coupleIds.length === 0
      ? []
      : tx.db
          .select()
          .from(dataKeys)
          .where(and(eq(dataKeys.practiceId, practiceId), inArray(dataKeys.coupleId, [...coupleIds]))),
  ]);
  return { practiceKeys: practice, dataKeys: data };
}

export async function insertDataKeys(tx: ActorTx, rows: (typeof dataKeys.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.db.insert(dataKeys).values(rows);
}
