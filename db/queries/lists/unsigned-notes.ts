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
  /** `mend`: a supervisor returned it. `coSign`: another's, who asked for one's signature. */
  act: 'write' | 'sign' | 'mend' | 'coSign';
  author: string | null;
};

/** The asker's own sessions that have taken place and whose note is not signed, and notes they are asked to co-sign, the oldest first. One statement. */
export async function listUnsignedNotes(tx: ActorTx): Promise<UnsignedNote[]> {
  const found = await tx.db.execute<Omit<UnsignedNote, 'startsAt'> & { startsAt: string }>(sql`
    select n.id as "noteId", s.id as "sessionId", s.couple_id as "coupleId", c.label as "coupleLabel", s.kind, p.name as "partnerName",
           s.starts_at as "startsAt", null as author,
           case when n.id is null then 'write' when exists (select from note_reviews r where r.note_id = n.id) then 'mend' else 'sign' end as act
      from sessions s
      join couples c on c.id = s.couple_id
      left join partners p on p.id = s.partner_id
      left join session_notes n on n.session_id = s.id and n.author_id = (select auth.staff_member_id())
     where s.couple_id = any ((select auth.my_couple_ids())::uuid[]) and s.cancelled_at is null
       and n.signed_at is null
       and (n.id is not null
            or (s.therapist_id = (select auth.staff_member_id()) and s.starts_at + make_interval(mins => s.minutes) <= auth.now()
                and not exists (select from session_notes o where o.session_id = s.id) and not exists (select from auth.notes_begun(array[s.id]))))
    union all
    select n.id, s.id, s.couple_id, c.label, s.kind, p.name, s.starts_at, m.name, 'coSign'
      from session_notes n
      join sessions s on s.id = n.session_id
      join couples c on c.id = n.couple_id
      join staff_members m on m.id = n.author_id
      left join partners p on p.id = n.partner_id
     where n.co_signer_id = (select auth.staff_member_id()) and n.signed_at is not null
       and (not n.needs_approval
            or exists (select from note_reviews r where r.note_id = n.id and r.note_hash = n.signed_hash and r.kind = 'approved'))
       and not exists (select from co_signatures g where g.note_id = n.id and g.author_id = n.co_signer_id)
       and not exists (select from addenda a where a.note_id = n.id and a.kind = 'enteredInError')
     order by "startsAt", "sessionId"
     limit 50`);
  return found.rows.map((row) => ({ ...row, startsAt: new Date(row.startsAt) }));
}
