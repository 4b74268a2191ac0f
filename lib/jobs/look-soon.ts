import 'server-only';
import { wakeQueue } from '@/db/access/queue';
import { log } from '@/lib/log';

/** After a commit that cannot wait for the next minute. Where it fails, the next minute looks anyway. */
export async function lookSoon(): Promise<void> {
  try {
    await wakeQueue();
  } catch (error) {
    log.error('queue', error);
  }
}
