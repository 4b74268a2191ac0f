/** What has come due, put into the queue. It may be cut off anywhere and run twice at once: a mail has one id, so it is queued once. */
import 'server-only';
import { asSystem } from '@/db/access/as-system';
import { type NamedMailJob, queueMails } from '@/db/access/queue';
import {
  type LineToTell,
  listDueReminders,
  listLinesToTell,
  markTold,
  moveReminders,
} from '@/db/queries/by-itself/due';
import { afterWorkingMinutes } from '@/lib/practices/working-time';
import { nextDueAt } from '@/lib/reminders/next-due';
import { mailId } from './mail-ids';

type QueueMails = (mails: readonly NamedMailJob[]) => Promise<void>;

export async function look(queue: QueueMails = queueMails): Promise<void> {
  await remind(queue);
  await tell(queue);
}

/** First queued, then moved on: cut off between the two, the next look queues nothing new. */
async function remind(queue: QueueMails): Promise<void> {
  const due = await asSystem('job', listDueReminders);
  if (due.length === 0) return;
  await queue(
    due.map(({ id, dueAt }) => ({
      id: mailId('reminder', id, new Date(dueAt).toISOString()),
      data: { kind: 'reminder', reminderId: id, dueAt },
    })),
  );
  await asSystem('job', (tx) =>
    moveReminders(
      tx,
      due.map(({ id, dueAt, now, ...times }) => ({ id, was: dueAt, next: nextDueAt(times, new Date(now)) })),
    ),
  );
}

/** Rule 11: how much of the practice's working time may pass before the backup is told. */
export const BACKUP_AFTER_MINUTES = { urgent: 2 * 60, safety: 4 * 60 } as const;

async function tell(queue: QueueMails): Promise<void> {
  const lines = await asSystem('job', listLinesToTell);
  const due = lines.flatMap(tellingsOf);
  if (due.length === 0) return;
  await queue(
    due.flatMap(({ flagId, isBackup, staff }) =>
      staff.map((staffMemberId) => ({
        id: mailId('look', flagId, isBackup ? 'backup' : 'careTeam', staffMemberId),
        data: { kind: 'look', flagId, staffMemberId },
      })),
    ),
  );
  await asSystem('job', (tx) =>
    markTold(
      tx,
      due.map(({ flagId, isBackup }) => ({ flagId, isBackup })),
    ),
  );
}

/** An urgent line is told at once, whatever the hour; the backup follows when nobody looked in time. */
function tellingsOf({ flagId, tier, raisedAt, now, calendar, careTeam, backups, isTold, isBackupTold }: LineToTell) {
  const backupAt = afterWorkingMinutes(calendar, new Date(raisedAt), BACKUP_AFTER_MINUTES[tier]);
  const isBackupDue = !isBackupTold && backupAt !== null && backupAt.getTime() <= new Date(now).getTime();
  return [
    { flagId, isBackup: false, staff: tier === 'urgent' && !isTold ? careTeam : [] },
    { flagId, isBackup: true, staff: isBackupDue ? backups : [] },
  ].filter(({ staff }) => staff.length > 0);
}
