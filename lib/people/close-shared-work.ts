import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { findCoupleLabel } from '@/db/queries/accounts/care-teams';
import { closeShared } from '@/db/queries/accounts/shared-work';
import { writeAudit } from '@/db/queries/audit';
import type { Answer } from '@/lib/action';
import { NotFound } from '@/lib/errors';
import { requireAdmin } from './admin';
import type { CloseSharedWorkInput } from './schema';

/** For when the care team can't be reached (rule 13): closes what is shared from the next turn, and says no more than that. */
export async function closeSharedWork(tx: ActorTx, { coupleId }: CloseSharedWorkInput): Promise<Answer> {
  requireAdmin(tx);
  if (!(await findCoupleLabel(tx, coupleId))) throw new NotFound();
  await closeShared(tx, coupleId);
  await writeAudit(tx, { act: 'changed', recordKind: 'couple', recordId: coupleId, coupleId });
  return { message: 'Closed.' };
}
