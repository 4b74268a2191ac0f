/** Whole plans on hold, for many couples at once. */
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { type CoupleState } from '../../schema/couples';
import { planEvents } from '../../schema/plan/plan';

const list = (ids: readonly string[]) =>
  sql`array[${sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )}]`;

/** Those of these couples that are in the asker's care, locked like one plan would be, in one order for everyone. */
export async function lockPlans(
  tx: ActorTx,
  coupleIds: readonly string[],
): Promise<{ id: string; status: CoupleState }[]> {
  const found = await tx.db.execute<{ id: string; status: CoupleState }>(sql`
    select id, status from couples
     where id = any (${list(coupleIds)}) and id = any ((select auth.my_couple_ids())::uuid[])
     order by id for no key update`);
  return found.rows;
}

export type PlanHold = {
  coupleId: string;
  isHeld: boolean;
  /** When the last of it happened: the same for all that one act did. */
  at: string;
  isOwn: boolean;
  /** Whether a turn has made it visible. */
  isOut: boolean;
};

/** How each whole plan stands; a couple whose plan was never held is not in it. One statement. */
export async function listPlanHolds(tx: ActorTx, coupleIds: readonly string[]): Promise<PlanHold[]> {
  if (coupleIds.length === 0) return [];
  const found = await tx.db.execute<PlanHold>(sql`
    select distinct on (e.couple_id) e.couple_id as "coupleId", e.kind = 'held' as "isHeld", e.at::text as at,
           e.staff_member_id is not distinct from (select auth.staff_member_id()) as "isOwn",
           e.is_immediate or e.at < plan.turn_of(plan.day_of((select auth.now()), c.time_zone), c.time_zone) as "isOut"
      from plan_events e join couples c on c.id = e.couple_id
     where e.couple_id = any (${list(coupleIds)}) and e.assignment_id is null and e.kind in ('held', 'holdLifted')
     order by e.couple_id, e.at desc, e.id desc`);
  return found.rows;
}

export async function insertPlanHolds(
  tx: ActorTx,
  coupleIds: readonly string[],
  kind: 'held' | 'holdLifted',
): Promise<void> {
  const { practiceId, staffMemberId } = tx.actor;
  await tx.db.insert(planEvents).values(coupleIds.map((coupleId) => ({ practiceId, staffMemberId, coupleId, kind })));
}
