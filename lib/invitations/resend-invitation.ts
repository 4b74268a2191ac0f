import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { changeInvitation, findInvitation, readMailWords, type InvitationRow } from '@/db/queries/accounts/invitations';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { deliver } from './deliver';
import { invitationState } from './invitation-state';
import { issueInvitation, LASTS, tokenOf, type IssuedInvitation } from './issue-invitation';
import { hashOfInvitationToken } from './token';

/** A new link; the earlier one stops working. A partner's code stays as it is on the card, unless it was tried too often. */
export async function resendInvitation(tx: ActorTx, { invitationId }: { invitationId: string }): Promise<Answer> {
  const issued = await sendAgain(tx, invitationId);
  return { message: 'A new link is on its way; the earlier one no longer works.', after: () => deliver(issued) };
}

export async function sendAgain(tx: ActorTx, invitationId: string): Promise<IssuedInvitation> {
  const row = await findInvitation(tx, invitationId);
  if (!row) throw new NotFound();
  const state = invitationState(row, tx.actor.now);
  if (state === 'accepted') throw new Refusal('This invitation was accepted already. Nothing was sent.');
  if (state === 'closed') return issueInvitation(tx, placeOf(row));

  const issue = { id: row.id, resendNumber: row.resendNumber + 1 };
  await changeInvitation(tx, row.id, {
    resendNumber: issue.resendNumber,
    tokenHash: hashOfInvitationToken(tokenOf(issue)),
    expiresAt: new Date(tx.actor.now.getTime() + LASTS[row.kind]),
    revokedAt: null,
    mailState: 'none',
    mailAt: null,
  });
  await writeAudit(tx, { act: 'invited', recordKind: 'invitation', recordId: row.id, coupleId: row.coupleId });
  return { ...issue, email: row.email, ...(await readMailWords(tx)) };
}

function placeOf(row: InvitationRow) {
  if (row.kind === 'staff' && row.staffMemberId) {
    return { kind: 'staff' as const, staffMemberId: row.staffMemberId, email: row.email };
  }
  if (row.partnerId && row.coupleId) {
    return { kind: 'partner' as const, partnerId: row.partnerId, coupleId: row.coupleId, email: row.email };
  }
  throw new NotFound();
}
