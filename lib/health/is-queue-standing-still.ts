import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { isQueueMoving } from '@/db/access/queue';
import { log } from '@/lib/log';

const PATIENCE_MS = 2_000;

/** Whether reminders and alerts have not been looked after for minutes. Said in the log as well: it needs someone. */
export async function isQueueStandingStill(): Promise<boolean> {
  const over = new AbortController();
  try {
    const isMoving = await Promise.race([isQueueMoving(), wait(PATIENCE_MS, false, { signal: over.signal })]);
    if (!isMoving) log.warn('the queue stands still');
    return !isMoving;
  } catch (error) {
    log.error('the queue stands still', error);
    return true;
  } finally {
    over.abort();
  }
}
