/** One record of a couple, the joint one or one partner's: its notes in outline, and its texts to look through. */
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import type { NoteFormat } from '../../schema/notes/note-formats';
import type { ContactKind } from '../../schema/follow-up';
import { sessionNotes } from '../../schema/session-notes';
import { type NoteStanding, noteStanding } from '../supervision/signatures';

/** Whose record: both their sessions, or one partner's alone. */
export type RecordOf = { coupleId: string; partnerId: string | null };

const ofRecord = ({ coupleId, partnerId }: RecordOf) =>
  sql`${sessionNotes.coupleId} = ${coupleId} and ${sessionNotes.kind} = ${partnerId ? 'individual' : 'joint'}
      and ${sessionNotes.partnerId} is not distinct from ${partnerId}::uuid`;
/** What was entered in error is kept, and hidden from whoever looks for something. */
const isNotInError = sql`not exists (select from addenda x where x.note_id = ${sessionNotes.id} and x.kind = 'enteredInError')`;

export type NoteInOutline = {
  id: string;
  startsAt: Date;
  format: NoteFormat;
  authorName: string;
  standing: NoteStanding;
};

/** The notes of one record that the asker may see, the newest session first. One statement. */
export async function listNotesOfRecord(tx: ActorTx, of: RecordOf, limit: number): Promise<NoteInOutline[]> {
  const found = await tx.db.execute<Omit<NoteInOutline, 'startsAt'> & { startsAt: string }>(sql`
    select ${sessionNotes.id} as id, to_json(s.starts_at) #>> '{}' as "startsAt", ${sessionNotes.format} as format, m.name as "authorName",
           ${noteStanding} as standing
      from session_notes
      join sessions s on s.id = ${sessionNotes.sessionId}
      join staff_members m on m.id = ${sessionNotes.authorId}
     where ${ofRecord(of)}
     order by s.starts_at desc, ${sessionNotes.id}
     limit ${limit}`);
  return found.rows.map((row) => ({ ...row, startsAt: new Date(row.startsAt) }));
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
 * Every text of one record that the asker may see and that was not entered in error, sealed: notes, what was added to them and, of one
 * partner, contacts. The newest first. One statement.
 */
export async function listTextsOfRecord(tx: ActorTx, of: RecordOf): Promise<TextOfRecord[]> {
  const found = await tx.db.execute<TextOfRecord>(sql`
    select t.kind, t.id, t."noteId", to_json(t.at) #>> '{}' as at, t."isSigned", t.format, t."formatVersion", t."contactKind", m.name as "authorName", t.sealed
      from (
        select 'note' as kind, session_notes.id, session_notes.id as "noteId", s.starts_at as at, signed_at is not null as "isSigned", format,
               format_version as "formatVersion", null as "contactKind", session_notes.author_id, sections as sealed
          from session_notes join sessions s on s.id = session_notes.session_id
         where ${ofRecord(of)} and ${isNotInError}
        union all
        select 'addendum', a.id, session_notes.id, a.added_at, true, format, format_version, null, a.author_id, a.text
          from session_notes join addenda a on a.note_id = session_notes.id
         where ${ofRecord(of)} and ${isNotInError}
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
