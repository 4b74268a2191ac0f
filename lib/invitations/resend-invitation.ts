import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { changeInvitation, findInvitation, readMailWords, type InvitationRow } from '@/db/queries/accounts/invitations';
import { findPartner } from '@/db/queries/accounts/people';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { deliver } from './deliver';
import { invitationState } from './invitation-state';
import { type Invited, issueInvitation, LASTS, tokenOf, type IssuedInvitation } from './issue-invitation';
import { hashOfInvitationToken, isOnCard } from './token';

/** A new link; the earlier one stops working. A partner's code stays as it is on the card, unless it was tried too often. */
export async function resendInvitation(tx: ActorTx, { invitationId }: { invitationId: string }): Promise<Answer> {
  const issued = await sendAgain(tx, invitationId);
  const message = !isOnCard(issued)
    ? 'A new link is on its way; the earlier one no longer works.'
    : 'There is a new link; the earlier one no longer works. It stands on the card, which the care team prints again.';
  return { message, after: () => deliver(issued) };
}

export async function sendAgain(tx: ActorTx, invitationId: string): Promise<IssuedInvitation> {
  const row = await findInvitation(tx, invitationId);
  if (!row) throw new NotFound();
  const state = invitationState(row, tx.actor.now);
  if (state === 'accepted') throw new Refusal('This invitation was accepted already. Nothing was sent.');
  const place = await placeOf(tx, row);
  if (state === 'closed' || !isSameLogin(row, place)) return issueInvitation(tx, place);

  const issue = { id: row.id, resendNumber: row.resendNumber + 1, userName: row.userName, isByHand: row.isByHand };
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

/** The place, with what the person signs in with today. */
async function placeOf(tx: ActorTx, row: InvitationRow): Promise<Invited> {
  if (row.staffMemberId && row.email !== null) {
    return { kind: 'staff', staffMemberId: row.staffMemberId, email: row.email };
  }
  const partner = row.partnerId && (await findPartner(tx, row.partnerId));
  if (!partner) throw new NotFound();
  const { id: partnerId, coupleId, email, userName } = partner;
  return { kind: 'partner', partnerId, coupleId, email, userName, isByHand: row.isByHand && row.email === email };
}

const isSameLogin = (row: InvitationRow, place: Invited) =>
  row.email === place.email && row.userName === (place.kind === 'partner' ? place.userName : null);
