/** A couple of the asker's own as of now: beside it, in one statement, stands whatever is read of its plan. */
import { sql, type SQL } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';

/** The couple `c` of a statement: with its day, and the turn at which that began. No row of someone else's care team. */
export const coupleNow = (coupleId: string) => sql`c as materialized (
  select x.id, x.label, x.status, x.time_zone, n.now, d.day, plan.turn_of(d.day, x.time_zone) as turn
    from couples x, (select auth.now() as now offset 0) n, lateral (select plan.day_of(n.now, x.time_zone) as day offset 0) d
   where x.id = ${coupleId} and x.id = any ((select auth.my_couple_ids())::uuid[]))`;

/** A list of such a couple, read by itself; of someone else's couple, empty. One statement. */
export async function listOf<Row>(tx: ActorTx, coupleId: string, list: SQL): Promise<Row[]> {
  const found = await tx.db.execute<{ list: Row[] }>(sql`with ${coupleNow(coupleId)} select ${list} as list from c`);
  return found.rows[0]?.list ?? [];
}
