import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import type { SessionKind } from '../../schema/sessions';

export type UnsignedNote = {
  /** Null when the session took place and its note was not begun. */
  noteId: string | null;
  sessionId: string;
  coupleId: string;
  coupleLabel: string;
  kind: SessionKind;
  partnerName: string | null;
  startsAt: Date;
};

/** The asker's own sessions that have taken place and whose note is not signed, the oldest first. One statement. */
export async function listUnsignedNotes(tx: ActorTx): Promise<UnsignedNote[]> {
  const found = await tx.db.execute<Omit<UnsignedNote, 'startsAt'> & { startsAt: string }>(sql`
    select n.id as "noteId", s.id as "sessionId", s.couple_id as "coupleId", c.label as "coupleLabel", s.kind, p.name as "partnerName",
           s.starts_at as "startsAt"
      from sessions s
      join couples c on c.id = s.couple_id
      left join partners p on p.id = s.partner_id
      left join session_notes n on n.session_id = s.id and n.author_id = (select auth.staff_member_id())
     where s.couple_id = any ((select auth.my_couple_ids())::uuid[]) and s.cancelled_at is null
       and n.signed_at is null
       and (n.id is not null
            or (s.therapist_id = (select auth.staff_member_id()) and s.starts_at + make_interval(mins => s.minutes) <= auth.now()))
     order by s.starts_at, s.id
     limit 50`);
  return found.rows.map((row) => ({ ...row, startsAt: new Date(row.startsAt) }));
}
