/** What one couple brings to the choice of its next step: why they came, and who they are. */
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../access/as-actor';
import type { AccountState } from '../schema/staff';
import type { Reason } from '../schema/intakes';
import { programStamp } from './program-outline';

export type CoupleGround = { programStamp: string | null; reasons: Reason[]; partners: PersonOfCouple[] };
export type PersonOfCouple = { id: string; name: string; position: number; status: AccountState };

/** Of a couple c. */
export const groundColumns = sql`${programStamp} as "programStamp",
  coalesce((select to_jsonb(i.reasons) from intakes i where i.couple_id = c.id), '[]') as reasons`;

/** One statement; null for a couple of someone else's care team. */
export async function readCoupleGround(tx: ActorTx, coupleId: string): Promise<CoupleGround | null> {
  const found = await tx.db.execute<CoupleGround>(sql`
    select ${groundColumns},
           (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'position', p.position, 'status', p.status) order by p.position), '[]')
              from partners p where p.couple_id = c.id) as partners
      from couples c
     where c.id = ${coupleId} and c.id = any ((select auth.my_couple_ids())::uuid[])`);
  return found.rows[0] ?? null;
}
