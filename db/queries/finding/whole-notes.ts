/** Notes with their text, to print and to release: one of them, or those of one record in a range of days. */
import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { addenda, sessionNotes } from '../../schema/session-notes';
import { sessionAttendances, sessions } from '../../schema/sessions';
import { staffMembers } from '../../schema/staff';
import type { RecordOf } from './record-texts';

export type Range = { fromOn: string | null; toOn: string | null };

/** A note the asker may see, or the signed ones of one record by the day of their session, the first first. Three statements. */
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
  const added = await tx.db
    .select()
    .from(addenda)
    .where(
      inArray(
        addenda.noteId,
        notes.map(({ note }) => note.id),
      ),
    )
    .orderBy(asc(addenda.addedAt), asc(addenda.id));
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
    addenda: added.filter(({ noteId }) => noteId === one.note.id),
    attendances: came.filter(({ sessionId }) => sessionId === one.session.id),
  }));
}
export type WholeNoteRow = Awaited<ReturnType<typeof listWholeNotes>>[number];
