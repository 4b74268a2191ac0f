/** A note as its page begins: with its couple, its session, who wrote it and who came. */
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import type { Attendance } from '../../schema/sessions';
import { careTeamOf, type CoupleRow, type PartnerOfCouple } from '../couples';
import { mayEnterInError, mayWrite, type NoteRow, treatsBeside } from '../session-notes';
import { noteStanding, type NoteStanding } from '../supervision/signatures';

/** Who a note's record is of, and who cares for them. */
export type CoupleOfNote = Pick<CoupleRow, 'id' | 'label' | 'careTeam'> & {
  partners: Pick<PartnerOfCouple, 'id' | 'position' | 'name'>[];
};

export type OpenedNote = {
  couple: CoupleOfNote;
  note: NoteRow;
  session: { startsAt: Date; minutes: number; place: string };
  author: { name: string; credential: string };
  attendances: { partnerId: string; attendance: Attendance }[];
  /** In the order they were named; for the author and for them. */
  coAuthors: { staffMemberId: string; name: string }[];
  standing: NoteStanding;
  mayWrite: boolean;
  mayEnterInError: boolean;
  treatsBeside: boolean;
  /** Whether the asker has part in a thread about it with a supervisor. */
  hasComments: boolean;
};

type Instants = 'createdAt' | 'updatedAt' | 'signedAt';
type Found = Omit<OpenedNote, 'note' | 'couple' | 'session'> &
  Omit<NoteRow, Instants> &
  Record<Instants, string> & { couple: CoupleOfNote; session: { startsAt: string; minutes: number; place: string } };

/**
 * One statement, with the note that couple and note were opened. Null for a note that the asker may not read, or of a couple in whose
 * care team they do not stand.
 */
export async function openNote(tx: ActorTx, coupleId: string, noteId: string): Promise<OpenedNote | null> {
  const { rows } = await tx.db.execute<Found>(sql`
    select json_build_object('id', c.id, 'label', c.label,
             'partners', (select coalesce(json_agg(json_build_object('id', p.id, 'position', p.position, 'name', p.name) order by p.position), '[]')
                            from partners p where p.couple_id = c.id),
             'careTeam', ${careTeamOf}) as couple,
           session_notes.id, session_notes.practice_id as "practiceId", session_notes.couple_id as "coupleId", session_notes.session_id as "sessionId",
           session_notes.kind, session_notes.partner_id as "partnerId", session_notes.author_id as "authorId", session_notes.format,
           session_notes.format_version as "formatVersion", session_notes.written_in as "writtenIn", session_notes.version, session_notes.sections,
           session_notes.created_at as "createdAt", session_notes.updated_at as "updatedAt", session_notes.signed_at as "signedAt",
           session_notes.signed_as as "signedAs", session_notes.signed_hash as "signedHash", session_notes.signed_zone as "signedZone",
           session_notes.needs_approval as "needsApproval", session_notes.needs_co_signature as "needsCoSignature",
           session_notes.co_signer_id as "coSignerId",
           json_build_object('startsAt', s.starts_at, 'minutes', s.minutes, 'place', s.place) as session,
           json_build_object('name', w.name, 'credential', w.credential) as author,
           (select coalesce(json_agg(json_build_object('partnerId', a.partner_id, 'attendance', a.attendance)), '[]')
              from session_attendances a where a.session_id = s.id) as attendances,
           (select coalesce(json_agg(json_build_object('staffMemberId', m.id, 'name', m.name) order by x.named_at, x.id), '[]')
              from note_co_authors x join staff_members m on m.id = x.co_author_id where x.note_id = session_notes.id) as "coAuthors",
           exists (select from note_comments x where x.note_id = session_notes.id) as "hasComments",
           ${noteStanding} as standing, ${mayWrite(tx)} as "mayWrite", ${mayEnterInError(tx)} as "mayEnterInError", ${treatsBeside(tx)} as "treatsBeside",
           auth.note_opening('couple', c.id, c.id, null), auth.note_opening('sessionNote', session_notes.id, c.id, session_notes.partner_id)
      from couples c
      join session_notes on session_notes.couple_id = c.id
      join sessions s on s.id = session_notes.session_id
      join staff_members w on w.id = session_notes.author_id
     where c.id = ${coupleId} and session_notes.id = ${noteId} and c.id = any ((select auth.my_couple_ids())::uuid[])`);
  const found = rows[0];
  if (!found) return null;
  const { couple, session, author, attendances, coAuthors, standing, hasComments, ...more } = found;
  const { mayWrite: writes, mayEnterInError: entersInError, treatsBeside: treats, ...row } = more;
  return {
    couple,
    note: {
      ...row,
      createdAt: new Date(row.createdAt),
      updatedAt: new Date(row.updatedAt),
      signedAt: row.signedAt === null ? null : new Date(row.signedAt),
    },
    session: { ...session, startsAt: new Date(session.startsAt) },
    author,
    attendances,
    coAuthors,
    standing,
    mayWrite: writes,
    mayEnterInError: entersInError,
    treatsBeside: treats,
    hasComments,
  };
}
