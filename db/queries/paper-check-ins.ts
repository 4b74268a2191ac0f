// A check-in that a partner gave on paper, entered by staff: the same rows as one sent from the portal, and who entered it.
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../access/as-actor';
import { NotSignedIn } from '../access/as-actor';
import { checkIns } from '../schema/answers';
import { raiseFromPaper } from './flags';
import type { RaisedFlag, ReviewLimits } from './partner-answers';

type PaperCheckIn = Omit<typeof checkIns.$inferInsert, 'practiceId' | 'enteredBy' | 'sentAt' | 'id'> & { id: string };

/** With what it raises. The check-in comes first: a flag is let in by the check-in it names. */
export async function insertPaperCheckIn(
  tx: ActorTx,
  checkIn: PaperCheckIn,
  raised: readonly RaisedFlag[],
  isHolding: boolean,
): Promise<void> {
  const { practiceId, staffMemberId } = tx.actor;
  if (!staffMemberId) throw new NotSignedIn('none');
  const { id, coupleId, partnerId } = checkIn;
  await tx.db.insert(checkIns).values({ ...checkIn, practiceId, enteredBy: staffMemberId });
  await raiseFromPaper(tx, { coupleId, partnerId, source: 'checkIn', sourceId: id }, raised, isHolding);
}

/** From which answers of this partner on the care team wants a line "review", and how often running, up to now, their comfort was low; as portal.my_review_limits answers it. */
export async function readReviewLimitsOf(
  tx: ActorTx,
  partnerId: string,
): Promise<ReviewLimits & { lowComfortRunning: number }> {
  const { rows } = await tx.db.execute<ReviewLimits & { lowComfortRunning: number }>(sql`
    with own as (select distress_at_least, pain_at_least, comfort_at_most from review_limits where partner_id = ${partnerId}),
         last as (select sent_at, id, comfort from check_ins where partner_id = ${partnerId} and comfort is not null
                   order by sent_at desc, id desc limit 5)
    select (select distress_at_least from own) as "distressAtLeast", (select pain_at_least from own) as "painAtLeast",
           (select comfort_at_most from own) as "comfortAtMost",
           (select count(*)::integer from (
              select bool_and(comfort <= coalesce((select comfort_at_most from own), 3)) over (order by sent_at desc, id desc) as still_low
                from last) running where still_low) as "lowComfortRunning"`);
  return rows[0]!;
}
