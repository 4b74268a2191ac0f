import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { revokeInvitationsTo } from '@/db/queries/accounts/invitations';
import { writeAudit } from '@/db/queries/audit';
import { findCouple } from '@/db/queries/couples';
import { changeLoginOf } from '@/db/queries/intakes/contacts';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { loginOf, refuseStaffEmails } from './new-partners';
import { type ChangeLoginInput, SAME_EMAIL } from './schema';

const NOTHING_CHANGED = 'Nothing was changed. Everything you typed is still here.';

/** What someone without an account will sign in with. An open invitation was made for what they had before, so it ends. */
export async function changeLogin(tx: ActorTx, input: ChangeLoginInput): Promise<Answer> {
  const { coupleId, partnerId, email } = input;
  const couple = await findCouple(tx, coupleId);
  const partner = couple?.partners.find(({ id }) => id === partnerId);
  if (!couple || !partner) throw new NotFound();
  const redirectTo = `/couples/${coupleId}/people`;
  if (partner.status === 'invited' && (partner.email ?? undefined) === email) return { redirectTo };
  if (email && couple.partners.some((other) => other.id !== partnerId && other.email === email)) {
    throw new Refusal(`The e-mail address is the other partner’s. ${NOTHING_CHANGED}`, { email: SAME_EMAIL });
  }
  await refuseStaffEmails(tx, [email], () => 'email');

  // In the order in which a redemption takes the two rows.
  await revokeInvitationsTo(tx, { partnerId });
  if (!(await changeLoginOf(tx, partnerId, loginOf(email)))) {
    throw new Refusal('This person has an account by now, so what they sign in with stays. Nothing was changed.');
  }
  await writeAudit(tx, {
    act: 'changed',
    recordKind: 'partner',
    recordId: partnerId,
    coupleId,
    concernsPartnerId: partnerId,
  });
  return { redirectTo };
}
