import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';

/** Answers nothing, whatever the plan was like before. */
export async function closeShared(tx: ActorTx, coupleId: string): Promise<void> {
  await tx.db.execute(sql`select auth.close_shared_work(${coupleId})`);
}
