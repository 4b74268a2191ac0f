import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { ActorTx } from '../access/as-actor';
import type { Tier } from '../program/content';
import { consents } from '../schema/answers';
import { flags, type FLAG_OUTCOMES, type FlagSource } from '../schema/flags';
import { planEvents } from '../schema/plan/plan';
import type { WeekHours } from '../schema/practices';
import type { RaisedFlag } from './partner-answers';
import { listOf } from './plan/couple-now';

/** One open flag with what raised it: the answer itself and the step it was about. */
export type OpenFlag = {
  id: string;
  coupleId: string;
  coupleLabel: string;
  partnerId: string;
  partnerName: string;
  partnerPosition: number;
  /** How that partner may be reached: read for Today, where a request is answered. */
  phone?: string;
  contactInstruction?: string;
  tier: Tier;
  source: FlagSource;
  /** The id of the question that raised it, or the act. */
  reason: string;
  answer: string | null;
  assignmentId: string | null;
  stepTitle: string | null;
  raisedAt: Date;
  /** The practice's working time, for what is due by a working day: the tier "talk". */
  calendar?: { timeZone: string; hours: WeekHours; closedDays: string[] } | null;
};

/** The same for where couple, partners and steps are known already. */
export type OpenFlagOfCouple = Pick<
  OpenFlag,
  'id' | 'partnerId' | 'tier' | 'source' | 'reason' | 'answer' | 'assignmentId' | 'raisedAt' | 'calendar'
>;

// Of a flag f, the check-in k or the consent n that raised it.
const answer = sql`coalesce(k.answers ->> f.reason, n.answers ->> f.reason,
  case f.reason when 'comfort' then k.comfort when 'distressNow' then k.distress_now when 'distressWorst' then k.distress_worst
                when 'connected' then k.connected when 'pain' then k.pain end::text)`;

const calendar = sql`case f.tier when 'talk' then (
  select jsonb_build_object('timeZone', s.time_zone, 'hours', s.working_hours, 'closedDays', s.closed_days)
    from practices s where s.id = f.practice_id) end`;

/** Of a couple c: oldest first. */
export const openFlagsOf = sql`(
  select coalesce(json_agg(f), '[]')
    from (select f.id, f.partner_id as "partnerId", f.tier, f.source, f.reason, f.raised_at as "raisedAt",
                 coalesce(k.assignment_id, n.assignment_id) as "assignmentId", ${answer} as answer, ${calendar} as calendar
            from flags f
            left join check_ins k on f.source = 'checkIn' and k.id = f.source_id
            left join consents n on f.source = 'consent' and n.id = f.source_id
           where f.settled_at is null and f.couple_id = c.id
           order by f.raised_at, f.id) f)`;

export type FlagInJson = Omit<OpenFlagOfCouple, 'raisedAt'> & { raisedAt: string };
export const flagFrom = (row: FlagInJson): OpenFlagOfCouple => ({ ...row, raisedAt: new Date(row.raisedAt) });

/** One statement. */
export const listOpenFlagsOfCouple = async (tx: ActorTx, coupleId: string): Promise<OpenFlagOfCouple[]> =>
  (await listOf<FlagInJson>(tx, coupleId, openFlagsOf)).map(flagFrom);

/** Open flags of one couple, or of everyone the asker cares for; oldest first. One statement. */
export async function listOpenFlags(tx: ActorTx, coupleId: string | null): Promise<OpenFlag[]> {
  const found = await tx.db.execute<Omit<OpenFlag, 'raisedAt'> & { raisedAt: string }>(sql`
    select f.id, f.couple_id as "coupleId", c.label as "coupleLabel", f.partner_id as "partnerId", p.name as "partnerName",
           p.position as "partnerPosition", p.phone, p.contact_instruction as "contactInstruction", f.tier, f.source, f.reason, to_json(f.raised_at) #>> '{}' as "raisedAt", a.id as "assignmentId", v.title as "stepTitle",
           ${answer} as answer, ${calendar} as calendar
      from flags f
      join couples c on c.id = f.couple_id
      join partners p on p.id = f.partner_id
      left join check_ins k on f.source = 'checkIn' and k.id = f.source_id
      left join consents n on f.source = 'consent' and n.id = f.source_id
      left join assignments a on a.id = coalesce(k.assignment_id, n.assignment_id)
      left join step_versions v on v.id = a.step_version_id
     where f.settled_at is null and (${coupleId}::uuid is null or f.couple_id = ${coupleId})
     order by f.raised_at, f.id`);
  return found.rows.map((row) => ({ ...row, raisedAt: new Date(row.raisedAt) }));
}

/** Settles those of the flags that are still open and of this couple; says how many that were. */
export async function settleFlags(
  tx: ActorTx,
  coupleId: string,
  ids: readonly string[],
  outcome: (typeof FLAG_OUTCOMES)[number],
): Promise<{ partnerId: string; tier: Tier }[]> {
  return tx.db
    .update(flags)
    .set({ settledAt: tx.actor.now, settledBy: tx.actor.staffMemberId, outcome })
    .where(
      and(
        eq(flags.coupleId, coupleId),
        inArray(flags.id, [...ids]),
        isNull(flags.settledAt),
        outcome === 'declined' ? eq(flags.reason, 'change') : undefined,
      ),
    )
    .returning({ partnerId: flags.partnerId, tier: flags.tier });
}

/** Settles what either partner asked to change in this assignment. */
export async function settleAskedChanges(
  tx: ActorTx,
  assignmentId: string,
  outcome: 'merged' | 'outdated',
): Promise<void> {
  const asking = tx.db.select({ id: consents.id }).from(consents).where(eq(consents.assignmentId, assignmentId));
  await tx.db
    .update(flags)
    .set({ settledAt: tx.actor.now, settledBy: tx.actor.staffMemberId, outcome })
    .where(and(eq(flags.reason, 'change'), isNull(flags.settledAt), inArray(flags.sourceId, asking)));
}

/** Whether a partner has an open flag that holds shared steps. */
export async function hasOpenSafetyFlag(tx: ActorTx, partnerId: string): Promise<boolean> {
  const found = await tx.db
    .select({ id: flags.id })
    .from(flags)
    .where(and(eq(flags.partnerId, partnerId), inArray(flags.tier, ['urgent', 'safety']), isNull(flags.settledAt)))
    .limit(1);
  return found.length > 0;
}

/** What an answer on paper raises, entered by oneself. The answer comes first: a flag is let in by the row it names. */
export async function raiseFromPaper(
  tx: ActorTx,
  from: { coupleId: string; partnerId: string; source: FlagSource; sourceId: string },
  raised: readonly RaisedFlag[],
  isHolding: boolean,
): Promise<void> {
  const { practiceId, staffMemberId } = tx.actor;
  // Nothing of it shows in the portal: not even that a request written on paper was taken up.
  const heardAt = sql`auth.now()`;
  if (raised.length > 0)
    await tx.db.insert(flags).values(raised.map((flag) => ({ ...from, ...flag, practiceId, heardAt })));
  const { coupleId, partnerId } = from;
  if (isHolding)
    await tx.db.insert(planEvents).values({ practiceId, coupleId, partnerId, staffMemberId, kind: 'safetyRaised' });
}
