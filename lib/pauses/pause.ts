import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertFlags, insertOwnAct } from '@/db/queries/partner-answers';
import type { Answer } from '@/lib/action';
import { openMyDay } from '@/lib/my-day/open-my-day';

/**
 * One tap, no reason asked, and always the same page after it: whoever presses it to find out whether a pause stands already learns
 * nothing (rule 7). On one that stands it is a pause of its own; pressed again on the same day it changes nothing.
 */
export async function pause(tx: ActorTx): Promise<Answer> {
  const { day } = await openMyDay(tx);
  if (day.pause !== 'today' || day.isPauseLifted) {
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
