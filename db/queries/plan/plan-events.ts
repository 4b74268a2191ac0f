/** What happened on a couple's plan, as the care team reads it: the ground of everything that is said about it as of now. */
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import type { PlanAct, Unit } from '../../plan-acts';

export type PlanEvent = {
  kind: PlanAct;
  assignmentId: string | null;
  unit: Unit | null;
  partnerId: string | null;
  isOpening: boolean | null;
  /** Microseconds since 1970: what Postgres compares, which a Date would round. */
  at: number;
  /** The couple's day of it. */
  on: string;
  /** sharedEnded: the couple's day at whose turn it takes effect, and whether that turn has come. */
  effectiveOn: string | null;
  isInForce: boolean;
  /** Whether today's turn has made it visible: it happened before, or reached both at once. */
  isOut: boolean;
};

/** Oldest first; of someone else's couple, none. One statement. */
export async function listPlanEvents(tx: ActorTx, coupleId: string): Promise<PlanEvent[]> {
  const found = await tx.db.execute<PlanEvent>(sql`
    select e.kind, e.assignment_id as "assignmentId", e.unit, e.partner_id as "partnerId", e.is_opening as "isOpening",
           (extract(epoch from e.at) * 1000000)::float8 as at, plan.day_of(e.at, c.time_zone)::text as "on",
           e.effective_on::text as "effectiveOn",
           coalesce(e.effective_on <= plan.day_of((select auth.now()), c.time_zone), false) as "isInForce",
           e.is_immediate or e.at < plan.turn_of(plan.day_of((select auth.now()), c.time_zone), c.time_zone) as "isOut"
      from couples c
      join plan_events e on e.couple_id = c.id
     where c.id = ${coupleId}
     order by e.at, e.id`);
  return found.rows;
}
