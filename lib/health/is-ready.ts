/** Whether this process can do its work: its keys are read, its database answers and was migrated. */
import 'server-only';
import { asSystem } from '@/db/access/as-system';
import { isMigrated } from '@/db/queries/health';
import { readEnv } from '@/lib/env';
import { log } from '@/lib/log';

export async function isReady(): Promise<boolean> {
  try {
    readEnv();
    return await asSystem('health', isMigrated);
  } catch (error) {
    log.error('not ready', error);
    return false;
  }
}
