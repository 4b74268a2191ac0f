/** What a server process does before its first request. */
import 'server-only';
import { openDatabase } from '@/db/access/open-database';
import { writeTrueAddresses } from './address';
import { readEnv } from './env';
import { startJobs } from './jobs/start-jobs';
import { SettingsError } from './keys-file';

export function startUp() {
  try {
    const { databaseUrl, isReachedDirectly } = readEnv();
    if (isReachedDirectly) writeTrueAddresses();
    openDatabase(databaseUrl);
    startJobs(databaseUrl);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
