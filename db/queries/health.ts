import { sql } from 'drizzle-orm';
import type { SystemTx } from '../access/as-system';
import { schemaVersion } from '../schema-version';

let version: Promise<string> | undefined;

/** Whether the database answers and was migrated for this version of the app. */
export async function isMigrated(tx: SystemTx<'health'>): Promise<boolean> {
  version ??= schemaVersion();
  const { rows } = await tx.db.execute<{ has: boolean }>(sql`select auth.has_schema(${await version}) as has`);
  return rows[0]?.has ?? false;
}
