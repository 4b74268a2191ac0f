/** A check-in given on paper, entered by staff when they meet that partner alone. It counts and is sealed as that partner's own. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertPaperCheckIn, readReviewLimitsOf } from '@/db/queries/paper-check-ins';
import type { Answer } from '@/lib/action';
import { checkAnswers } from '@/lib/answers/check-answers';
import { Refusal } from '@/lib/errors';
import { holdsShared, isUrgent, raise } from '@/lib/flags/raise';
import { lookSoon } from '@/lib/jobs/look-soon';
import { longDay } from '@/lib/format/dates';
import { lockPlanInWork } from '@/lib/plan/lock-plan';
import { privateRef } from '@/lib/plan/sealed-places';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { columnsOf } from './check-in-columns';
import { readPaperPlace } from './read-paper-check-in';
import type { PaperCheckInInput } from './schema';

export async function enterPaperCheckIn(tx: ActorTx, input: PaperCheckInInput): Promise<Answer> {
  const { coupleId, partnerId, assignmentId, unit, on, answers: given } = input;
  await lockPlanInWork(tx, coupleId);
  const { couple, partner, assignedOn, questions } = await readPaperPlace(tx, {
    coupleId,
    partnerId,
    assignmentId,
    unit,
  });
  if (on > couple.today || on < assignedOn) {
    const message =
      on > couple.today
        ? 'Choose today or an earlier day.'
        : `Choose ${longDay(assignedOn)}, when the step was assigned, or a later day.`;
    throw new Refusal('Not saved yet: the day does not fit. Everything you typed is still here.', { on: message });
  }
  const { choices, texts } = checkAnswers(questions, given);
  if (Object.keys(choices).length + Object.keys(texts).length === 0)
    throw new Refusal('Not saved yet: no question is answered. Enter what stands on the paper.');

  const limits = await readReviewLimitsOf(tx, partnerId);
  const raised = raise(questions, choices, { comfort: limits.lowComfortRunning }, limits);
  const id = randomUUID();
  const sealed =
    Object.keys(texts).length > 0
      ? (await keyringFor(tx, [coupleId])).seal(
          privateRef(tx.actor.practiceId, partnerId, 'check_ins', id),
          JSON.stringify(texts),
        )
      : null;
  // Under what this person agreed to, and before the first visit under what the couple was told.
  const policy = partner.agreement?.policy ?? couple.policy.policy;
  await insertPaperCheckIn(
    tx,
    { id, coupleId, partnerId, assignmentId, unit, on, ...columnsOf(choices), texts: sealed, policy },
    raised,
    holdsShared(raised),
  );
  await writeAudit(tx, {
    act: 'recorded',
    recordKind: 'checkIn',
    recordId: id,
    coupleId,
    concernsPartnerId: partnerId,
  });
  return { redirectTo: `/couples/${coupleId}/check-ins`, after: isUrgent(raised) ? lookSoon : undefined };
}
