import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { type ActorTx, NotSignedIn } from '../../access/as-actor';
import type { InstrumentId } from '../../schema/measures/given';
import { measureScores } from '../../schema/measures/scores';
import type { Confidentiality } from '../../schema/intakes';
import { raiseFromPaper } from '../flags';
import type { RaisedFlag } from '../partner-answers';

export type ScoreRow = {
  id: string;
  partnerId: string;
  givenId: string | null;
  occasion: number | null;
  instrument: InstrumentId | 'external';
  version: number;
  on: string;
  total: number | null;
  leftOut: number;
  isRuleMet: boolean | null;
  hasAnswers: boolean;
  name: Buffer | null;
  policy: Confidentiality;
  /** Who entered it; null for what the partner sent. */
  enteredBy: string | null;
  isInError: boolean;
  sentAt: string;
};

/** Every score of a couple, the oldest first, without what was answered. One statement. */
export async function listScores(tx: ActorTx, coupleId: string): Promise<ScoreRow[]> {
  const found = await tx.db.execute<ScoreRow>(sql`
    select s.id, s.partner_id as "partnerId", s.given_id as "givenId", s.occasion, s.instrument, s.version, s."on"::text as "on",
           s.total::float8 as total, s.left_out as "leftOut", s.is_rule_met as "isRuleMet", s.answers is not null as "hasAnswers", s.name, s.policy,
           m.name as "enteredBy", s.in_error_at is not null as "isInError", to_json(s.sent_at) #>> '{}' as "sentAt"
      from measure_scores s left join staff_members m on m.id = s.entered_by
     where s.couple_id = ${coupleId}
     order by s."on", s.sent_at, s.id`);
  return found.rows;
}

/** The sealed answers of one of a couple's scores. */
export async function findAnswers(
  tx: ActorTx,
  coupleId: string,
  scoreId: string,
): Promise<(Omit<ScoreRow, 'hasAnswers'> & { answers: Buffer | null }) | null> {
  const found = await tx.db.execute<Omit<ScoreRow, 'hasAnswers'> & { answers: Buffer | null }>(sql`
    select s.id, s.partner_id as "partnerId", s.given_id as "givenId", s.occasion, s.instrument, s.version, s."on"::text as "on",
           s.total::float8 as total, s.left_out as "leftOut", s.is_rule_met as "isRuleMet", s.answers, s.name, s.policy,
           m.name as "enteredBy", s.in_error_at is not null as "isInError", to_json(s.sent_at) #>> '{}' as "sentAt"
      from measure_scores s left join staff_members m on m.id = s.entered_by
     where s.couple_id = ${coupleId} and s.id = ${scoreId}`);
  return found.rows[0] ?? null;
}

export type NewScore = Omit<
  typeof measureScores.$inferInsert,
  'practiceId' | 'coupleId' | 'partnerId' | 'enteredBy' | 'sentAt' | 'inErrorAt' | 'id'
> & { id: string };

/** What a partner sends. */
export async function insertOwnScore(tx: ActorTx, row: NewScore): Promise<void> {
  const { practiceId, coupleId, partnerId } = tx.actor;
  if (!coupleId || !partnerId) throw new NotSignedIn('none');
  await tx.db.insert(measureScores).values({ ...row, practiceId, coupleId, partnerId });
}

/** What staff enter, with what it raises. The score comes first: a flag is let in by the score it names. */
export async function insertEnteredScore(
  tx: ActorTx,
  row: NewScore & { coupleId: string; partnerId: string },
  raised: readonly RaisedFlag[],
  isHolding: boolean,
): Promise<void> {
  const { practiceId, staffMemberId } = tx.actor;
  if (!staffMemberId) throw new NotSignedIn('none');
  const { id, coupleId, partnerId } = row;
  await tx.db.insert(measureScores).values({ ...row, practiceId, enteredBy: staffMemberId });
  await raiseFromPaper(tx, { coupleId, partnerId, source: 'measure', sourceId: id }, raised, isHolding);
}

/** Only what staff entered; answers whose it was. */
export async function markInError(tx: ActorTx, coupleId: string, scoreId: string): Promise<string | null> {
  const marked = await tx.db
    .update(measureScores)
    .set({ inErrorAt: tx.actor.now })
    .where(
      and(
        eq(measureScores.coupleId, coupleId),
        eq(measureScores.id, scoreId),
        isNotNull(measureScores.enteredBy),
        isNull(measureScores.inErrorAt),
      ),
    )
    .returning({ partnerId: measureScores.partnerId });
  return marked[0]?.partnerId ?? null;
}

/** From how many points on the practice calls a change of the PCL-5 reliable. */
export async function readPclChange(tx: ActorTx): Promise<number> {
  const { rows } = await tx.db.execute<{ points: number }>(
    sql`select pcl_change as points from practices where id = ${tx.actor.practiceId}`,
  );
  return rows[0]!.points;
}
