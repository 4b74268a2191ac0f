import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { type ActorTx, NotSignedIn } from '../../access/as-actor';
import { type InstrumentId, measuresGiven } from '../../schema/measures/given';

export type GivenRow = {
  id: string;
  partnerId: string;
  instrument: InstrumentId;
  version: number;
  dueOn: string;
  everyWeeks: number | null;
  givenAt: Date;
  takenBackAt: Date | null;
};

type NewGiving = Omit<GivenRow, 'givenAt' | 'takenBackAt'> & { coupleId: string };

export async function insertGiven(tx: ActorTx, row: NewGiving): Promise<void> {
  const { practiceId, staffMemberId } = tx.actor;
  if (!staffMemberId) throw new NotSignedIn('none');
  await tx.db.insert(measuresGiven).values({ ...row, practiceId, authorId: staffMemberId });
}

/** Everything that was given to the partners of a couple, the oldest first. One statement. */
export async function listGiven(tx: ActorTx, coupleId: string): Promise<GivenRow[]> {
  const { id, partnerId, instrument, version, dueOn, everyWeeks, givenAt, takenBackAt } = measuresGiven;
  return tx.db
    .select({ id, partnerId, instrument, version, dueOn, everyWeeks, givenAt, takenBackAt })
    .from(measuresGiven)
    .where(eq(measuresGiven.coupleId, coupleId))
    .orderBy(asc(givenAt), asc(id));
}

/** Whether the same measure waits for that person already, or comes again by itself. */
export async function isGivenAlready(tx: ActorTx, partnerId: string, instrument: InstrumentId): Promise<boolean> {
  const { rows } = await tx.db.execute<{ is: boolean }>(sql`
    select exists (
      select from measures_given g
       where g.partner_id = ${partnerId} and g.instrument = ${instrument} and g.taken_back_at is null
         and (g.every_weeks is not null or not exists (select from measure_scores s where s.given_id = g.id))) as is`);
  return rows[0]!.is;
}

/** Answers whose it was, or null where it was none of this couple's or taken back already. */
export async function takeBackGiven(tx: ActorTx, coupleId: string, givenId: string): Promise<string | null> {
  const taken = await tx.db
    .update(measuresGiven)
    .set({ takenBackAt: tx.actor.now })
    .where(and(eq(measuresGiven.coupleId, coupleId), eq(measuresGiven.id, givenId), isNull(measuresGiven.takenBackAt)))
    .returning({ partnerId: measuresGiven.partnerId });
  return taken[0]?.partnerId ?? null;
}
