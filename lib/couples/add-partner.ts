import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findCouple } from '@/db/queries/couples';
import { changeLabel, insertPartners } from '@/db/queries/intakes/new-couples';
import { insertDataKeys } from '@/db/queries/sealed-keys';
import type { Answer } from '@/lib/action';
import { readEnv } from '@/lib/env';
import { NotFound, Refusal } from '@/lib/errors';
import { coupleInitials } from '@/lib/format/names';
import { openKeyring } from '@/lib/sealed/keyring';
import { practiceKeyFor } from '@/lib/sealed/practice-key-for';
import { keysOf, placed, refuseStaffEmails, rowsOf } from './new-partners';
import { type AddPartnerInput, SAME_EMAIL } from './schema';

/** Adds someone to a couple that began with one partner. What is shared waits until this person was met alone too. */
export async function addPartner(tx: ActorTx, input: AddPartnerInput): Promise<Answer & { partnerId: string }> {
  const { practiceId, now } = tx.actor;
  const couple = await findCouple(tx, input.coupleId);
  if (!couple || couple.status === 'ended') throw new NotFound();
  if (couple.partners.length > 1) throw new Refusal('This couple has two partners already. Nothing was added.');
  if (input.partner.email && couple.partners.some(({ email }) => email === input.partner.email)) {
    throw new Refusal('Not saved yet: the e-mail address is the other partner’s. Everything you typed is still here.', {
      'partner.email': SAME_EMAIL,
    });
  }
  await refuseStaffEmails(tx, [input.partner.email], () => 'partner.email');

  const partner = placed(input.partner, Math.max(0, ...couple.partners.map(({ position }) => position)) + 1);
  const practiceKey = await practiceKeyFor(tx);
  const dataKeys = keysOf(practiceKey.key, couple.id, partner, now);
  const keyring = openKeyring(readEnv().keys.masterKeys, { practiceKeys: [practiceKey.row], dataKeys });
  await insertDataKeys(
    tx,
    dataKeys.map((row) => ({ ...row, wrapped: Buffer.from(row.wrapped) })),
  );
  await insertPartners(tx, couple.id, [rowsOf(keyring, practiceId, partner)]);
  await changeLabel(tx, couple.id, coupleInitials([...couple.partners.map(({ name }) => name), partner.name]));
  await writeAudit(tx, { act: 'added', recordKind: 'partner', recordId: partner.id, coupleId: couple.id });
  return { redirectTo: `/couples/${couple.id}/people`, partnerId: partner.id };
}
