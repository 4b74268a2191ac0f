/** What a supervisor sees: facts of the notes in their queue, one note, and the thread beside it. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { sessionNotes } from '../../schema/session-notes';
import type { SessionKind } from '../../schema/sessions';
import { staffMembers } from '../../schema/staff';
import { noteComments } from '../../schema/notes/supervision';
import type { NoteStanding } from './signatures';

export type SupervisedLine = {
  noteId: string;
  coupleId: string;
  coupleLabel: string;
  kind: SessionKind;
  partnerId: string | null;
  partnerName: string | null;
  /** Those whose record the note is in. */
  partners: { id: string; name: string }[];
  startsAt: Date;
  minutes: number;
  place: string;
  author: { id: string; name: string; credential: string };
  signedAt: Date | null;
  standing: NoteStanding;
  mayApprove: boolean;
  mayCoSign: boolean;
};

type Found = Omit<SupervisedLine, 'startsAt' | 'signedAt'> & {
  startsAt: string;
  signedAt: string | null;
};

/** What waits before what is only there to be read, the newest sessions first; one note when it is named. One statement. */
export async function listSupervisedLines(tx: ActorTx, noteId: string | null = null): Promise<SupervisedLine[]> {
  const { rows } = await tx.db.execute<Found>(sql`
    select l.note_id as "noteId", l.couple_id as "coupleId", l.couple_label as "coupleLabel", l.kind, l.partner_id as "partnerId",
           l.partner_name as "partnerName", l.starts_at as "startsAt", l.minutes, l.place,
           jsonb_build_object('id', l.author_id, 'name', l.author_name, 'credential', l.author_credential) as author,
           l.signed_at as "signedAt", l.may_approve as "mayApprove", l.may_co_sign as "mayCoSign", l.partners,
           jsonb_build_object('isSigned', l.signed_at is not null, 'isReturned', l.is_returned, 'needsApproval', l.needs_approval,
             'isApproved', l.is_approved, 'needsCoSignature', l.needs_co_signature, 'isCoSignedBySupervisor', l.is_co_signed,
             'awaitsCoTherapist', l.awaits_co_therapist, 'coSignatures', l.co_signatures, 'addenda', l.addenda,
             'isInError', l.is_in_error) as standing
      from auth.supervised_lines() l
     where ${noteId}::uuid is null or l.note_id = ${noteId}::uuid
     order by (l.needs_approval and not l.is_approved) or (l.needs_co_signature and not l.is_co_signed) desc, l.starts_at desc, l.note_id
     limit 500`);
  return rows.map((row) => ({
    ...row,
    startsAt: new Date(row.startsAt),
    signedAt: row.signedAt === null ? null : new Date(row.signedAt),
  }));
}

/** The row of a signed note; policy decides whether there is one. */
export async function findSignedNote(tx: ActorTx, noteId: string) {
  const [row] = await tx.db
    .select()
    .from(sessionNotes)
    .where(and(eq(sessionNotes.id, noteId), sql`${sessionNotes.signedAt} is not null`));
  return row ?? null;
}

export function listComments(tx: ActorTx, noteId: string) {
  return tx.db
    .select({
      id: noteComments.id,
      text: noteComments.text,
      writtenAt: noteComments.writtenAt,
      authorId: noteComments.authorId,
      author: staffMembers.name,
      supervisorId: noteComments.supervisorId,
      superviseeId: noteComments.superviseeId,
    })
    .from(noteComments)
    .innerJoin(staffMembers, eq(staffMembers.id, noteComments.authorId))
    .where(eq(noteComments.noteId, noteId))
    .orderBy(asc(noteComments.writtenAt), asc(noteComments.id));
}

export async function insertComment(tx: ActorTx, row: typeof noteComments.$inferInsert): Promise<void> {
  await tx.db.insert(noteComments).values(row);
}
