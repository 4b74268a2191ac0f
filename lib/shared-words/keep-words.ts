import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { keepWords as keep } from '@/db/queries/shared-words';
import type { Answer } from '@/lib/action';
import { NotFound } from '@/lib/errors';
import { readMyDay } from '@/lib/my-day/open-my-day';
import type { KeepInput } from './schema';

/** Whoever words came to keeps them beyond their 14 days, or lets them go (rule 6). The one who shared them learns nothing of either. */
export async function keepWords(tx: ActorTx, { id, isKept }: KeepInput): Promise<Answer> {
  const day = await readMyDay(tx);
  if (!day.words.some((words) => words.id === id)) throw new NotFound();
  await keep(tx, id, isKept === 'yes');
  await writeAudit(tx, {
    act: 'changed',
    recordKind: 'keptWords',
    coupleId: tx.actor.coupleId,
    concernsPartnerId: tx.actor.partnerId,
  });
  return { redirectTo: '/shared' };
}
