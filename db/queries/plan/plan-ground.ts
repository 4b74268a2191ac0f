/** What one couple brings to the choice of its next step: why they came, and who they are. */
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import type { AccountState } from '../../schema/staff';
import type { Reason } from '../../schema/intakes';
import type { CoupleRow } from '../couples';
import { programStamp } from './program-outline';

export type CoupleGround = { programStamp: string | null; reasons: Reason[]; partners: PersonOfCouple[] };
export type PersonOfCouple = { id: string; name: string; position: number; status: AccountState };

/** The head of a couple's page, and the ground of its plan. */
export type CoupleOnPlan = CoupleGround &
  Pick<CoupleRow, 'id' | 'label' | 'status' | 'timeZone' | 'today' | 'policy'> & {
    /** A joint session of theirs is under way. */
    isInJointSession: boolean;
  };

// Of a couple c.
const ground = sql`${programStamp} as "programStamp",
  coalesce((select to_jsonb(i.reasons) from intakes i where i.couple_id = c.id), '[]') as reasons, p.partners`;
const partnersOfCouple = sql`
  cross join lateral (
    select coalesce(bool_or(p.status = 'active'), false) as has_account,
           coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'position', p.position, 'status', p.status) order by p.position), '[]') as partners
      from partners p where p.couple_id = c.id) p`;

/** Of a couple c. */
export const jointSessionNow = sql`exists (
  select from sessions s where s.couple_id = c.id and s.kind = 'joint' and s.cancelled_at is null
     and s.starts_at <= auth.now() and s.starts_at > auth.now() - make_interval(mins => s.minutes))`;

/** One statement; null for a couple of someone else's care team. */
export async function readCoupleGround(tx: ActorTx, coupleId: string): Promise<CoupleGround | null> {
  const found = await tx.db.execute<CoupleGround>(sql`
    select ${ground} from couples c ${partnersOfCouple}
     where c.id = ${coupleId} and c.id = any ((select auth.my_couple_ids())::uuid[])`);
  return found.rows[0] ?? null;
}

/** The same for the plan's page, with the note that it was opened. */
export async function openCoupleOnPlan(tx: ActorTx, coupleId: string): Promise<CoupleOnPlan | null> {
  const found = await tx.db.execute<CoupleOnPlan>(sql`
    select c.id, c.label, c.time_zone as "timeZone", plan.day_of(auth.now(), c.time_zone)::text as today,
           case when c.status = 'ended' then 'ended' when p.has_account then 'active' else 'invited' end as status,
           (select jsonb_build_object('policy', cp.policy, 'setAt', cp.set_at)
              from confidentiality_policies cp where cp.couple_id = c.id order by cp.set_at desc, cp.id limit 1) as policy,
           ${jointSessionNow} as "isInJointSession",
           ${ground}, auth.note_opening('couple', c.id, c.id, null)
      from couples c ${partnersOfCouple}
     where c.id = ${coupleId} and c.id = any ((select auth.my_couple_ids())::uuid[])`);
  return found.rows[0] ?? null;
}
