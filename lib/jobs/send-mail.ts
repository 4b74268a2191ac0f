import 'server-only';
import { asSystem } from '@/db/access/as-system';
import type { MailJob } from '@/db/access/queue';
import { findAlertMail, findReminderMail } from '@/db/queries/by-itself/due';
import { type Mailer, mailer } from '@/lib/mail/mailer';

/** An alarm that rings much later than it was set for would come at a time that this person did not choose. */
export const LATE_MINUTES = 120;

/** What the queue writes down of a mail that could not be sent: a code and nothing else. */
class NotSent extends Error {}

/** Sends one mail of the queue, if it is still to be sent: whether it is, and to whom, is asked now. */
export async function sendMail(id: string, job: MailJob, by: Pick<Mailer, 'send'> = mailer()): Promise<void> {
  const mail = await asSystem('job', (tx) =>
    job.kind === 'reminder' ? findReminderMail(tx, { ...job, lateMinutes: LATE_MINUTES }) : findAlertMail(tx, job),
  );
  if (!mail) return;
  const sent = await by.send({
    id,
    kind: job.kind,
    to: mail.to,
    link: '/sign-in',
    senderName: mail.senderName,
    subject: mail.subject ?? 'Something needs a look',
    practiceName: mail.practiceName ?? undefined,
  });
  if (!sent.isSent) throw new NotSent(sent.code);
}
