import { sql } from 'drizzle-orm';
import type { ActorTx } from '../access/as-actor';

/** The asker's own password hash; nobody else's can be asked for. */
export async function readMyPasswordHash(tx: ActorTx): Promise<string | null> {
  const found = await tx.db.execute<{ hash: string | null }>(sql`select auth.my_password_hash() as hash`);
  return found.rows[0]?.hash ?? null;
}
