/** What happened on a couple's plan, as the care team reads it: the ground of everything that is said about it as of now. */
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import type { PlanAct, Unit } from '../../plan-acts';
import { listOf } from './couple-now';

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

/** Of a couple c as of now, oldest first. */
export const eventsOf = sql`(
  select coalesce(json_agg(e), '[]')
    from (select e.kind, e.assignment_id as "assignmentId", e.unit, e.partner_id as "partnerId", e.is_opening as "isOpening",
                 (extract(epoch from e.at) * 1000000)::float8 as at, plan.day_of(e.at, c.time_zone) as "on",
                 e.effective_on as "effectiveOn", coalesce(e.effective_on <= c.day, false) as "isInForce",
                 e.is_immediate or e.at < c.turn as "isOut"
            from plan_events e where e.couple_id = c.id order by e.at, e.id) e)`;

/** One statement. */
export const listPlanEvents = (tx: ActorTx, coupleId: string): Promise<PlanEvent[]> => listOf(tx, coupleId, eventsOf);
