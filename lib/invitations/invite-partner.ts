import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { findInvitationOfPartner, findObstacle } from '@/db/queries/accounts/invitations';
import { findPartner } from '@/db/queries/accounts/people';
import { NotFound, Refusal } from '@/lib/errors';
import { issueInvitation, type IssuedInvitation } from './issue-invitation';

/** Invites a partner to their place: `deliver` the result after the commit. The code for the card is readCard's. */
export async function invitePartner(tx: ActorTx, { partnerId }: { partnerId: string }): Promise<IssuedInvitation> {
  const partner = await findPartner(tx, partnerId);
  if (!partner) throw new NotFound();
  if (partner.status !== 'invited') throw new Refusal('This partner already has an account. Nothing was sent.');
  const obstacle = await findObstacle(tx, partner.email ?? '', 'partner');
  if (obstacle === 'notAllowed') throw new NotFound();
  if (obstacle) {
    throw new Refusal(
      'This e-mail address belongs to someone who works here. Staff can’t be a partner in the same practice, so nothing was sent.',
    );
  }
  const { coupleId, email, userName } = partner;
  // What was handed over because a mailbox may be read by someone else is handed over again, until there is another address.
  const last = await findInvitationOfPartner(tx, partnerId);
  const isByHand = last?.isByHand === true && last.email === email;
  return issueInvitation(tx, { kind: 'partner', partnerId, coupleId, email, userName, isByHand });
}
