// The built-in database: its own passwords, loopback alone, and whole again after any kill.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, expect, test } from 'vitest';
import { startCluster, type Cluster } from '@/bin/embedded/cluster.mjs';

// Not a temporary folder: the database's user could not enter one of root's, and the data would go elsewhere.
const folder = path.resolve('.test', `database with spaces ${process.pid}`);
mkdirSync(folder, { recursive: true });
let cluster: Cluster | undefined;
let ends = 0;

const begin = async () => {
  ends = 0;
  cluster = await startCluster({ folder, onExit: () => (ends += 1) });
  return cluster;
};

afterEach(async () => {
  await cluster?.stop();
  cluster = undefined;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const overLoopback = (url: string) => {
  const changed = new URL(url);
  changed.searchParams.delete('host');
  return changed.href;
};

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
};

async function until(isTrue: () => boolean) {
  for (const end = Date.now() + 10_000; !isTrue(); await wait(20)) {
    if (Date.now() > end) throw new Error('It did not come about within 10 seconds.');
  }
}

test('the app signs in as one whom row security binds, and keeps what it commits', async () => {
  const { appUrl } = await begin();
  const [login] = await ask(
    appUrl,
    `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`,
  );
  expect(login).toEqual({
    rolname: 'hearth_app',
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
  });
  expect(await ask(appUrl, 'show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
  expect(await ask(appUrl, 'show fsync')).toEqual([{ fsync: 'on' }]);
});

test('nobody gets in without the password, by the socket no more than over loopback, and nothing else listens', async () => {
  const { appUrl, ownerUrl, socketFolder } = await begin();
  for (const url of [appUrl, ownerUrl, overLoopback(appUrl), overLoopback(ownerUrl)]) {
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(ask(wrong.href, 'select')).rejects.toThrow(/password authentication failed/);
    wrong.password = '';
    await expect(ask(wrong.href, 'select')).rejects.toThrow(/password/);
  }
  expect(await ask(ownerUrl, 'select distinct auth_method from pg_hba_file_rules')).toEqual([
    { auth_method: 'scram-sha-256' },
  ]);
  expect(
    await ask(
      ownerUrl,
      `select name, setting from pg_settings where name in ('listen_addresses', 'unix_socket_directories') order by name`,
    ),
  ).toEqual([
    { name: 'listen_addresses', setting: '127.0.0.1' },
    { name: 'unix_socket_directories', setting: `"${socketFolder}"` },
  ]);
});

test('the passwords and the log are for the owner of the data alone', async () => {
  const started = await begin();
  const readable = ['cluster.json', 'postgres.log', 'postgres'].filter(
    (name) => (statSync(path.join(started.folder, name)).mode & 0o077) !== 0,
  );
  expect(readable).toEqual([]);
});

test('names sort as people expect', async () => {
  const { appUrl } = await begin();
  const rows = await ask<{ name: string }>(
    appUrl,
    `select name from unnest(array['Zoe', 'Élise', 'Emil', 'adam', 'Bo']) as name order by name`,
  );
  expect(rows.map(({ name }) => name)).toEqual(['adam', 'Bo', 'Élise', 'Emil', 'Zoe']);
});

test('what a person wrote does not reach the log, not even through an error', async () => {
  const { ownerUrl, folder: own } = await begin();
  await expect(
    ask(
      ownerUrl,
      `create table if not exists kept (word text primary key); insert into kept values ('canary-7f3a'), ('canary-7f3a')`,
    ),
  ).rejects.toThrow(/duplicate key/);
  await expect(ask(ownerUrl, `select 'canary-7f3a'::integer`)).rejects.toThrow(/invalid input/);
  const log = readFileSync(path.join(own, 'postgres.log'), 'utf8');
  expect(log).toContain('duplicate key');
  // The message of a cast repeats its own input; statements and the values in conflict do not appear.
  expect(log.match(/canary-7f3a/g) ?? []).toHaveLength(1);
});

test('a killed server is heard of, and started again on the same port without losing a commit', async () => {
  const started = await begin();
  await ask(started.ownerUrl, 'create table if not exists survives (n int); insert into survives values (1)');
  process.kill(started.pid, 'SIGKILL');
  await until(() => ends === 1);
  await started.restart();
  expect((await ask<{ n: number }>(started.ownerUrl, 'select max(n) as n from survives'))[0]?.n).toBe(1);
});

test('a server that lost its start ends by itself, and the next start finds everything', async () => {
  const script = `
    import { startCluster } from './bin/embedded/cluster.mjs';
    const { pid } = await startCluster({ folder: ${JSON.stringify(folder)} });
    console.log(pid);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  const server = Number(said.toString());
  expect(isAlive(server)).toBe(true);
  child.kill('SIGKILL');
  // At once: the leftover may still be running.
  const started = await begin();
  await until(() => !isAlive(server));
  expect(await ask(started.appUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
});

test('lost passwords are said, not replaced', async () => {
  const started = await begin();
  await started.stop();
  cluster = undefined;
  const file = path.join(started.folder, 'cluster.json');
  const text = readFileSync(file);
  rmSync(file);
  await expect(begin()).rejects.toThrow(/cluster\.json is missing/);
  writeFileSync(file, text, { mode: 0o600 });
});

test.runIf(process.getuid?.() === 0)(
  'below a folder of root that nobody else may enter, its files go where its user can',
  async () => {
    const closed = mkdtempSync(path.resolve('.test', 'closed-'));
    cluster = await startCluster({ folder: path.join(closed, 'data'), fast: true });
    expect(cluster.folder).toMatch(/^\/var\/lib\/hearth\/[0-9a-f]{16}$/);
    expect(await ask(cluster.appUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
    const again = cluster.folder;
    await cluster.stop();
    cluster = await startCluster({ folder: path.join(closed, 'data'), fast: true });
    expect(cluster.folder).toBe(again);
    await cluster.stop();
    cluster = undefined;
    rmSync(again, { recursive: true, force: true });
    rmSync(closed, { recursive: true, force: true });
  },
);
