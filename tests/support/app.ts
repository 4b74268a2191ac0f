// The built app as an operator runs it, for a test: a database of its own, keys, a mail server, a free port.
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { run } from '@/bin/bootstrap/children.mjs';
import { anyFreePort } from '@/bin/bootstrap/port.mjs';
import { serve } from '@/bin/bootstrap/serve.mjs';
import { dropDatabase, ensureTemplate, openDatabase } from './cluster';
import type { TestDatabase } from './cluster';
import { readTestKeys } from './keys';
import { startMailServer } from './mail-server';
import type { MailServer } from './mail-server';
import { KEYS_FILE, TEST_SETTINGS } from './settings';

export interface TestApp {
  origin: string;
  database: TestDatabase;
  /** Connections as the superuser, to arrange and to look. */
  owner: pg.Pool;
  mail: MailServer;
  keys: { authSecret: string };
  pid: number;
  /** The one-time link that the start prints while no practice exists. */
  setUpLink(): Promise<string>;
  /** Loads the demo practice, as `npm run demo` does, and says who can sign in. */
  loadDemo(): Promise<Demo>;
  stop(): Promise<void>;
}

type Demo = { who: string; login: string; password: string }[];

/** `holdsDemo`: the demo practice is in it from the start, from a copy loaded once a run. */
export async function startApp({
  settings = {},
  holdsDemo = false,
}: { settings?: Record<string, string>; holdsDemo?: boolean } = {}): Promise<TestApp> {
  const name = `app_${randomBytes(6).toString('hex')}`;
  const folder = path.resolve('.test', name);
  const template = holdsDemo ? await demoTemplate() : undefined;
  const [database, mail, port, keys] = await Promise.all([
    openDatabase(name, template),
    startMailServer(),
    anyFreePort(),
    readTestKeys(),
  ]);
  const origin = `http://localhost:${port}`;
  const env = { ...settingsFor({ port, database, folder }), SMTP_URL: mail.url, ...settings };
  const crash = { happened: false };
  const server = await serve({ host: '127.0.0.1', port, env, onExit: () => (crash.happened = true) });
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 4 });

  return {
    origin,
    database,
    owner,
    mail,
    keys,
    pid: server.pid,
    async setUpLink() {
      const { setUpLink } = await prepare('start', database, env);
      if (!setUpLink) throw new Error('There is no set-up link: this database holds a practice.');
      return setUpLink;
    },
    loadDemo: async () => (await prepare('demo', database, env)).people ?? [],
    async stop() {
      await server.stop();
      await owner.end();
      await mail.close();
      await dropDatabase(name);
      await rm(folder, { recursive: true, force: true });
      if (crash.happened) throw new Error('The app ended by itself during the test.');
    },
  };
}

const settingsFor = ({ port, database, folder }: { port: number; database: TestDatabase; folder: string }) => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  PORT: String(port),
  APP_ORIGIN: `http://localhost:${port}`,
  DATABASE_URL: database.appUrl,
  MAIL_FROM: 'messages@hearth.example',
  HEARTH_DATA: folder,
  HEARTH_KEYS_FILE: path.resolve(KEYS_FILE),
  HEARTH_LOG_LEVEL: TEST_SETTINGS.HEARTH_LOG_LEVEL,
});

/** What a start does to its database beforehand, under the owner's login. */
async function prepare(task: 'start' | 'demo', database: TestDatabase, env: Record<string, string | undefined>) {
  const { result } = await run(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'bin/tasks/prepare.ts', task],
    { env: { ...env, DATABASE_OWNER_URL: database.ownerUrl }, failed: `${task} failed.`, extra: ['pipe'] },
  );
  const answer = JSON.parse(result) as { stop?: string; setUpLink?: string; people?: Demo };
  if (answer.stop) throw new Error(answer.stop);
  return answer;
}

const demoTemplate = () =>
  ensureTemplate('hearth_demo', async (database) => {
    const folder = path.resolve('.test', database.name);
    await prepare('demo', database, settingsFor({ port: 3000, database, folder }));
    await rm(folder, { recursive: true, force: true });
  });
