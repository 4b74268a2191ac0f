import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { revokeInvitationsTo } from '@/db/queries/accounts/invitations';
import { changePartnerStatus, findPartner, type PartnerRow } from '@/db/queries/accounts/people';
import type { Answer } from '@/lib/action';
import { NotFound } from '@/lib/errors';
import { requireAdmin } from './admin';

/** Ends this partner's access at once: every device is signed out (trigger partners_ended), open links stop working. Nobody is told. */
export async function deactivatePartner(tx: ActorTx, { partnerId }: { partnerId: string }): Promise<Answer> {
  const partner = await readPartnerAccount(tx, partnerId);
  if (partner.status === 'deactivated') return { message: 'This account is deactivated.' };
  await revokeInvitationsTo(tx, { partnerId });
  await changePartnerStatus(tx, partnerId, 'deactivated');
  await writeAudit(tx, { act: 'deactivated', recordKind: 'partner', recordId: partnerId, coupleId: partner.coupleId });
  return { message: 'Deactivated. Every device of this person is signed out. Nobody was told.' };
}

export async function reactivatePartner(tx: ActorTx, { partnerId }: { partnerId: string }): Promise<Answer> {
  const partner = await readPartnerAccount(tx, partnerId);
  if (partner.status !== 'deactivated') return { message: 'This account is active.' };
  await changePartnerStatus(tx, partnerId, partner.accountId ? 'active' : 'invited');
  await writeAudit(tx, { act: 'reactivated', recordKind: 'partner', recordId: partnerId, coupleId: partner.coupleId });
  return {
    message: partner.accountId
      ? 'Active again, with the same password.'
      : 'Open again. Send the invitation again to let this person in.',
  };
}

export async function readPartnerAccount(tx: ActorTx, partnerId: string): Promise<PartnerRow> {
  requireAdmin(tx);
  const partner = await findPartner(tx, partnerId);
  if (!partner) throw new NotFound();
  return partner;
}
