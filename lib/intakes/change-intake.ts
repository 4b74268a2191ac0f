import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findCouple } from '@/db/queries/couples';
import { saveIntake, savePartnerIntake } from '@/db/queries/intakes/changes';
import { listPartnerIntakes } from '@/db/queries/intakes/contacts';
import { intakeRef } from '@/lib/couples/sealed-places';
import type { Answer } from '@/lib/action';
import { NotFound } from '@/lib/errors';
import { reasonWords } from '@/lib/format/couple-words';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { openPartnerIntake, readCoupleIntake } from './read-intake';
import { savedMeanwhile } from './saved-meanwhile';
import type { CoupleIntakeInput, PartnerIntakeInput, PartnerIntakeTexts } from './schema';

/** What brought the couple. */
export async function changeCoupleIntake(tx: ActorTx, input: CoupleIntakeInput): Promise<Answer> {
  const { coupleId, reasons } = input;
  if (!(await findCouple(tx, coupleId))) throw new NotFound();
  const isSaved = await saveIntake(tx, coupleId, input.seen ?? input.version, { reasons });
  if (!isSaved) {
    const theirs = await readCoupleIntake(tx, coupleId);
    const asWords = (of: typeof reasons) =>
      (Object.keys(reasonWords) as typeof reasons)
        .filter((reason) => of.includes(reason))
        .map((reason) => reasonWords[reason])
        .join('; ');
    throw savedMeanwhile(theirs.version, { reasons: asWords(theirs.reasons) }, { reasons: asWords(reasons) });
  }
  await writeAudit(tx, { act: 'changed', recordKind: 'intake', recordId: coupleId, coupleId });
  return { redirectTo: `/couples/${coupleId}/intake` };
}

/** What one person brings with them, sealed into that person's own record. */
export async function changePartnerIntake(tx: ActorTx, input: PartnerIntakeInput): Promise<Answer> {
  const { coupleId, partnerId, version, seen, ...texts } = input;
  const { practiceId } = tx.actor;
  const couple = await findCouple(tx, coupleId);
  if (!couple?.partners.some(({ id }) => id === partnerId)) throw new NotFound();
  const keyring = await keyringFor(tx, [coupleId]);
  const seal = (column: 'words' | 'emergency_contact' | 'background', text: string) =>
    text === '' ? null : keyring.seal(intakeRef(practiceId, partnerId, column), text);
  const isSaved = await savePartnerIntake(tx, { coupleId, partnerId }, seen ?? version, {
    words: seal('words', texts.words),
    emergencyContact: seal('emergency_contact', texts.emergencyContact),
    background: seal('background', backgroundOf(texts)),
  });
  if (!isSaved) {
    const rows = await listPartnerIntakes(tx, coupleId);
    const row = rows.find((one) => one.partnerId === partnerId);
    const { version: theirVersion, ...theirs } = openPartnerIntake(practiceId, keyring, row);
    throw savedMeanwhile(theirVersion, theirs, texts);
  }
  await writeAudit(tx, {
    act: 'changed',
    recordKind: 'partnerIntake',
    recordId: partnerId,
    coupleId,
    concernsPartnerId: partnerId,
  });
  return { redirectTo: `/couples/${coupleId}/intake` };
}

function backgroundOf({ brought, history, medicines, earlierTherapy }: PartnerIntakeTexts): string {
  const told = Object.entries({ brought, history, medicines, earlierTherapy }).filter(([, text]) => text !== '');
  return told.length === 0 ? '' : JSON.stringify(Object.fromEntries(told));
}
