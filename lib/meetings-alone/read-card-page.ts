import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { noteOpening } from '@/db/queries/audit';
import { type Couple, type CouplePartner, partnerOf, readCouple } from '@/lib/couples/read-couple';
import { readEnv } from '@/lib/env';
import { dayOf, longDay } from '@/lib/format/dates';
import { readCard } from '@/lib/invitations/read-card';

export type CardPage = {
  couple: Couple;
  partner: CouplePartner;
  /** What is printed; null when no invitation is open. */
  card: { code: string; senderName: string; subject: string; linkBeginsWith: string; until: string } | null;
};

export async function readCardPage(
  tx: ActorTx,
  params: { coupleId?: string; partnerId?: string },
): Promise<CardPage> {
  const couple = await readCouple(tx, params.coupleId);
  const partner = partnerOf(couple, params.partnerId);
  await noteOpening(tx, 'invitationCard', partner.id, couple.id, partner.id);
  const card = await readCard(tx, partner.id);
  return {
    couple,
    partner,
    card: card && {
      code: card.code,
      senderName: card.senderName,
      subject: card.subject,
      linkBeginsWith: `${readEnv().appOrigin}/i/`,
      until: longDay(dayOf(card.expiresAt, couple.timeZone)),
    },
  };
}
