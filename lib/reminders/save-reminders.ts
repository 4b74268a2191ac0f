import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findMyMailAddress, keepMyReminders } from '@/db/queries/by-itself/my-reminders';
import type { Answer } from '@/lib/action';
import { Refusal } from '@/lib/errors';
import { dayAndTime } from '@/lib/format/dates';
import { nextDueAt } from './next-due';
import { isTime, type SaveRemindersInput, USUAL_TIME } from './schema';

/** A partner's own alarm, at times they choose, whatever is open. What was chosen before ends with this. */
export async function saveReminders(
  tx: ActorTx,
  { level, weekdays, time: typed }: SaveRemindersInput,
): Promise<Answer> {
  if (level !== 'none' && (await findMyMailAddress(tx)) === null)
    throw new Refusal('Reminders come by e-mail, and there is no address for you here. Nothing was changed.');
  const { now, timeZone, coupleId, partnerId } = tx.actor;
  const time = isTime(typed) ? typed : USUAL_TIME;
  const next = level === 'none' ? null : nextDueAt({ weekdays, time, timeZone }, now);
  await keepMyReminders(tx, { level, weekdays, time, nextDueAt: next });
  await writeAudit(tx, { act: 'changed', recordKind: 'reminders', coupleId, concernsPartnerId: partnerId });
  return {
    message: next ? `Saved. The next one comes ${dayAndTime(next, timeZone)}.` : 'Saved. No reminders will come.',
  };
}
