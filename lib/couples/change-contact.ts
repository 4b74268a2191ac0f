import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { changeContactOf } from '@/db/queries/intakes/contacts';
import { findCouple } from '@/db/queries/couples';
import { changeLabel } from '@/db/queries/intakes/new-couples';
import type { Answer } from '@/lib/action';
import { NotFound } from '@/lib/errors';
import { coupleInitials } from '@/lib/format/names';
import type { ChangeContactInput } from './schema';

/** Changes how one partner is reached. The e-mail address stays: it is that person's sign-in, and changes only with a new code. What is in their record changes on the tab Intake. */
export async function changeContact(tx: ActorTx, input: ChangeContactInput): Promise<Answer> {
  const { coupleId, partnerId, name, phone, contactInstruction } = input;
  const couple = await findCouple(tx, coupleId);
  const before = couple?.partners.find(({ id }) => id === partnerId);
  if (!couple || !before) throw new NotFound();

  const said =
    before.contactInstruction === contactInstruction
      ? {}
      : { contactSaidBy: 'staff' as const, contactSaidOn: couple.today };
  await changeContactOf(tx, partnerId, { name, phone, contactInstruction, ...said });
  const names = couple.partners.map((partner) => (partner.id === partnerId ? name : partner.name));
  if (coupleInitials(names) !== couple.label) await changeLabel(tx, coupleId, coupleInitials(names));
  await writeAudit(tx, {
    act: 'changed',
    recordKind: 'partner',
    recordId: partnerId,
    coupleId,
    concernsPartnerId: partnerId,
  });
  return { redirectTo: `/couples/${coupleId}/people` };
}
