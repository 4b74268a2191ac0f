// What a partner gives: rows that this person may add and never read back.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../access/as-actor';
import { NotSignedIn } from '../access/as-actor';
import type { PlanAct, Unit } from '../plan-acts';
import type { Tier } from '../program/content';
import { checkIns, consents, reflections } from '../schema/answers';
import { type FlagSource, flags } from '../schema/flags';
import { agreements, type Confidentiality, policyAnswers } from '../schema/intakes';
import { planEvents } from '../schema/plan/plan';

type Own = 'practiceId' | 'coupleId' | 'partnerId';

/** The columns that say whose a row is. */
function own(tx: ActorTx) {
  const { practiceId, coupleId, partnerId } = tx.actor;
  if (!coupleId || !partnerId) throw new NotSignedIn('none');
  return { practiceId, coupleId, partnerId };
}

export async function insertCheckIn(tx: ActorTx, row: Omit<typeof checkIns.$inferInsert, Own>): Promise<void> {
  await tx.db.insert(checkIns).values({ ...own(tx), ...row });
}

export async function insertConsent(tx: ActorTx, row: Omit<typeof consents.$inferInsert, Own>): Promise<void> {
  await tx.db.insert(consents).values({ ...own(tx), ...row });
}

export async function insertReflection(tx: ActorTx, row: Omit<typeof reflections.$inferInsert, Own>): Promise<void> {
  await tx.db.insert(reflections).values({ ...own(tx), ...row });
}

export async function insertAgreement(tx: ActorTx, policy: Confidentiality, proposalId?: string): Promise<void> {
  await tx.db.insert(agreements).values({ ...own(tx), id: randomUUID(), policy, proposalId });
}

/** What this person says to another policy. A yes is a dated agreement, which counts once it comes into force. */
export async function insertPolicyAnswer(
  tx: ActorTx,
  row: Pick<typeof policyAnswers.$inferInsert, 'id' | 'proposalId' | 'isYes' | 'includesEarlier'>,
): Promise<void> {
  await tx.db.insert(policyAnswers).values({ ...own(tx), ...row });
}

/** Appends to the plan what a partner did. The time is the database's. */
export async function insertOwnAct(
  tx: ActorTx,
  act: { kind: PlanAct; assignmentId?: string; unit?: Unit; isOpening?: boolean },
): Promise<void> {
  await tx.db.insert(planEvents).values({ ...own(tx), ...act });
}

export type RaisedFlag = { tier: Tier; reason: string };

export async function insertFlags(
  tx: ActorTx,
  source: FlagSource,
  sourceId: string | null,
  raised: readonly RaisedFlag[],
): Promise<void> {
  if (raised.length === 0) return;
  await tx.db.insert(flags).values(raised.map((flag) => ({ ...own(tx), source, sourceId, ...flag })));
}

/** What this person asked to change in a shared step before no longer stands. */
export async function outdateAskedChanges(tx: ActorTx, assignmentId: string): Promise<void> {
  await tx.db.execute(sql`select portal.outdate_asked_changes(${assignmentId})`);
}

/** From which of one's own answers on the care team wants a line "review"; null where the questions' own numbers hold. */
export type ReviewLimits = Record<'distressAtLeast' | 'painAtLeast' | 'comfortAtMost', number | null>;

/** This partner's, and how often running, up to now, their comfort was low by them. */
export async function readMyReviewLimits(tx: ActorTx): Promise<ReviewLimits & { lowComfortRunning: number }> {
  const { rows } = await tx.db.execute<{ mine: ReviewLimits & { lowComfortRunning: number } }>(
    sql`select portal.my_review_limits() as mine`,
  );
  return rows[0]!.mine;
}
