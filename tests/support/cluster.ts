// The throwaway Postgres of a test run: one cluster, one migrated template, and copies of it for whoever asks.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startCluster } from '@/bin/embedded/cluster.mjs';
import { migrate, NO_TEMPORARY } from '@/db/migrate';
import { writeTestKeys } from './keys';

const TEMPLATE = 'hearth_template';
const PLACE = 'HEARTH_TEST_CLUSTER';

/** Addresses of the cluster, handed to the processes that run the tests. */
interface Place {
  ownerUrl: string;
  appUrl: string;
  /** Where Postgres writes its log. */
  log: string;
}

export interface TestDatabase {
  name: string;
  /** The login the app uses. */
  appUrl: string;
  /** The superuser, to arrange what a test needs and to plant faults. */
  ownerUrl: string;
}

const STARTED = Symbol.for('hearth.testCluster');
type Holder = { [STARTED]?: Promise<() => Promise<void>> };

/**
 * Starts the run's cluster, once: the projects of one run set up in turn and share it. Whoever started it ends it.
 * `isDurable` waits for the disk as a real installation does: for what is measured, not for what is only tested.
 */
export async function startTestCluster(settings: { isDurable?: boolean } = {}): Promise<() => Promise<void>> {
  const holder = globalThis as Holder;
  if (holder[STARTED]) {
    await holder[STARTED];
    return async () => undefined;
  }
  holder[STARTED] = start(settings);
  return holder[STARTED];
}

async function start({ isDurable = false }: { isDurable?: boolean }): Promise<() => Promise<void>> {
  const folder = path.resolve('.test', `cluster-${process.pid}`);
  await removeClustersOfEndedRuns();
  await mkdir(folder, { recursive: true });
  await writeTestKeys();
  const cluster = await startCluster({ folder, fast: !isDurable });
  try {
    await runAs(cluster.ownerUrl, [`create database ${TEMPLATE}`]);
    const template = { ownerUrl: inDatabase(cluster.ownerUrl, TEMPLATE), appUrl: inDatabase(cluster.appUrl, TEMPLATE) };
    await migrate(template);
    await runAs(template.ownerUrl, [
      `insert into auth.clock (ahead, installation) values (interval '0', 'test')`,
      `alter database ${TEMPLATE} is_template true`,
    ]);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  process.env[PLACE] = JSON.stringify({
    ownerUrl: cluster.ownerUrl,
    appUrl: cluster.appUrl,
    log: path.join(cluster.folder, 'postgres.log'),
  } satisfies Place);
  return async () => {
    delete process.env[PLACE];
    await cluster.stop();
    await rm(cluster.folder, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  };
}

/** A copy of a template, of the migrated one if no other is named, under this name; one that is there already is used as it is. */
export async function openDatabase(name: string, template = TEMPLATE): Promise<TestDatabase> {
  const { ownerUrl, appUrl } = place();
  await runAs(ownerUrl, [`create database ${name} template ${template} strategy file_copy`]).catch(
    (error: { code?: string }) => {
      if (error.code !== '42P04') throw error;
    },
  );
  await runAs(inDatabase(ownerUrl, name), [NO_TEMPORARY]);
  return { name, ownerUrl: inDatabase(ownerUrl, name), appUrl: inDatabase(appUrl, name) };
}

/** The run's template of this name: filled by whichever process asks first, while the others wait for it. */
export async function ensureTemplate(name: string, fill: (database: TestDatabase) => Promise<void>): Promise<string> {
  const client = new pg.Client({ connectionString: place().ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      const unfinished = `${name}_unfinished`;
      await dropDatabase(unfinished);
      await fill(await openDatabase(unfinished));
      await client.query(`alter database ${unfinished} rename to ${name}`);
    }
    return name;
  } finally {
    await client.end();
  }
}

/** A database without Hearth in it, for tests of migrations. */
export async function openEmptyDatabase(name: string): Promise<TestDatabase> {
  const { ownerUrl, appUrl } = place();
  await runAs(ownerUrl, [`create database ${name}`]);
  return { name, ownerUrl: inDatabase(ownerUrl, name), appUrl: inDatabase(appUrl, name) };
}

/** Whoever is just leaving it leaves first: a connection that is cut while it closes would be an error of nobody's. */
export async function dropDatabase(name: string): Promise<void> {
  const client = new pg.Client({ connectionString: place().ownerUrl });
  await client.connect();
  try {
    for (let look = 0; look < 20; look += 1) {
      const { rowCount } = await client.query('select from pg_stat_activity where datname = $1', [name]);
      if (rowCount === 0) break;
      await wait(25);
    }
    await client.query(`drop database if exists ${name} with (force)`);
  } finally {
    await client.end();
  }
}

export function place(): Place {
  const given = process.env[PLACE];
  if (!given) throw new Error('No test cluster runs: this project lacks the global setup that starts one.');
  return JSON.parse(given) as Place;
}

function inDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

async function runAs(url: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A run that was killed could not tidy up; its database ended by itself. */
async function removeClustersOfEndedRuns(): Promise<void> {
  const folder = path.resolve('.test');
  if (!existsSync(folder)) return;
  for (const name of await readdir(folder)) {
    const pid = Number(/^cluster-(\d+)$/.exec(name)?.[1]);
    if (pid && !isAlive(pid)) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
