// What stands beside a note while it is written. For a joint note the database is asked for no text of one partner's own.
import { and, asc, desc, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { ActorTx } from '../access/as-actor';
import type { Question } from '../program/content';
import type { Unit } from '../plan-acts';
import { type Answers, checkIns, reflections, sharedWords } from '../schema/answers';
import { flags } from '../schema/flags';
import { assignments } from '../schema/plan/plan';
import { programs, stepVersions } from '../schema/plan/program';
import { sessions } from '../schema/sessions';

/** When the last session of the same record before this one began, if there was one. */
export async function findStartOfLastSession(
  tx: ActorTx,
  of: { coupleId: string; partnerId: string | null; sessionId: string; startsAt: Date },
): Promise<Date | null> {
  const found = await tx.db
    .select({ startsAt: sessions.startsAt })
    .from(sessions)
    .where(
      and(
        eq(sessions.coupleId, of.coupleId),
        sql`${sessions.partnerId} is not distinct from ${of.partnerId}`,
        isNull(sessions.cancelledAt),
        lt(sessions.startsAt, of.startsAt),
      ),
    )
    .orderBy(desc(sessions.startsAt))
    .limit(1);
  return found[0]?.startsAt ?? null;
}

export type CheckInBeside = {
  id: string;
  partnerId: string;
  title: string;
  unit: Unit;
  on: string;
  comfort: number | null;
  distressNow: number | null;
  distressWorst: number | null;
  connected: number | null;
  pain: number | null;
  answers: Answers;
  /** Sealed; null for a joint note, whatever was written. */
  texts: Buffer | null;
  questions: Record<string, Question>;
};

/** Check-ins since a time, the newest first: of both for a joint note and without a text, else of one partner and whole. */
export function listCheckInsSince(
  tx: ActorTx,
  of: { coupleId: string; partnerId: string | null; since: Date | null },
  limit: number,
): Promise<CheckInBeside[]> {
  return tx.db
    .select({
      id: checkIns.id,
      partnerId: checkIns.partnerId,
      title: stepVersions.title,
      unit: checkIns.unit,
      on: checkIns.on,
      comfort: checkIns.comfort,
      distressNow: checkIns.distressNow,
      distressWorst: checkIns.distressWorst,
      connected: checkIns.connected,
      pain: checkIns.pain,
      answers: checkIns.answers,
      texts: of.partnerId ? checkIns.texts : sql<Buffer | null>`null`,
      questions: sql<Record<string, Question>>`${programs.common} -> 'questions'`,
    })
    .from(checkIns)
    .innerJoin(assignments, eq(assignments.id, checkIns.assignmentId))
    .innerJoin(stepVersions, eq(stepVersions.id, assignments.stepVersionId))
    .innerJoin(programs, eq(programs.id, stepVersions.programId))
    .where(
      and(
        eq(checkIns.coupleId, of.coupleId),
        of.partnerId ? eq(checkIns.partnerId, of.partnerId) : undefined,
        of.since ? gt(checkIns.sentAt, of.since) : undefined,
      ),
    )
    .orderBy(desc(checkIns.sentAt), desc(checkIns.id))
    .limit(limit);
}

/** Questions answered by a number that may stand in a joint record; every other flag comes from a choice about safety or a pause. */
const RAISED_BY_NUMBERS = ['comfort', 'distressNow', 'distressWorst', 'connected', 'pain'];

/** Open flags, by partner: for a joint note only those that a shown number raised. */
export function listOpenTiers(tx: ActorTx, of: { coupleId: string; partnerId: string | null }) {
  return tx.db
    .select({ partnerId: flags.partnerId, tier: flags.tier, times: sql<number>`count(*)::int` })
    .from(flags)
    .where(
      and(
        eq(flags.coupleId, of.coupleId),
        of.partnerId ? eq(flags.partnerId, of.partnerId) : undefined,
        of.partnerId ? undefined : inArray(flags.reason, RAISED_BY_NUMBERS),
        isNull(flags.settledAt),
      ),
    )
    .groupBy(flags.partnerId, flags.tier)
    .orderBy(asc(flags.tier), asc(flags.partnerId));
}

/** Words for both, since a time: of both for a joint note, else of one partner. */
export function listWordsSince(
  tx: ActorTx,
  of: { coupleId: string; partnerId: string | null; since: Date | null },
  limit: number,
) {
  return tx.db
    .select({ id: sharedWords.id, partnerId: sharedWords.partnerId, on: sharedWords.on, text: sharedWords.text })
    .from(sharedWords)
    .where(
      and(
        eq(sharedWords.coupleId, of.coupleId),
        of.partnerId ? eq(sharedWords.partnerId, of.partnerId) : undefined,
        of.since ? gt(sharedWords.sentAt, of.since) : undefined,
        isNull(sharedWords.takenBackAt),
      ),
    )
    .orderBy(desc(sharedWords.sentAt), desc(sharedWords.id))
    .limit(limit);
}

/** What one partner wrote to the therapist alone: only ever beside that partner's own individual note. */
export function listReflectionsSince(
  tx: ActorTx,
  of: { coupleId: string; partnerId: string; since: Date | null },
  limit: number,
) {
  return tx.db
    .select({
      id: reflections.id,
      partnerId: reflections.partnerId,
      sentAt: reflections.sentAt,
      text: reflections.text,
    })
    .from(reflections)
    .where(
      and(
        eq(reflections.coupleId, of.coupleId),
        eq(reflections.partnerId, of.partnerId),
        of.since ? gt(reflections.sentAt, of.since) : undefined,
      ),
    )
    .orderBy(desc(reflections.sentAt), desc(reflections.id))
    .limit(limit);
}

/** Steps given to the couple since a time, the newest first. */
export function listAssignedSince(tx: ActorTx, of: { coupleId: string; since: Date | null }, limit: number) {
  return tx.db
    .select({ id: assignments.id, title: stepVersions.title, at: assignments.assignedAt })
    .from(assignments)
    .innerJoin(stepVersions, eq(stepVersions.id, assignments.stepVersionId))
    .where(and(eq(assignments.coupleId, of.coupleId), of.since ? gt(assignments.assignedAt, of.since) : undefined))
    .orderBy(desc(assignments.assignedAt), desc(assignments.id))
    .limit(limit);
}

/** How comfortable each was last before a time and last since it, where both were said. Null for the time: the first there was. */
export async function listComfortChange(
  tx: ActorTx,
  of: { coupleId: string; partnerId: string | null; since: Date | null },
): Promise<{ partnerId: string; from: number; to: number }[]> {
  const rows = await tx.db
    .select({
      partnerId: checkIns.partnerId,
      from: of.since
        ? sql<
            number | null
          >`(array_agg(${checkIns.comfort} order by ${checkIns.sentAt} desc, ${checkIns.id}) filter (where ${checkIns.sentAt} <= ${of.since.toISOString()}))[1]`
        : sql<number | null>`(array_agg(${checkIns.comfort} order by ${checkIns.sentAt}, ${checkIns.id}))[1]`,
      to: of.since
        ? sql<
            number | null
          >`(array_agg(${checkIns.comfort} order by ${checkIns.sentAt} desc, ${checkIns.id}) filter (where ${checkIns.sentAt} > ${of.since.toISOString()}))[1]`
        : sql<number | null>`(array_agg(${checkIns.comfort} order by ${checkIns.sentAt} desc, ${checkIns.id}))[1]`,
      times: sql<number>`count(*)::int`,
    })
    .from(checkIns)
    .where(
      and(
        eq(checkIns.coupleId, of.coupleId),
        of.partnerId ? eq(checkIns.partnerId, of.partnerId) : undefined,
        sql`${checkIns.comfort} is not null`,
      ),
    )
    .groupBy(checkIns.partnerId);
  return rows.flatMap(({ partnerId, from, to, times }) =>
    from === null || to === null || times < 2 ? [] : [{ partnerId, from, to }],
  );
}
