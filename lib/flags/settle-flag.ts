import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { hasOpenSafetyFlag, settleFlags } from '@/db/queries/flags';
import { insertStaffAct, lockPlan } from '@/db/queries/plan/plan';
import type { Answer } from '@/lib/action';
import { NotFound } from '@/lib/errors';
import type { SettleFlagInput } from './schema';

/**
 * Says what was done about what needed a look. When a person's last open answer about safety is settled, that person's hold ends;
 * nothing opens by it: that takes a fresh yes and a release.
 */
export async function settleFlag(tx: ActorTx, { coupleId, flagIds, outcome }: SettleFlagInput): Promise<Answer> {
  if (!(await lockPlan(tx, coupleId))) throw new NotFound();
  const settled = await settleFlags(tx, coupleId, flagIds, outcome);
  for (const partnerId of new Set(settled.map((flag) => flag.partnerId))) {
    const wasGrave = settled.some(
      (flag) => flag.partnerId === partnerId && (flag.tier === 'urgent' || flag.tier === 'safety'),
    );
    if (wasGrave && !(await hasOpenSafetyFlag(tx, partnerId)))
      await insertStaffAct(tx, { coupleId, kind: 'safetySettled', partnerId });
    await writeAudit(tx, { act: 'settled', recordKind: 'flag', coupleId, concernsPartnerId: partnerId });
  }
  return { message: settled.length > 0 ? 'Settled.' : 'It was settled already.' };
}
