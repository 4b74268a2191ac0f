import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { changeInvitation, findInvitation } from '@/db/queries/accounts/invitations';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';

/** The link stops working at once. */
export async function revokeInvitation(tx: ActorTx, { invitationId }: { invitationId: string }): Promise<Answer> {
  const row = await findInvitation(tx, invitationId);
  if (!row) throw new NotFound();
  if (row.redeemedAt) throw new Refusal('This invitation was accepted already. To end access, deactivate the account.');
  await changeInvitation(tx, row.id, { revokedAt: tx.actor.now });
  await writeAudit(tx, { act: 'revoked', recordKind: 'invitation', recordId: row.id, coupleId: row.coupleId });
  return { message: 'The link no longer works.' };
}
