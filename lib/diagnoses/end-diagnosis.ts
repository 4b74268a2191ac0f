import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findCouple } from '@/db/queries/couples';
import { findGiven, insertDiagnosis } from '@/db/queries/frame/diagnoses';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import type { EndDiagnosisInput } from './schema';

/** Says that a diagnosis no longer holds, or was entered in error. What was given stays in the record. */
export async function endDiagnosis(
  tx: ActorTx,
  { coupleId, diagnosisId, how, on }: EndDiagnosisInput,
): Promise<Answer> {
  const couple = await findCouple(tx, coupleId);
  const given = couple && (await findGiven(tx, coupleId, diagnosisId));
  if (!given) throw new NotFound();
  if (how === 'ended' && (on < given.on || on > couple.today))
    throw new Refusal('Not saved yet: a diagnosis ends between the day it was given and today.', {
      on: 'Choose a day between the two.',
    });
  const { partnerId } = given;
  const id = randomUUID();
  const isNew = await insertDiagnosis(tx, { id, coupleId, partnerId, kind: how, ofId: given.id, on });
  if (isNew)
    await writeAudit(tx, {
      act: 'recorded',
      recordKind: 'diagnosis',
      recordId: given.id,
      coupleId,
      concernsPartnerId: partnerId,
    });
  return { redirectTo: `/couples/${coupleId}/goals` };
}
