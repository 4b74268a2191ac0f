import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findCouple } from '@/db/queries/couples';
import { insertDiagnosis } from '@/db/queries/frame/diagnoses';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { diagnosisRef, type GivenCode, writeCode } from './diagnosis-code';
import { EDITION, titleOf } from './icd-10-cm';
import type { GiveDiagnosisInput } from './schema';

/** Gives a diagnosis to one partner, from a day on, in that person's record. */
export async function giveDiagnosis(tx: ActorTx, input: GiveDiagnosisInput): Promise<Answer> {
  const { coupleId, partnerId, from } = input;
  const couple = await findCouple(tx, coupleId);
  if (!couple?.partners.some(({ id }) => id === partnerId)) throw new NotFound();
  if (from > couple.today)
    throw new Refusal('Not given yet: the day is still to come. What you chose is still here.', {
      from: 'Choose today or an earlier day.',
    });
  const id = randomUUID();
  const keyring = await keyringFor(tx, [coupleId]);
  const code = keyring.seal(diagnosisRef(tx.actor.practiceId, partnerId, id), writeCode(chosen(input)));
  await insertDiagnosis(tx, { id, coupleId, partnerId, kind: 'given', code, on: from });
  await writeAudit(tx, {
    act: 'recorded',
    recordKind: 'diagnosis',
    recordId: id,
    coupleId,
    concernsPartnerId: partnerId,
  });
  return { redirectTo: `/couples/${coupleId}/goals` };
}

function chosen({ code, otherCode, otherTitle }: GiveDiagnosisInput): GivenCode {
  if (code === 'other') return { code: otherCode, title: otherTitle, edition: EDITION.system };
  const title = titleOf(code);
  if (!title) throw new Refusal('Not given yet: choose from the list.', { code: 'Choose from the list.' });
  return { code, title, edition: `${EDITION.system} ${EDITION.fiscalYear}` };
}
