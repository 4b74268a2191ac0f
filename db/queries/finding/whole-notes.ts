/** Notes with their text, to print and to release: one of them, or those of one record in a range of days. */
import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { sessionNotes } from '../../schema/session-notes';
import { sessionAttendances, sessions } from '../../schema/sessions';
import { staffMembers } from '../../schema/staff';
import { listAddenda, listCoSignatures, listReviews, noteStanding } from '../supervision/signatures';
import type { RecordOf } from './record-texts';

export type Range = { fromOn: string | null; toOn: string | null };

/** A note the asker may see, or the signed ones of one record by the day of their session, the first first. Five statements. */
export async function listWholeNotes(
  tx: ActorTx,
  asked: { coupleId: string; noteId: string } | (RecordOf & Range),
  limit: number,
) {
  const day = sql`(${sessions.startsAt} at time zone ${tx.actor.timeZone})::date`;
  const notes = await tx.db
    .select({
      note: sessionNotes,
      session: { id: sessions.id, startsAt: sessions.startsAt, minutes: sessions.minutes, place: sessions.place },
      author: { name: staffMembers.name, credential: staffMembers.credential },
      standing: noteStanding,
    })
    .from(sessionNotes)
    .innerJoin(sessions, eq(sessions.id, sessionNotes.sessionId))
    .innerJoin(staffMembers, eq(staffMembers.id, sessionNotes.authorId))
    .where(
      and(
        eq(sessionNotes.coupleId, asked.coupleId),
        ...('noteId' in asked
          ? [eq(sessionNotes.id, asked.noteId)]
          : [
              isNotNull(sessionNotes.signedAt),
              // What waits for a supervisor is no record yet, and what was entered in error is none.
              sql`(not ${sessionNotes.needsApproval} or exists (select from note_reviews r where r.note_id = ${sessionNotes.id} and r.kind = 'approved' and r.note_hash = ${sessionNotes.signedHash}))`,
              sql`not exists (select from addenda x where x.note_id = ${sessionNotes.id} and x.kind = 'enteredInError')`,
              eq(sessionNotes.kind, asked.partnerId ? 'individual' : 'joint'),
              sql`${sessionNotes.partnerId} is not distinct from ${asked.partnerId}::uuid`,
              ...(asked.fromOn ? [sql`${day} >= ${asked.fromOn}::date`] : []),
              ...(asked.toOn ? [sql`${day} <= ${asked.toOn}::date`] : []),
            ]),
      ),
    )
    // The newest where they are more than fit, in the order they were.
    .orderBy(desc(sessions.startsAt), desc(sessionNotes.id))
    .limit(limit);
  if (notes.length === 0) return [];
  const ids = notes.map(({ note }) => note.id);
  const added = await listAddenda(tx, ids);
  const coSigned = await listCoSignatures(tx, ids);
  const reviewed = await listReviews(tx, ids);
  const came = await tx.db
    .select()
    .from(sessionAttendances)
    .where(
      inArray(
        sessionAttendances.sessionId,
        notes.map(({ session }) => session.id),
      ),
    );
  return notes.toReversed().map((one) => ({
    ...one,
    under: {
      addenda: one.note.signedAt ? added.filter(({ noteId }) => noteId === one.note.id) : [],
      coSignatures: one.note.signedAt ? coSigned.filter(({ noteId }) => noteId === one.note.id) : [],
      reviews: reviewed.filter(({ noteId }) => noteId === one.note.id),
    },
    attendances: came.filter(({ sessionId }) => sessionId === one.session.id),
  }));
}
export type WholeNoteRow = Awaited<ReturnType<typeof listWholeNotes>>[number];
