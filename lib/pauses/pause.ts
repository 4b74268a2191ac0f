import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertFlags, insertOwnAct } from '@/db/queries/partner-answers';
import type { Answer } from '@/lib/action';
import { openMyDay } from '@/lib/my-day/open-my-day';

/** One tap, no reason asked. Pressed again it changes nothing and shows the same page. */
export async function pause(tx: ActorTx): Promise<Answer> {
  const { day } = await openMyDay(tx);
  if (day.pause === null || day.isPauseLifted) {
    await insertOwnAct(tx, { kind: 'paused' });
    await insertFlags(tx, 'pause', null, [{ tier: 'talk', reason: 'pause' }]);
    await writeAudit(tx, {
      act: 'paused',
      recordKind: 'plan',
      coupleId: tx.actor.coupleId,
      concernsPartnerId: tx.actor.partnerId,
    });
  }
  return { redirectTo: '/paused' };
}
