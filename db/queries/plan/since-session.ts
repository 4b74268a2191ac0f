/** Between two sessions of a couple: when the last one began, and when the next one does. */
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';

export type SessionsAround = {
  last: { startsAt: string; on: string; isJoint: boolean } | null;
  nextAt: string | null;
};

/** Cancelled ones never took place. One statement. */
export async function findSessionsAround(tx: ActorTx, coupleId: string): Promise<SessionsAround> {
  const found = await tx.db.execute<SessionsAround>(sql`
    select (select jsonb_build_object('startsAt', s.starts_at, 'on', plan.day_of(s.starts_at, c.time_zone), 'isJoint', s.kind = 'joint')
              from sessions s where s.couple_id = c.id and s.cancelled_at is null and s.starts_at <= auth.now()
             order by s.starts_at desc, s.id limit 1) as last,
           (select to_json(s.starts_at) #>> '{}' from sessions s
             where s.couple_id = c.id and s.cancelled_at is null and s.starts_at > auth.now() order by s.starts_at, s.id limit 1) as "nextAt"
      from couples c where c.id = ${coupleId}`);
  return found.rows[0] ?? { last: null, nextAt: null };
}
