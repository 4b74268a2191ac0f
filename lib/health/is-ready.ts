/** Whether this process can do its work: its keys are read, its database answers in time and was migrated. */
import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { asSystem } from '@/db/access/as-system';
import { isMigrated } from '@/db/queries/health';
import { readEnv } from '@/lib/env';
import { log } from '@/lib/log';

/** A database that hangs keeps its connection open and says nothing; whoever asks must still get an answer. */
const PATIENCE_MS = 3_000;

export async function isReady(patience = PATIENCE_MS): Promise<boolean> {
  const over = new AbortController();
  try {
    readEnv();
    return await Promise.race([asSystem('health', isMigrated), wait(patience, false, { signal: over.signal })]);
  } catch (error) {
    log.error('not ready', error);
    return false;
  } finally {
    over.abort();
  }
}
