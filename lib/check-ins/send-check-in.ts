import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertCheckIn, insertFlags, insertOwnAct, readMyReviewLimits } from '@/db/queries/partner-answers';
import { checkAnswers } from '@/lib/answers/check-answers';
import { holdsShared, raise, type Raised } from '@/lib/flags/raise';
import { dayBefore } from '@/lib/format/dates';
import { agreedPolicy, type OpenDay, openMyDay, unitIn } from '@/lib/my-day/open-my-day';
import type { UnitInput } from '@/lib/my-day/schema';
import { ownPlace } from '@/lib/reflections/own-place';
import { shareWords } from '@/lib/shared-words/share-words';
import { columnsOf } from './check-in-columns';

export type AnsweredUnit = UnitInput & { answers: Record<string, string> };

/** One partner's account of how it was, of a unit that is open today or was yesterday; answers what the care team is told. */
export async function sendCheckIn(
  tx: ActorTx,
  { answers: given, ...which }: AnsweredUnit,
  open?: OpenDay,
): Promise<Raised[]> {
  const { day, keyring } = open ?? (await openMyDay(tx));
  const unit = unitIn(day, which, 'open', 'recent');
  const policy = agreedPolicy(day);
  const { choices, texts } = checkAnswers(unit.checkIn, given);

  // What is shared goes where the other's words go, and stands nowhere among what only the therapist reads.
  const { reflection } = texts;
  const isShared = choices.reflectionFor === 'My partner too';
  if (!reflection) delete choices.reflectionFor;
  if (isShared) delete texts.reflection;

  const id = randomUUID();
  const on = unit.state === 'recent' ? dayBefore(tx.actor.today) : tx.actor.today;
  const sealed =
    Object.keys(texts).length > 0 ? keyring.seal(ownPlace(tx, 'check_ins', 'texts', id), JSON.stringify(texts)) : null;
  const { coupleId, partnerId } = tx.actor;
  // In one go, and the limits first: what comfort was before counts without this one.
  const [limits] = await Promise.all([
    readMyReviewLimits(tx),
    insertCheckIn(tx, { id, ...which, on, ...columnsOf(choices), texts: sealed, policy }),
    writeAudit(tx, { act: 'sent', recordKind: 'checkIn', recordId: id, coupleId, concernsPartnerId: partnerId }),
    reflection && isShared && shareWords(tx, reflection, keyring),
  ]);
  const raised = raise(unit.checkIn, choices, { comfort: limits.lowComfortRunning }, limits);
  await Promise.all([
    insertFlags(tx, 'checkIn', id, raised),
    holdsShared(raised) && insertOwnAct(tx, { kind: 'safetyRaised' }),
  ]);
  return raised;
}
