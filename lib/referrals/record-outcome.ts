import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertReferralEvent } from '@/db/queries/referrals/referrals';
import type { Answer } from '@/lib/action';
import { Refusal } from '@/lib/errors';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { findReferral, pageOf, takeBackUnanswered } from './ask-release';
import type { RecordOutcomeInput } from './schema';
import { eventRef } from './sealed-places';

/** What came of it. It closes the referral, or makes it due again; it changes no step and no plan. */
export async function recordOutcome(tx: ActorTx, input: RecordOutcomeInput): Promise<Answer> {
  const { coupleId, referralId, outcome, words, againOn } = input;
  const { couple, referral } = await findReferral(tx, input);
  if (againOn !== undefined && againOn <= couple.today) {
    throw new Refusal('Not recorded yet. Everything you typed is still here.', {
      againOn: 'Choose a day to come, or none.',
    });
  }
  if (outcome === 'other' && words === '') {
    throw new Refusal('Not recorded yet. Everything you typed is still here.', { words: 'Say what came of it.' });
  }
  const { partnerId } = referral;
  const id = randomUUID();
  const ref = eventRef({ practiceId: tx.actor.practiceId, partnerId, rowId: id });
  await insertReferralEvent(tx, {
    id,
    coupleId,
    partnerId,
    referralId,
    kind: 'outcome',
    outcome,
    againOn: againOn ?? null,
    words: words === '' ? null : (await keyringFor(tx, [coupleId])).seal(ref, words),
  });
  if (againOn === undefined) await takeBackUnanswered(tx, referral);
  await writeAudit(tx, {
    act: 'recorded',
    recordKind: 'referral',
    recordId: referralId,
    coupleId,
    concernsPartnerId: partnerId,
  });
  return { redirectTo: pageOf(referral) };
}
