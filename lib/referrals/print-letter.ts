import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertReferralEvent } from '@/db/queries/referrals/referrals';
import type { Answer } from '@/lib/action';
import { Refusal } from '@/lib/errors';
import { releaseState } from '@/lib/format/release-state';
import { findReferral, pageOf } from './ask-release';
import type { OfReferralInput } from './schema';

/** Notes that the letter is printed and leads to it. Only while its release is signed and in force. */
export async function printLetter(tx: ActorTx, input: OfReferralInput): Promise<Answer> {
  const { couple, referral } = await findReferral(tx, input);
  const { coupleId, partnerId, release } = referral;
  if (!release || releaseState(release, couple.today) !== 'signed') {
    throw new Refusal('There is no letter: it needs a release that this person has signed and that is in force.');
  }
  await insertReferralEvent(tx, {
    id: randomUUID(),
    coupleId,
    partnerId,
    referralId: referral.id,
    kind: 'letterPrinted',
    releaseId: release.id,
  });
  await writeAudit(tx, {
    act: 'printed',
    recordKind: 'letter',
    recordId: release.id,
    coupleId,
    concernsPartnerId: partnerId,
  });
  return { redirectTo: `${pageOf(referral)}/letter` };
}
