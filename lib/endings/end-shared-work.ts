import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { endSignInsOf } from '@/db/queries/accounts/partner-sign-ins';
import { writeAudit } from '@/db/queries/audit';
import { type CoupleRow, findCouple } from '@/db/queries/couples';
import { markClosingsSeen } from '@/db/queries/plan/closings';
import { insertStaffAct } from '@/db/queries/plan/plan';
import { listPlanEvents } from '@/db/queries/plan/plan-events';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { dayAfter, weekdayAndDay } from '@/lib/format/dates';
import { lockPlanInWork } from '@/lib/plan/lock-plan';
import { type EndSharedWorkInput, MOST_DAYS_AHEAD, type ResumeSharedWorkInput } from './schema';
import { sharedEndOf } from './shared-end';

const KEPT = 'Nothing was changed. What you chose is still here.';

/**
 * Ends what is shared, quietly, from the turn that was agreed with the person at risk (rule 13). Until then no byte of either page
 * changes; from then on everything shared is closed for both, what each does alone stays, and both read the same line. That person's
 * account is secured first.
 */
export async function endSharedWork(tx: ActorTx, input: EndSharedWorkInput): Promise<Answer> {
  const { coupleId, agreedWith, effectiveOn } = input;
  await lockPlanInWork(tx, coupleId);
  const couple = await readOwnCouple(tx, coupleId);
  if (!couple.partners.some(({ id }) => id === agreedWith)) throw new NotFound();
  const standing = sharedEndOf(await listPlanEvents(tx, coupleId));
  if (standing) {
    const day = weekdayAndDay(standing.on, couple.today);
    throw new Refusal(
      standing.isInForce
        ? `Shared work has ended already, from the turn of ${day}. ${KEPT}`
        : `Shared work ends already, from the turn of ${day}. Take that back first to choose another day. ${KEPT}`,
    );
  }
  const { first, last } = daysToChoose(couple);
  if (effectiveOn < first || effectiveOn > last) {
    throw new Refusal(KEPT, {
      effectiveOn: `Choose a day from ${weekdayAndDay(first, couple.today)} to ${weekdayAndDay(last, couple.today)}.`,
    });
  }
  if (input.endsSignIns) await endSignInsOf(tx, agreedWith);
  await insertStaffAct(tx, { coupleId, kind: 'sharedEnded', partnerId: agreedWith, effectiveOn });
  await writeAudit(tx, { act: 'changed', recordKind: 'ending', coupleId });
  return { redirectTo: `/couples/${coupleId}/history` };
}

/** From the next turn on, and not so far ahead that it is forgotten. */
export const daysToChoose = ({ today }: { today: string }) => ({
  first: dayAfter(today),
  last: dayAfter(today, MOST_DAYS_AHEAD),
});

/** Before its turn, the end never was. After it, shared work is taken up again from the next turn, and opens nothing by itself. */
export async function resumeSharedWork(tx: ActorTx, { coupleId }: ResumeSharedWorkInput): Promise<Answer> {
  await lockPlanInWork(tx, coupleId);
  const standing = sharedEndOf(await listPlanEvents(tx, coupleId));
  if (!standing) throw new Refusal('Shared work has not ended, so nothing was changed. Reload this page.');
  await insertStaffAct(tx, { coupleId, kind: 'sharedResumed' });
  await markClosingsSeen(tx, coupleId);
  await writeAudit(tx, { act: 'changed', recordKind: 'ending', coupleId });
  return {
    message: standing.isInForce
      ? 'Taken up again. Each of them is asked anew from the next turn; nothing opens by itself.'
      : 'Taken back. Nothing changes for either of them.',
    redirectTo: `/couples/${coupleId}/history`,
  };
}

async function readOwnCouple(tx: ActorTx, coupleId: string): Promise<CoupleRow> {
  const couple = await findCouple(tx, coupleId);
  if (!couple) throw new NotFound();
  return couple;
}
