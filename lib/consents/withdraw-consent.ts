import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertOwnAct } from '@/db/queries/partner-answers';
import type { Answer } from '@/lib/action';
import { openMyDay, unitIn } from '@/lib/my-day/open-my-day';
import type { UnitInput } from '@/lib/my-day/schema';

/** "I do not want this after all": one's own view closes at once, the other's at the turn, and only the therapist reopens it. */
export async function withdrawConsent(tx: ActorTx, which: UnitInput): Promise<Answer> {
  const { day } = await openMyDay(tx);
  unitIn(day, which, 'open');
  await insertOwnAct(tx, { kind: 'withdrawn', ...which });
  await writeAudit(tx, {
    act: 'changed',
    recordKind: 'consent',
    recordId: which.assignmentId,
    coupleId: tx.actor.coupleId,
    concernsPartnerId: tx.actor.partnerId,
  });
  return { redirectTo: '/saved' };
}
