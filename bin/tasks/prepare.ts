// What a start does to its database, under the owner's login: `check`, `migrate`, `start` or `demo`.
// Lines of progress go to the output; the answer, also a refusal, is JSON on file descriptor 3.
import { writeSync } from 'node:fs';
import { openDatabase } from '@/db/access/open-database';
import { lookAtKeys } from '@/db/installation/key-care';
import { migrate } from '@/db/migrate';
import { findServerProblem } from '@/db/server-check';
import { type DemoPerson, holdsDemo, loadDemoPractice } from '@/lib/demo/load-demo-practice';
import { readEnv } from '@/lib/env';
import { Refusal } from '@/lib/errors';
import { refuseMissingMasterKeys } from '@/lib/key-care/keys-in-use';
import { SettingsError } from '@/lib/keys-file';
import { issueSetUpLink } from '@/lib/practices/set-up-link';

interface Prepared {
  /** Why the start can't go on. */
  stop?: string;
  setUpLink?: string | undefined;
  /** Whom one may sign in as in the demo. */
  people?: DemoPerson[];
  /** A practice was asked for, and what is in the database is the demo. */
  holdsDemo?: boolean;
}

async function prepare(task: string | undefined): Promise<Prepared> {
  const { databaseUrl: appUrl, databaseOwnerUrl: ownerUrl, keys, keysPlace } = readEnv();
  if (!ownerUrl)
    throw new SettingsError('DATABASE_OWNER_URL is missing: migrations need the login that owns the database.');
  const problem = await findServerProblem({ ownerUrl, appUrl });
  if (problem) throw new SettingsError(problem);
  if (task === 'check') return {};
  const said = (line: string) => process.stdout.write(`${line}\n`);
  await migrate({ ownerUrl, appUrl, log: said });
  await lookAtKeys(ownerUrl, (care) => refuseMissingMasterKeys(care, keysPlace, keys.masterKeys));
  openDatabase(appUrl);
  if (task === 'demo') return { people: (await loadDemoPractice({ ownerUrl, said })).people };
  if (task === 'start') {
    return { setUpLink: (await issueSetUpLink()) ?? undefined, holdsDemo: await holdsDemo(ownerUrl) };
  }
  return {};
}

function answer(prepared: Prepared): never {
  writeSync(3, JSON.stringify(prepared));
  process.exit(0);
}

try {
  answer(await prepare(process.argv[2]));
} catch (error) {
  if (!(error instanceof SettingsError || error instanceof Refusal)) throw error;
  answer({ stop: error.message });
}
