import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { revokeInvitationsTo } from '@/db/queries/accounts/invitations';
import { endAccessOf } from '@/db/queries/accounts/partner-sign-ins';
import { writeAudit } from '@/db/queries/audit';
import { findCouple } from '@/db/queries/couples';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { issueInvitation } from './issue-invitation';
import type { GiveNewCodeInput } from './schema';

/**
 * "Someone else may be using this account", and a forgotten password (rule 1): every device is out at once, the password no longer
 * works, and a new link and code are made to be handed over. Nobody is told and no mail goes out: the mailbox may be read too.
 */
export async function giveNewCode(tx: ActorTx, { coupleId, partnerId }: GiveNewCodeInput): Promise<Answer> {
  const couple = await findCouple(tx, coupleId);
  const partner = couple?.partners.find(({ id }) => id === partnerId);
  if (!partner) throw new NotFound();
  if (partner.status !== 'active') {
    throw new Refusal(
      partner.status === 'invited'
        ? 'Nobody can sign in to this account at present: it waits for the code that was made before. Nothing was changed.'
        : 'This account is closed, so nobody can sign in to it. Nothing was changed.',
    );
  }
  // In the order in which a redemption takes the two rows.
  await revokeInvitationsTo(tx, { partnerId });
  await endAccessOf(tx, partnerId);
  await writeAudit(tx, {
    act: 'revoked',
    recordKind: 'account',
    recordId: partnerId,
    coupleId,
    concernsPartnerId: partnerId,
  });
  const { email, userName } = partner;
  await issueInvitation(tx, { kind: 'partner', partnerId, coupleId, email, userName, isByHand: true });
  return { redirectTo: `/couples/${coupleId}/people/${partnerId}/card` };
}
