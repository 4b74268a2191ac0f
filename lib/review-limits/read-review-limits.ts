import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { findReviewLimits } from '@/db/queries/intakes/review-limits';
import { readPartner } from '@/lib/couples/read-partner';
import { USUAL_LIMITS } from './schema';

/** For the form about one partner. */
export async function readReviewLimits(tx: ActorTx, params: { coupleId?: string; partnerId?: string }) {
  const { couple, partner } = await readPartner(tx, params);
  return { couple, partner, limits: (await findReviewLimits(tx, partner.id)) ?? USUAL_LIMITS };
}
