/** Changing the confidentiality policy (rule 8): talked about in a session, put before each partner alone, in force only after a yes of each. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findCouple, type CoupleRow } from '@/db/queries/couples';
import {
  findOpenProposal,
  insertChangedPolicy,
  insertProposal,
  listJointSessionsBegun,
  type OpenProposal,
  takeProposalBack,
} from '@/db/queries/intakes/policy-changes';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { lockPlanInWork } from '@/lib/plan/lock-plan';
import type { OnProposalInput, ProposePolicyInput } from './schema';

/** As many sessions as may be chosen from. */
export const RECENT_SESSIONS = 10;

/** Both find it at the next turn, each on their own page; what holds now goes on holding. */
export async function proposePolicy(tx: ActorTx, input: ProposePolicyInput): Promise<Answer> {
  const { coupleId, policy, sessionId } = input;
  const couple = await lockedCouple(tx, coupleId);
  const begun = await listJointSessionsBegun(tx, coupleId, RECENT_SESSIONS);
  if (!begun.some(({ id }) => id === sessionId))
    throw new Refusal('It is talked about in a session with both first. Nothing was proposed.', {
      sessionId: 'Choose a joint session that has begun.',
    });
  if (couple.policy.policy === policy)
    throw new Refusal('This policy is in force already. Nothing was proposed.', { policy: 'Choose another one.' });
  if (await findOpenProposal(tx, coupleId))
    throw new Refusal('Another proposal waits for their answers. Take that one back first.');
  const id = randomUUID();
  await insertProposal(tx, { id, coupleId, policy, sessionId });
  await writeAudit(tx, { act: 'created', recordKind: 'policyProposal', recordId: id, coupleId });
  return { redirectTo: `/couples/${coupleId}/intake/policy` };
}

/** It leaves both pages at the next turn; what somebody said to it stays in the record. */
export async function takeBackProposal(tx: ActorTx, input: OnProposalInput): Promise<Answer> {
  const { coupleId, proposalId } = input;
  await openProposal(tx, input);
  await takeProposalBack(tx, proposalId);
  await writeAudit(tx, { act: 'changed', recordKind: 'policyProposal', recordId: proposalId, coupleId });
  return { redirectTo: `/couples/${coupleId}/intake/policy` };
}

/**
 * For both from the next turn. An act of the therapist's own, never of the second yes: otherwise whoever said yes first would learn
 * from their own page on which day the other did.
 */
export async function bringPolicyIntoForce(tx: ActorTx, input: OnProposalInput): Promise<Answer> {
  const { coupleId, proposalId } = input;
  const { couple, proposal } = await openProposal(tx, input);
  if (!everyoneSaidYes(couple, proposal))
    throw new Refusal('It comes into force only after a yes of each of them. What holds now goes on holding.');
  await insertChangedPolicy(tx, { coupleId, policy: proposal.policy, proposalId });
  await writeAudit(tx, { act: 'changed', recordKind: 'confidentialityPolicy', recordId: proposalId, coupleId });
  return { redirectTo: `/couples/${coupleId}/intake` };
}

/** Whoever has no account yet agrees at sign-up to what is in force then. */
export const everyoneSaidYes = (
  { partners }: { partners: readonly { id: string; status: string }[] },
  { answers }: Pick<OpenProposal, 'answers'>,
): boolean => {
  const asked = partners.filter(({ status }) => status === 'active');
  return asked.length > 0 && asked.every(({ id }) => answers.some(({ partnerId, isYes }) => partnerId === id && isYes));
};

async function lockedCouple(tx: ActorTx, coupleId: string): Promise<CoupleRow> {
  await lockPlanInWork(tx, coupleId);
  const couple = await findCouple(tx, coupleId);
  if (!couple) throw new NotFound();
  return couple;
}

async function openProposal(
  tx: ActorTx,
  { coupleId, proposalId }: OnProposalInput,
): Promise<{ couple: CoupleRow; proposal: OpenProposal }> {
  const couple = await lockedCouple(tx, coupleId);
  const proposal = await findOpenProposal(tx, coupleId);
  if (proposal?.id !== proposalId) throw new NotFound();
  return { couple, proposal };
}
