import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findCouple } from '@/db/queries/couples';
import { insertReferral } from '@/db/queries/referrals/referrals';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { keyringFor } from '@/lib/sealed/keyring-for';
import type { MakeReferralInput } from './schema';
import { type ReferralRecord, referralRef } from './sealed-places';

/** Notes that one partner is sent to a professional. Nothing leaves by it: a letter needs that partner's own release. */
export async function makeReferral(tx: ActorTx, input: MakeReferralInput): Promise<Answer> {
  const { coupleId, partnerId, profession, toName, toAddress, reason, dueOn } = input;
  const { practiceId } = tx.actor;
  const couple = await findCouple(tx, coupleId);
  if (!couple?.partners.some(({ id }) => id === partnerId)) throw new NotFound();
  if (dueOn < couple.today) {
    throw new Refusal('Not made yet: the day is over. Everything you typed is still here.', {
      dueOn: 'Choose today or a later day.',
    });
  }
  const id = randomUUID();
  const record: ReferralRecord = { to: { name: toName, address: toAddress }, reason };
  const keyring = await keyringFor(tx, [coupleId]);
  const sealed = keyring.seal(referralRef({ practiceId, partnerId, rowId: id }), JSON.stringify(record));
  await insertReferral(tx, { id, coupleId, partnerId, profession, record: sealed, dueOn });
  await writeAudit(tx, {
    act: 'created',
    recordKind: 'referral',
    recordId: id,
    coupleId,
    concernsPartnerId: partnerId,
  });
  return { redirectTo: `/couples/${coupleId}/people/${partnerId}/referrals/${id}` };
}
