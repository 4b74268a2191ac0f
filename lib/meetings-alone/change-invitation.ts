/** Sending a partner's link again and taking it back, from the couple's own page. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { findCouple } from '@/db/queries/couples';
import { findInvitation } from '@/db/queries/accounts/invitations';
import type { Answer } from '@/lib/action';
import { NotFound } from '@/lib/errors';
import { resendInvitation } from '@/lib/invitations/resend-invitation';
import { revokeInvitation } from '@/lib/invitations/revoke-invitation';
import type { ChangeInvitationInput } from './schema';

export async function resendFromCouple(tx: ActorTx, input: ChangeInvitationInput): Promise<Answer> {
  await checkPlace(tx, input);
  const { after } = await resendInvitation(tx, input);
  return { redirectTo: `/couples/${input.coupleId}/people`, after };
}

export async function revokeFromCouple(tx: ActorTx, input: ChangeInvitationInput): Promise<Answer> {
  await checkPlace(tx, input);
  await revokeInvitation(tx, input);
  return { redirectTo: `/couples/${input.coupleId}/people` };
}

/** The invitation is to a place in a couple of one's own care team. */
async function checkPlace(tx: ActorTx, { coupleId, invitationId }: ChangeInvitationInput): Promise<void> {
  const invitation = await findInvitation(tx, invitationId);
  if (invitation?.coupleId !== coupleId || !(await findCouple(tx, coupleId))) throw new NotFound();
}
