import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertReview, listVersions } from '@/db/queries/plan/library';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { signatureOf } from '@/lib/format/names';
import type { ReviewInput } from './schema';

/** A clinician puts name and credential to one version: it may be given to couples. The version's words never change, so the mark stays true. */
export async function reviewStep(tx: ActorTx, { stepId, versionId }: ReviewInput): Promise<Answer> {
  const version = (await listVersions(tx, stepId)).find((one) => one.versionId === versionId);
  if (!version) throw new NotFound();
  if (!tx.actor.credential)
    throw new Refusal(
      'A review is signed with a credential, and none is recorded for you. Ask a practice admin to add it under People. Nothing was marked.',
    );
  const as = signatureOf(tx.actor);
  if (version.review?.by === as) return { message: 'Your mark stands.' };
  await insertReview(tx, versionId, as);
  await writeAudit(tx, { act: 'signed', recordKind: 'step', recordId: stepId });
  return { message: `Reviewed as ${as}.` };
}
