// What the worker of the queue asks: what has come due, and at the moment of sending to whom a mail goes.
import { sql } from 'drizzle-orm';
import type { SystemTx } from '../../access/as-system';
import type { WeekHours } from '../../schema/practices';

type JobTx = SystemTx<'job'>;

export type DueReminder = {
  id: string;
  dueAt: string;
  weekdays: number[];
  time: string;
  timeZone: string;
  /** The installation's clock. */
  now: string;
};
export type LineToTell = {
  /** The first of the line's flags. */
  flagId: string;
  tier: 'urgent' | 'safety';
  raisedAt: string;
  isTold: boolean;
  isBackupTold: boolean;
  now: string;
  calendar: { timeZone: string; hours: WeekHours; closedDays: string[] };
  /** Staff members. */
  careTeam: string[];
  backups: string[];
};
export type MailToSend = {
  to: string;
  senderName: string;
  /** Null: it has one of its own. */
  subject: string | null;
  practiceName: string | null;
};

export async function listDueReminders(tx: JobTx): Promise<DueReminder[]> {
  const found = await tx.db.execute<{ due: DueReminder[] }>(sql`select auth.due_reminders() as due`);
  return found.rows[0]!.due;
}

export async function moveReminders(tx: JobTx, moves: { id: string; was: string; next: Date | null }[]): Promise<void> {
  await tx.db.execute(sql`select auth.move_reminders(${JSON.stringify(moves)}::jsonb)`);
}

export async function listLinesToTell(tx: JobTx): Promise<LineToTell[]> {
  const found = await tx.db.execute<{ lines: LineToTell[] }>(sql`select auth.lines_to_tell() as lines`);
  return found.rows[0]!.lines;
}

export async function markTold(tx: JobTx, told: { flagId: string; isBackup: boolean }[]): Promise<void> {
  await tx.db.execute(sql`select auth.mark_told(${JSON.stringify(told)}::jsonb)`);
}

/** Null when it is no longer to be sent. */
export async function findReminderMail(
  tx: JobTx,
  { reminderId, dueAt, lateMinutes }: { reminderId: string; dueAt: string; lateMinutes: number },
): Promise<MailToSend | null> {
  const found = await tx.db.execute<{ mail: MailToSend | null }>(
    sql`select auth.reminder_mail(${reminderId}, ${dueAt}, make_interval(mins => ${lateMinutes}::integer)) as mail`,
  );
  return found.rows[0]?.mail ?? null;
}

/** Null when it is no longer to be sent. */
export async function findAlertMail(
  tx: JobTx,
  { flagId, staffMemberId }: { flagId: string; staffMemberId: string },
): Promise<MailToSend | null> {
  const found = await tx.db.execute<{ mail: MailToSend | null }>(
    sql`select auth.alert_mail(${flagId}, ${staffMemberId}) as mail`,
  );
  return found.rows[0]?.mail ?? null;
}
