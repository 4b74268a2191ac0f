import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';

export type Arrived = {
  coupleId: string;
  coupleLabel: string;
  checkIns: number;
  consents: number;
  reflections: number;
  /** When the practice closed what they share, until someone of the care team has looked. */
  closedAt: string | null;
};

/**
 * Every couple one cares for with what arrived from it since one last looked, and the note that one looks now (written at most
 * once a minute). Looks less than half an hour apart are one: a reload does not lose what is new. One statement, with the note
 * that Today was read.
 */
export async function lookAgain(tx: ActorTx): Promise<{ since: Date; couples: Arrived[] }> {
  const found = await tx.db.execute<Arrived & { since: string }>(sql`
    with visit as (
      insert into today_visits as t (staff_member_id, practice_id, since, looked_at)
      values ((select auth.staff_member_id()), (select auth.practice_id()), auth.now(), auth.now())
      on conflict (staff_member_id) do update
         set since = case when t.looked_at < excluded.looked_at - interval '30 minutes' then t.looked_at else t.since end,
             looked_at = excluded.looked_at
       where t.looked_at <= excluded.looked_at - interval '1 minute'
      returning t.since),
    last as materialized (
      select coalesce((select since from visit),
                      (select since from today_visits where staff_member_id = (select auth.staff_member_id())), auth.now()) as since,
             auth.note_opening('today', null, null, null, true) as noted)
    select to_json(l.since) #>> '{}' as since, c.id as "coupleId", c.label as "coupleLabel",
           (select count(*)::int from check_ins k where k.couple_id = c.id and k.sent_at > l.since) as "checkIns",
           (select to_json(max(x.closed_at)) #>> '{}' from practice_closings x where x.couple_id = c.id and x.seen_at is null) as "closedAt",
           (select count(*)::int from consents n where n.couple_id = c.id and n.answered_at > l.since) as consents,
           (select count(*)::int from reflections r where r.couple_id = c.id and r.sent_at > l.since) as reflections
      from last l
      left join couples c on c.id = any ((select auth.my_couple_ids())::uuid[])
     order by c.label, c.id`);
  return {
    since: new Date(found.rows[0]!.since),
    // Without any couple there is one row, with nothing but the time.
    couples: found.rows.filter((row) => row.coupleId !== null).map(({ since: _, ...couple }) => couple),
  };
}
