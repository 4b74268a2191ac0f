import { and, eq, inArray } from 'drizzle-orm';
import type { ActorTx } from '../access/as-actor';
import { dataKeys, practiceKeys } from '../schema/sealed-keys';

/** The wrapped keys that this actor may read for these couples, with the practice keys they are wrapped by. One statement. */
export async function listKeys(tx: ActorTx, coupleIds: readonly string[]) {
  const { practiceId } = tx.actor;
  const rows = await tx.db
    .select({ practiceKey: practiceKeys, dataKey: dataKeys })
    .from(practiceKeys)
    .leftJoin(dataKeys, and(eq(dataKeys.practiceKeyId, practiceKeys.id), inArray(dataKeys.coupleId, [...coupleIds])))
    .where(eq(practiceKeys.practiceId, practiceId));
  return {
    practiceKeys: [...new Map(rows.map(({ practiceKey }) => [practiceKey.id, practiceKey])).values()],
    dataKeys: rows.flatMap(({ dataKey }) => dataKey ?? []),
  };
}

export async function insertDataKeys(tx: ActorTx, rows: (typeof dataKeys.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.db.insert(dataKeys).values(rows);
}
