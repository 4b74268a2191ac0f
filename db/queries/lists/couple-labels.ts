import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';

/** Couples of one's own care teams with these letters in their label, dots and spaces aside. One statement. */
export async function listLabels(tx: ActorTx, words: string, most: number): Promise<{ id: string; label: string }[]> {
  const found = await tx.db.execute<{ id: string; label: string }>(sql`
    select c.id, c.label from couples c
     where c.id = any ((select auth.my_couple_ids())::uuid[])
       and strpos(regexp_replace(lower(c.label), '[^[:alnum:]]', '', 'g'), regexp_replace(lower(${words}), '[^[:alnum:]]', '', 'g')) > 0
     order by c.status = 'ended', lower(c.label), c.id limit ${most}`);
  return found.rows;
}
