/** Another confidentiality policy: what was proposed in a session, what each partner said, and bringing it into force. */
import { and, desc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { type Confidentiality, confidentialityPolicies, policyProposals } from '../../schema/intakes';
import { sessions } from '../../schema/sessions';

export type OpenProposal = {
  id: string;
  policy: Confidentiality;
  /** The couple's day of the session. */
  talkedOn: string;
  proposedOn: string;
  /** Both find it from the turn after. */
  isOut: boolean;
  answers: { partnerId: string; isYes: boolean; includesEarlier: boolean; on: string }[];
};

/** The newest proposal that was neither taken back nor brought into force. One statement. */
export async function findOpenProposal(tx: ActorTx, coupleId: string): Promise<OpenProposal | null> {
  const found = await tx.db.execute<OpenProposal>(sql`
    select p.id, p.policy, plan.day_of(s.starts_at, c.time_zone)::text as "talkedOn", plan.day_of(p.proposed_at, c.time_zone)::text as "proposedOn",
           p.proposed_at < plan.turn_of(plan.day_of(auth.now(), c.time_zone), c.time_zone) as "isOut",
           (select coalesce(jsonb_agg(jsonb_build_object('partnerId', a.partner_id, 'isYes', a.is_yes, 'includesEarlier', a.includes_earlier,
                              'on', plan.day_of(a.answered_at, c.time_zone))), '[]')
              from policy_answers a where a.proposal_id = p.id) as answers
      from policy_proposals p
      join couples c on c.id = p.couple_id
      join sessions s on s.id = p.session_id
     where p.couple_id = ${coupleId} and p.taken_back_at is null
       and not exists (select from confidentiality_policies f where f.proposal_id = p.id)
     order by p.proposed_at desc, p.id limit 1`);
  return found.rows[0] ?? null;
}

export async function insertProposal(
  tx: ActorTx,
  row: Pick<typeof policyProposals.$inferInsert, 'id' | 'coupleId' | 'policy' | 'sessionId'>,
): Promise<void> {
  await tx.db
    .insert(policyProposals)
    .values({ ...row, practiceId: tx.actor.practiceId, authorId: tx.actor.staffMemberId! });
}

export async function takeProposalBack(tx: ActorTx, proposalId: string): Promise<void> {
  await tx.db.update(policyProposals).set({ takenBackAt: tx.actor.now }).where(eq(policyProposals.id, proposalId));
}

export async function insertChangedPolicy(
  tx: ActorTx,
  row: { coupleId: string; policy: Confidentiality; proposalId: string },
): Promise<void> {
  await tx.db
    .insert(confidentialityPolicies)
    .values({ ...row, practiceId: tx.actor.practiceId, setBy: tx.actor.staffMemberId! });
}

/** Joint sessions that have begun, the newest first: where something may have been talked about. */
export const listJointSessionsBegun = (tx: ActorTx, coupleId: string, limit: number) =>
  tx.db
    .select({ id: sessions.id, startsAt: sessions.startsAt })
    .from(sessions)
    .where(
      and(
        eq(sessions.coupleId, coupleId),
        eq(sessions.kind, 'joint'),
        isNull(sessions.cancelledAt),
        lte(sessions.startsAt, tx.actor.now),
      ),
    )
    .orderBy(desc(sessions.startsAt), desc(sessions.id))
    .limit(limit);
