/** The buttons of a whole plan: holding everything that is shared, and lifting one person's pause. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertStaffAct } from '@/db/queries/plan/plan';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { lockPlanInWork } from './lock-plan';
import { type Plan, readPlan } from './read-plan';
import type { PlanActInput } from './schema';

const DONE: Record<PlanActInput['act'], string> = {
  hold: 'Everything shared is on hold from the next turn.',
  liftHold: 'The hold ends at the next turn.',
  closeForBoth: 'Everything shared is closed for both now, and on hold.',
  liftPause: 'The pause is lifted from the next turn.',
};

export async function actOnPlan(tx: ActorTx, { coupleId, act, partnerId }: PlanActInput): Promise<Answer> {
  await lockPlanInWork(tx, coupleId);
  const plan = await readPlan(tx, coupleId);
  if (act === 'liftPause') await liftPause(tx, plan, partnerId);
  else await holdPlan(tx, plan, act);
  return { message: DONE[act] };
}

/** Holds what is shared from the next turn, or closes it for both now; lifting brings back what both still want, at the turn. */
async function holdPlan(
  tx: ActorTx,
  { coupleId, ground }: Plan,
  act: 'hold' | 'liftHold' | 'closeForBoth',
): Promise<void> {
  if (act === 'hold' && ground.isPlanHeld) throw new Refusal('The whole plan is on hold already.');
  if (act === 'liftHold' && !ground.isPlanHeld) throw new Refusal('The plan is not on hold.');
  await insertStaffAct(tx, {
    coupleId,
    kind: act === 'liftHold' ? 'holdLifted' : 'held',
    isImmediate: act === 'closeForBoth',
  });
  await writeAudit(tx, { act: 'held', recordKind: 'plan', coupleId });
}

/** Opens nothing by itself: that person is asked again, and what the pause closed waits for a fresh yes and a release. */
async function liftPause(tx: ActorTx, { coupleId, ground }: Plan, partnerId: string | undefined): Promise<void> {
  const person = ground.people.find(({ id }) => id === partnerId);
  if (!person) throw new NotFound();
  if (!person.isPaused) throw new Refusal(`${person.name} is not paused. It may have been taken back in the meantime.`);
  await insertStaffAct(tx, { coupleId, kind: 'pauseLifted', partnerId: person.id });
  await writeAudit(tx, { act: 'changed', recordKind: 'plan', coupleId, concernsPartnerId: person.id });
}
