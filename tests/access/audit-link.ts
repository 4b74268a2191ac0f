// A link of the access log's chain, for the world.
import type pg from 'pg';

/** The newest event of a practice, linked as the sealer would. */
export async function linkOf(owner: pg.Pool, practiceId: string): Promise<Record<string, unknown>> {
  await owner.query(
    `insert into audit_links (practice_id, place, event_id, at, hash)
     select practice_id, 1, id, at, '\\x00' from audit_events where practice_id = $1 order by at desc limit 1`,
    [practiceId],
  );
  return { practice_id: practiceId, place: 1 };
}
