import { and, desc, eq, gte, isNull, sql } from 'drizzle-orm';
import { type ActorTx, NotSignedIn } from '../access/as-actor';
import { sharedWords } from '../schema/answers';
import { keptWords } from '../schema/own-side';

export async function insertSharedWords(tx: ActorTx, row: { id: string; on: string; text: Buffer }): Promise<void> {
  const { practiceId, coupleId, partnerId } = tx.actor;
  if (!coupleId || !partnerId) throw new NotSignedIn('none');
  await tx.db.insert(sharedWords).values({ practiceId, coupleId, partnerId, ...row });
}

/** One's own words of the last 14 days; `isWaiting` until the turn after they were sent. */
export async function listOwnSharedWords(tx: ActorTx) {
  const { today, timeZone } = tx.actor;
  return tx.db
    .select({
      id: sharedWords.id,
      on: sharedWords.on,
      text: sharedWords.text,
      isWaiting: sql<boolean>`${sharedWords.sentAt} >= plan.turn_of(${today}::date, ${timeZone})`,
    })
    .from(sharedWords)
    .where(and(eq(sharedWords.partnerId, tx.actor.partnerId!), gte(sharedWords.on, sql`${today}::date - 14`)))
    .orderBy(desc(sharedWords.sentAt), sharedWords.id);
}

/** Takes them back unseen; false when they have arrived already or are not one's own. */
export async function takeBackSharedWords(tx: ActorTx, id: string): Promise<boolean> {
  const { rows } = await tx.db.execute<{ done: boolean }>(sql`select portal.take_back_words(${id}) as done`);
  return rows[0]?.done ?? false;
}

/** Words of the other that one keeps. One statement. */
export async function listKeptWords(tx: ActorTx): Promise<string[]> {
  const rows = await tx.db
    .select({ id: keptWords.wordsId })
    .from(keptWords)
    .where(and(eq(keptWords.partnerId, tx.actor.partnerId!), isNull(keptWords.letGoAt)));
  return rows.map(({ id }) => id);
}

/** Keeps them, or lets them go from the next turn on; said twice, it stays as it is. */
export async function keepWords(tx: ActorTx, wordsId: string, isKept: boolean): Promise<void> {
  const { practiceId, partnerId, now } = tx.actor;
  if (!partnerId) throw new NotSignedIn('none');
  const letGoAt = isKept ? null : now;
  const row = tx.db.insert(keptWords).values({ practiceId, partnerId, wordsId, keptAt: now, letGoAt });
  await row.onConflictDoUpdate({ target: [keptWords.partnerId, keptWords.wordsId], set: { letGoAt } });
}
