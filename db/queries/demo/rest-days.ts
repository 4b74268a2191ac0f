import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';

/** Whether any of these days is a rest day of this assignment. */
export async function restsOnAny(tx: ActorTx, assignmentId: string, days: readonly string[]): Promise<boolean> {
  const { rows } = await tx.db.execute<{ rests: boolean }>(
    sql`select coalesce(bool_or(plan.is_rest_day(${assignmentId}, d)), false) as rests from unnest(${sql.param(days)}::date[]) as d`,
  );
  return rows[0]!.rests;
}
