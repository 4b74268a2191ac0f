import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertFlags, insertOwnAct } from '@/db/queries/partner-answers';
import type { Answer } from '@/lib/action';
import { Refusal } from '@/lib/errors';
import { openMyDay } from '@/lib/my-day/open-my-day';

/**
 * Until the turn one's own pause can be taken back; the therapist sees that it was. After it, only through the therapist. Where none was
 * pressed since the turn the answer is one and the same, whether an earlier one stands or not (rule 7).
 */
export async function takeBackPause(tx: ActorTx): Promise<Answer> {
  const { day } = await openMyDay(tx);
  if (day.pause !== 'today') {
    throw new Refusal(
      'A pause can be taken back until the early morning. After that it goes through your therapist. You can write to them under Write something.',
    );
  }
  await insertOwnAct(tx, { kind: 'pauseTakenBack' });
  await insertFlags(tx, 'pause', null, [{ tier: 'talk', reason: 'pauseTakenBack' }]);
  await writeAudit(tx, {
    act: 'changed',
    recordKind: 'plan',
    coupleId: tx.actor.coupleId,
    concernsPartnerId: tx.actor.partnerId,
  });
  return { redirectTo: '/home' };
}
