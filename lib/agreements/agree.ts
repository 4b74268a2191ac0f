import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertAgreement } from '@/db/queries/partner-answers';
import type { Answer } from '@/lib/action';
import { Refusal } from '@/lib/errors';
import { openMyDay } from '@/lib/my-day/open-my-day';
import type { AgreeInput } from './schema';

/** One partner's own, dated agreement to the policy that the page has shown, and to no other. */
export async function agree(tx: ActorTx, { policy }: AgreeInput): Promise<Answer> {
  const { day } = await openMyDay(tx);
  if (day.policy !== policy)
    throw new Refusal(
      'What your therapist may bring up has changed since this page was opened. Please read it again below.',
    );
  if (day.agreed !== policy) {
    await insertAgreement(tx, policy);
    await writeAudit(tx, {
      act: 'recorded',
      recordKind: 'agreement',
      coupleId: tx.actor.coupleId,
      concernsPartnerId: tx.actor.partnerId,
    });
  }
  return { redirectTo: '/home' };
}
