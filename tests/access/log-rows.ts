// A row of the access log, and its link, for the world.
import type pg from 'pg';

export async function rowsOfLog(owner: pg.Pool, practiceId: string, partnerId: string) {
  const { rows } = await owner.query<{ id: string }>(
    `insert into audit_events (practice_id, sign_in_id, act, record_kind)
     select practice_id, id, 'paused', 'plan' from sign_ins where partner_id = $1 returning id`,
    [partnerId],
  );
  const { id } = rows[0]!;
  await owner.query(
    `insert into audit_links (practice_id, place, event_id, at, hash) select practice_id, 1, id, at, '\\x00' from audit_events where id = $1`,
    [id],
  );
  return { audit_events: { id }, audit_links: { practice_id: practiceId, place: 1 } };
}
