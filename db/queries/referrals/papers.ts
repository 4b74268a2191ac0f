/** The releases that one partner is asked to sign, as that partner alone reads and answers them. */
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { type ReleaseAnswer, releaseAnswers } from '../../schema/referrals';
import type { AnswerRow } from './referrals';

export type PaperRow = { id: string; terms: Buffer; untilOn: string; answers: AnswerRow[] };

/** One's own that were not taken back, the newest first. One statement. */
export async function listPapers(tx: ActorTx): Promise<PaperRow[]> {
  const found = await tx.db.execute<PaperRow>(sql`
    select l.id, l.terms, l.until_on::text as "untilOn",
           (select coalesce(jsonb_agg(jsonb_build_object('answer', a.answer, 'on', a."on")), '[]')
              from release_answers a where a.release_id = l.id) as answers
      from releases l
     where l.partner_id = (select auth.partner_id())
     order by l.asked_at desc, l.id
     limit 50`);
  return found.rows;
}

export async function insertPaperAnswer(
  tx: ActorTx,
  row: { id: string; releaseId: string; answer: ReleaseAnswer },
): Promise<void> {
  const { practiceId, coupleId, partnerId, today } = tx.actor;
  await tx.db
    .insert(releaseAnswers)
    .values({ ...row, practiceId, coupleId: coupleId!, partnerId: partnerId!, on: today });
}

/** Notes that the password was given again in this sign-in, or that what it opened is put away. */
export async function notePasswordGiven(tx: ActorTx, isGiven: boolean): Promise<void> {
  await tx.db.execute(sql`select auth.note_password_given(${isGiven})`);
}

/** Whether the password was given again within the last ten minutes. */
export async function isPasswordFresh(tx: ActorTx): Promise<boolean> {
  const found = await tx.db.execute<{ fresh: boolean }>(sql`select auth.is_password_fresh() as fresh`);
  return found.rows[0]?.fresh ?? false;
}
