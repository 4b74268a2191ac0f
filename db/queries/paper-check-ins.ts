// A check-in that a partner gave on paper, entered by staff: the same rows as one sent from the portal, and who entered it.
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../access/as-actor';
import { NotSignedIn } from '../access/as-actor';
import { checkIns } from '../schema/answers';
import { flags } from '../schema/flags';
import { planEvents } from '../schema/plan';
import type { RaisedFlag } from './partner-answers';

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
  if (raised.length > 0)
    await tx.db.insert(flags).values(
      raised.map((flag) => ({
        practiceId,
        coupleId,
        partnerId,
        source: 'checkIn' as const,
        sourceId: id,
        ...flag,
        // Nothing of it shows in the portal: not even that a request written on paper was taken up.
        heardAt: sql`auth.now()`,
      })),
    );
  if (isHolding)
    await tx.db.insert(planEvents).values({ practiceId, coupleId, partnerId, staffMemberId, kind: 'safetyRaised' });
}

/** How often running, up to now, this partner's comfort was low; counted as portal.low_comfort_running counts it. */
export async function countLowComfortRunningOf(tx: ActorTx, partnerId: string): Promise<number> {
  const { rows } = await tx.db.execute<{ running: number }>(sql`
    select count(*)::integer as running from (
      select bool_and(comfort <= 3) over (order by sent_at desc, id desc) as still_low
        from (select sent_at, id, comfort from check_ins where partner_id = ${partnerId} and comfort is not null
               order by sent_at desc, id desc limit 5) last
    ) running where still_low`);
  return rows[0]?.running ?? 0;
}
