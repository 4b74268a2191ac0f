import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { takeBackSharedWords } from '@/db/queries/shared-words';
import type { Answer } from '@/lib/action';
import { Refusal } from '@/lib/errors';
import type { TakeBackInput } from './schema';

/** Until the turn, shared words can be taken back unseen. */
export async function takeBackWords(tx: ActorTx, { id }: TakeBackInput): Promise<Answer> {
  if (!(await takeBackSharedWords(tx, id))) {
    throw new Refusal(
      'These words have arrived, so they can’t be taken back now. They leave by themselves after 14 days, unless your partner keeps them.',
    );
  }
  await writeAudit(tx, {
    act: 'changed',
    recordKind: 'sharedWords',
    recordId: id,
    coupleId: tx.actor.coupleId,
    concernsPartnerId: tx.actor.partnerId,
  });
  return { redirectTo: '/shared' };
}
