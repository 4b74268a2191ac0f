/** The part of a server process that does what must happen by itself. */
import 'server-only';
import { closeQueue, openQueue } from '@/db/access/queue';
import { sealAccessLog } from '@/lib/access-log/seal';
import { log } from '@/lib/log';
import { look } from './look';
import { sendMail } from './send-mail';

/** Starts beside the server, which waits for none of it. */
export function startJobs(url: string): void {
  const report = (error: unknown) => log.error('queue', error);
  openQueue({ url, report, work: { look: lookAround, mail: (id, job) => sendMail(id, job) } }).catch(report);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      closeQueue().catch(report);
    });
}

/** What is due comes first; a log that can't be sealed now is sealed a minute later. */
async function lookAround(): Promise<void> {
  await look();
  await sealAccessLog().catch((error: unknown) => log.error('access log', error));
}
