/** A couple goes from one primary to the next on a day: what that changes beside the care team's rows. */
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';

/** Appointments from that day's turn on go from one therapist to the other. */
export async function moveSessionsFrom(
  tx: ActorTx,
  { coupleId, fromOn, from, to }: { coupleId: string; fromOn: string; from: string; to: string },
): Promise<void> {
  await tx.db.execute(sql`
    update sessions s set therapist_id = ${to}
      from practices p
     where p.id = s.practice_id and s.couple_id = ${coupleId} and s.therapist_id = ${from} and s.cancelled_at is null
       and s.starts_at >= plan.turn_of(${fromOn}::date, p.time_zone)`);
}

/** How many of one's own notes about a couple are not signed yet. */
export async function countOwnDrafts(tx: ActorTx, coupleId: string): Promise<number> {
  const { rows } = await tx.db.execute<{ count: number }>(sql`
    select count(*)::int as count from session_notes
     where couple_id = ${coupleId} and author_id = ${tx.actor.staffMemberId} and signed_at is null`);
  return rows[0]?.count ?? 0;
}
