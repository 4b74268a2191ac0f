import { and, asc, desc, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { ActorTx } from '../access/as-actor';
import { type Attendance, sessionAttendances, type SessionKind, sessions } from '../schema/sessions';
import { staffMembers } from '../schema/staff';

export type SessionRow = typeof sessions.$inferSelect;

/** Which record a session belongs to: the couple's joint one, or one partner's. */
export type SessionList = { kind: SessionKind; partnerId: string | null };
export type SessionCursor = { startsAt: Date; id: string };

export async function findSession(tx: ActorTx, sessionId: string) {
  const found = await tx.db
    .select({ session: sessions, therapist: staffMembers.name })
    .from(sessions)
    .innerJoin(staffMembers, eq(staffMembers.id, sessions.therapistId))
    .where(eq(sessions.id, sessionId));
  return found[0] ? { ...found[0].session, therapist: found[0].therapist } : null;
}

/** The same, locked until the transaction ends: what follows depends on how it stands. */
export async function lockSession(tx: ActorTx, sessionId: string): Promise<SessionRow | null> {
  const found = await tx.db.select().from(sessions).where(eq(sessions.id, sessionId)).for('update');
  return found[0] ?? null;
}

/** Sessions that are still to come and not cancelled, the next first. */
export function listComing(tx: ActorTx, coupleId: string, limit: number): Promise<SessionRow[]> {
  return tx.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.coupleId, coupleId), gt(sessions.startsAt, tx.actor.now), isNull(sessions.cancelledAt)))
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .limit(limit);
}

/** The newest sessions of each record that have begun or were cancelled, `limit` of each. */
export async function listNewestOfEach(tx: ActorTx, coupleId: string, limit: number): Promise<SessionRow[]> {
  const ranked = tx.db
    .select({
      id: sessions.id,
      place:
        sql<number>`row_number() over (partition by ${sessions.kind}, ${sessions.partnerId} order by ${sessions.startsAt} desc, ${sessions.id} desc)`.as(
          'place_in_list',
        ),
    })
    .from(sessions)
    .where(and(eq(sessions.coupleId, coupleId), isBehind(tx)))
    .as('ranked');
  return tx.db
    .select({ session: sessions })
    .from(sessions)
    .innerJoin(ranked, eq(ranked.id, sessions.id))
    .where(sql`${ranked.place} <= ${limit}`)
    .orderBy(desc(sessions.startsAt), desc(sessions.id))
    .then((rows) => rows.map((row) => row.session));
}

/** A page of one record's sessions that have begun or were cancelled, the newest first, those before the cursor. */
export function listBehind(
  tx: ActorTx,
  coupleId: string,
  list: SessionList,
  before: SessionCursor | null,
  limit: number,
): Promise<SessionRow[]> {
  return tx.db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.coupleId, coupleId),
        eq(sessions.kind, list.kind),
        sql`${sessions.partnerId} is not distinct from ${list.partnerId}`,
        isBehind(tx),
        before
          ? or(
              lt(sessions.startsAt, before.startsAt),
              and(eq(sessions.startsAt, before.startsAt), lt(sessions.id, before.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(sessions.startsAt), desc(sessions.id))
    .limit(limit);
}

const isBehind = (tx: ActorTx) =>
  sql`(${sessions.startsAt} <= ${tx.actor.now.toISOString()} or ${sessions.cancelledAt} is not null)`;

export async function insertSessions(tx: ActorTx, rows: (typeof sessions.$inferInsert)[]): Promise<void> {
  await tx.db.insert(sessions).values(rows);
}

export async function changeSessionRow(
  tx: ActorTx,
  sessionId: string,
  change: Partial<Pick<SessionRow, 'startsAt' | 'minutes' | 'place' | 'videoLink'>>,
): Promise<void> {
  await tx.db.update(sessions).set(change).where(eq(sessions.id, sessionId));
}

/** This session, or it and those of its series that come later and still stand; locked, in their order. */
export function lockSessionAndLater(tx: ActorTx, session: SessionRow): Promise<SessionRow[]> {
  return tx.db
    .select()
    .from(sessions)
    .where(
      session.seriesId
        ? and(
            eq(sessions.seriesId, session.seriesId),
            sql`${sessions.startsAt} >= ${session.startsAt.toISOString()}`,
            isNull(sessions.cancelledAt),
          )
        : eq(sessions.id, session.id),
    )
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .for('update');
}

export async function cancelSessionRows(tx: ActorTx, sessionIds: readonly string[]): Promise<void> {
  await tx.db
    .update(sessions)
    .set({ cancelledAt: tx.actor.now })
    .where(inArray(sessions.id, [...sessionIds]));
}

/** Those of the asked beginnings at which this therapist has another appointment; their times are held until the transaction ends. */
export async function takenTimes(
  tx: ActorTx,
  asked: { therapistId: string; starts: readonly Date[]; minutes: number; exceptSessionId?: string },
): Promise<Date[]> {
  const starts = asked.starts.map((at) => at.toISOString());
  const found = await tx.db.execute<{ at: string }>(sql`
    select unnest(auth.taken_times(${asked.therapistId}, array(select jsonb_array_elements_text(${JSON.stringify(starts)}::jsonb)::timestamptz),
                                   ${asked.minutes}, ${asked.exceptSessionId ?? null})) as at`);
  return found.rows.map(({ at }) => new Date(at));
}

/** Whether another session, also one that nobody here may see, has this video link. */
export async function isLinkTaken(tx: ActorTx, link: string, exceptSessionId?: string): Promise<boolean> {
  const found = await tx.db.execute<{ is: boolean }>(
    sql`select auth.is_link_taken(${link}, ${exceptSessionId ?? null}) as is`,
  );
  return found.rows[0]!.is;
}

export type AttendanceRow = { sessionId: string; partnerId: string; attendance: Attendance };

export function listAttendances(tx: ActorTx, sessionIds: readonly string[]): Promise<AttendanceRow[]> {
  return tx.db
    .select({
      sessionId: sessionAttendances.sessionId,
      partnerId: sessionAttendances.partnerId,
      attendance: sessionAttendances.attendance,
    })
    .from(sessionAttendances)
    .where(inArray(sessionAttendances.sessionId, [...sessionIds]));
}

/** Records who came; what was recorded before for the same partner gives way. */
export async function recordAttendances(
  tx: ActorTx,
  session: Pick<SessionRow, 'id' | 'coupleId'>,
  came: readonly Pick<AttendanceRow, 'partnerId' | 'attendance'>[],
): Promise<void> {
  await tx.db
    .insert(sessionAttendances)
    .values(
      came.map((row) => ({
        ...row,
        sessionId: session.id,
        coupleId: session.coupleId,
        practiceId: tx.actor.practiceId,
        recordedAt: tx.actor.now,
      })),
    )
    .onConflictDoUpdate({
      target: [sessionAttendances.sessionId, sessionAttendances.partnerId],
      set: { attendance: sql`excluded.attendance`, recordedAt: tx.actor.now },
    });
}
