/** One partner of a couple, for the forms about that person. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { type Couple, type CouplePartner, partnerOf, readCouple } from './read-couple';

export async function readPartner(
  tx: ActorTx,
  params: { coupleId?: string; partnerId?: string },
): Promise<{ couple: Couple; partner: CouplePartner; formKeys: { login: string } }> {
  const couple = await readCouple(tx, params.coupleId);
  return { couple, partner: partnerOf(couple, params.partnerId), formKeys: { login: randomUUID() } };
}
