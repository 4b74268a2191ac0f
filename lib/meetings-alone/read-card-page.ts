import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { noteOpening } from '@/db/queries/audit';
import { findInvitationOfPartner } from '@/db/queries/accounts/invitations';
import { type Couple, type CouplePartner, partnerOf, readCouple } from '@/lib/couples/read-couple';
import { readEnv } from '@/lib/env';
import { dayOf, longDay } from '@/lib/format/dates';
import { tokenOf } from '@/lib/invitations/issue-invitation';
import { readCard } from '@/lib/invitations/read-card';
import { isOnCard } from '@/lib/invitations/token';

export type CardPage = {
  couple: Couple;
  partner: CouplePartner;
  /** What is printed; null when no invitation is open. */
  card: {
    code: string;
    linkBeginsWith: string;
    until: string;
    /** How the mail with the link looks; null when none went out. */
    mail: { senderName: string; subject: string } | null;
  } | null;
  /** To hand over by the safe way where no mail went out; never on the paper with the code. */
  link: string | null;
  /** Both stand on a card of two parts, because no mail goes to this person. */
  isOnCard: boolean;
  /** Where the person will sign in, for someone to whom no mail goes. */
  signInAddress: string;
};

export async function readCardPage(tx: ActorTx, params: { coupleId?: string; partnerId?: string }): Promise<CardPage> {
  const couple = await readCouple(tx, params.coupleId);
  const partner = partnerOf(couple, params.partnerId);
  await noteOpening(tx, 'invitationCard', partner.id, couple.id, partner.id);
  const card = await readCard(tx, partner.id);
  const invitation = card && (await findInvitationOfPartner(tx, partner.id));
  const isMailed = invitation?.mailState === 'sent';
  return {
    couple,
    partner,
    card: card && {
      code: card.code,
      linkBeginsWith: `${readEnv().appOrigin}/i/`,
      until: longDay(dayOf(card.expiresAt, couple.timeZone)),
      mail: isMailed ? { senderName: card.senderName, subject: card.subject } : null,
    },
    isOnCard: invitation !== null && isOnCard(invitation),
    signInAddress: `${readEnv().appOrigin}/sign-in`,
    link: invitation && !isMailed ? `${readEnv().appOrigin}/i/${tokenOf(invitation)}` : null,
  };
}
