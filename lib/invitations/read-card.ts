import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { findInvitationOfPartner, readMailWords } from '@/db/queries/accounts/invitations';
import { readEnv } from '@/lib/env';
import { invitationState } from './invitation-state';
import { invitationCode } from './token';

/** What a partner's printed card says: the code, and how the mail with the link will look. Null when there is nothing open to hand over. */
export async function readCard(
  tx: ActorTx,
  partnerId: string,
): Promise<{ code: string; senderName: string; subject: string; expiresAt: Date } | null> {
  const invitation = await findInvitationOfPartner(tx, partnerId);
  if (!invitation || invitationState(invitation, tx.actor.now) !== 'open') return null;
  return {
    code: invitationCode(readEnv().keys.invitationKey, invitation.id),
    expiresAt: invitation.expiresAt,
    ...(await readMailWords(tx)),
  };
}
