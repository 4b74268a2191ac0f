import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findCouple } from '@/db/queries/couples';
import { deleteProcessNote as remove } from '@/db/queries/process-notes';
import type { Answer } from '@/lib/action';
import { NotFound } from '@/lib/errors';
import type { DeleteProcessNoteInput } from './schema';

/** Deletes one's own process note for good: it is no part of the record, so nothing has to be kept. */
export async function deleteProcessNote(tx: ActorTx, { noteId }: DeleteProcessNoteInput): Promise<Answer> {
  const gone = await remove(tx, noteId);
  if (!gone) throw new NotFound();
  await writeAudit(tx, { act: 'changed', recordKind: 'own' });
  const couple = await findCouple(tx, gone.coupleId);
  return { redirectTo: couple ? `/couples/${couple.id}/process-notes` : '/process-notes' };
}
