/** What a server process does before its first request. */
import 'server-only';
import { openDatabase } from '@/db/access/open-database';
import { readEnv } from './env';
import { SettingsError } from './keys-file';

export function startUp() {
  try {
    openDatabase(readEnv().databaseUrl);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
