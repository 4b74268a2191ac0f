import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findCouple } from '@/db/queries/couples';
import { keepReviewLimits } from '@/db/queries/intakes/review-limits';
import type { Answer } from '@/lib/action';
import { NotFound } from '@/lib/errors';
import type { ReviewLimitsInput } from './schema';

/** From which answers of one partner on the care team is told by a line "review". It holds for answers given from now on. */
export async function changeReviewLimits(
  tx: ActorTx,
  { coupleId, partnerId, ...limits }: ReviewLimitsInput,
): Promise<Answer> {
  const couple = await findCouple(tx, coupleId);
  if (!couple?.partners.some(({ id }) => id === partnerId)) throw new NotFound();
  await keepReviewLimits(tx, { coupleId, partnerId }, limits);
  await writeAudit(tx, {
    act: 'changed',
    recordKind: 'reviewLimits',
    recordId: partnerId,
    coupleId,
    concernsPartnerId: partnerId,
  });
  return { redirectTo: `/couples/${coupleId}/people` };
}
