import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { findCouple } from '@/db/queries/couples';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { deliver } from '@/lib/invitations/deliver';
import { invitePartner } from '@/lib/invitations/invite-partner';
import type { MakeCardInput } from './schema';

/** Invites a partner who was met alone, and leads to the card with the code. Earlier links and codes stop working. */
export async function makeCard(tx: ActorTx, { coupleId, partnerId }: MakeCardInput): Promise<Answer> {
  const couple = await findCouple(tx, coupleId);
  const partner = couple?.partners.find(({ id }) => id === partnerId);
  if (!partner) throw new NotFound();
  if (!partner.meeting) {
    throw new Refusal('Record the meeting alone first: the card with the code is handed over there. Nothing was sent.');
  }
  const issued = await invitePartner(tx, { partnerId });
  return { redirectTo: `/couples/${coupleId}/people/${partnerId}/card`, after: () => deliver(issued) };
}
