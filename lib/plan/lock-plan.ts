import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { lockPlan } from '@/db/queries/plan/plan';
import { NotFound, Refusal } from '@/lib/errors';

/** For a change to a couple's plan: locks it, and refuses while work has ended. */
export async function lockPlanInWork(tx: ActorTx, coupleId: string): Promise<void> {
  const status = await lockPlan(tx, coupleId);
  if (!status) throw new NotFound();
  if (status === 'ended')
    throw new Refusal(
      'Work with this couple has ended, so the plan stays as it is. Reopen it on the tab History first.',
    );
}
