/** One record of a couple, the joint one or one partner's: its notes in outline, and its texts to look through. */
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import type { NoteFormat } from '../../schema/notes/note-formats';
import type { ContactKind } from '../../schema/follow-up';

/** Whose record: both their sessions, or one partner's alone. */
export type RecordOf = { coupleId: string; partnerId: string | null };

const ofRecord = ({ coupleId, partnerId }: RecordOf) =>
  sql`n.couple_id = ${coupleId} and n.kind = ${partnerId ? 'individual' : 'joint'} and n.partner_id is not distinct from ${partnerId}::uuid`;

export type NoteInOutline = {
  id: string;
  startsAt: Date;
  format: NoteFormat;
  signedAt: Date | null;
  authorName: string;
  addenda: number;
};

/** The notes of one record that the asker may see, the newest session first. One statement. */
export async function listNotesOfRecord(tx: ActorTx, of: RecordOf, limit: number): Promise<NoteInOutline[]> {
  type Row = Omit<NoteInOutline, 'startsAt' | 'signedAt'> & { startsAt: string; signedAt: string | null };
  const found = await tx.db.execute<Row>(sql`
    select n.id, to_json(s.starts_at) #>> '{}' as "startsAt", n.format, to_json(n.signed_at) #>> '{}' as "signedAt", m.name as "authorName",
           (select count(*)::int from addenda a where a.note_id = n.id) as addenda
      from session_notes n
      join sessions s on s.id = n.session_id
      join staff_members m on m.id = n.author_id
     where ${ofRecord(of)}
     order by s.starts_at desc, n.id
     limit ${limit}`);
  return found.rows.map((row) => ({
    ...row,
    startsAt: new Date(row.startsAt),
    signedAt: row.signedAt ? new Date(row.signedAt) : null,
  }));
}

export type TextOfRecord = {
  kind: 'note' | 'addendum' | 'contact';
  id: string;
  /** The note that it is, or that it was added to. */
  noteId: string | null;
  /** Of the session, of the addendum, of the contact: an instant, or a day. */
  at: string;
  isSigned: boolean;
  format: NoteFormat | null;
  formatVersion: number | null;
  contactKind: ContactKind | null;
  authorName: string;
  sealed: Buffer;
};

/**
 * Every text of one record that the asker may see, sealed: notes, what was added to them and, of one partner, contacts that were not
 * entered in error. The newest first. One statement.
 */
export async function listTextsOfRecord(tx: ActorTx, of: RecordOf): Promise<TextOfRecord[]> {
  const found = await tx.db.execute<TextOfRecord>(sql`
    select t.kind, t.id, t."noteId", to_json(t.at) #>> '{}' as at, t."isSigned", t.format, t."formatVersion", t."contactKind", m.name as "authorName", t.sealed
      from (
        select 'note' as kind, n.id, n.id as "noteId", s.starts_at as at, n.signed_at is not null as "isSigned", n.format,
               n.format_version as "formatVersion", null as "contactKind", n.author_id, n.sections as sealed
          from session_notes n join sessions s on s.id = n.session_id
         where ${ofRecord(of)}
        union all
        select 'addendum', a.id, n.id, a.added_at, true, n.format, n.format_version, null, a.author_id, a.text
          from session_notes n join addenda a on a.note_id = n.id
         where ${ofRecord(of)}
        union all
        select 'contact', c.id, null, c."on"::timestamp at time zone 'UTC' + interval '12 hours', true, null, null, c.kind, c.author_id, c.words
          from contact_notes c
         where c.couple_id = ${of.coupleId} and c.partner_id = ${of.partnerId}::uuid and c.words is not null and c.in_error_id is null
           and not exists (select from contact_notes x where x.in_error_id = c.id)
      ) t
      join staff_members m on m.id = t.author_id
     order by t.at desc, t.kind, t.id`);
  return found.rows;
}
