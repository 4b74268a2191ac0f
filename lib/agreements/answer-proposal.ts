import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertAgreement, insertPolicyAnswer } from '@/db/queries/partner-answers';
import type { Answer } from '@/lib/action';
import { Refusal } from '@/lib/errors';
import { readMyDay } from '@/lib/my-day/open-my-day';
import type { AnswerProposalInput } from './schema';

/** One partner's own yes or no to another policy. It leaves this person's page at once, the same for either answer; the other's knows nothing. */
export async function answerProposal(tx: ActorTx, input: AnswerProposalInput): Promise<Answer> {
  const { proposal } = await readMyDay(tx);
  if (proposal?.id !== input.proposalId)
    throw new Refusal('This is not asked any more, so nothing was sent. Talk with your therapist about it.');
  const isYes = input.answer === 'yes';
  const id = randomUUID();
  await insertPolicyAnswer(tx, { id, proposalId: proposal.id, isYes, includesEarlier: isYes && input.earlier });
  if (isYes) await insertAgreement(tx, proposal.policy, proposal.id);
  await writeAudit(tx, {
    act: 'sent',
    recordKind: 'policyAnswer',
    recordId: id,
    coupleId: tx.actor.coupleId,
    concernsPartnerId: tx.actor.partnerId,
  });
  return { redirectTo: '/saved' };
}
