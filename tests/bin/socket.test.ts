// The socket of the built-in database: in a folder for two accounts alone, or not there at all.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { startCluster, type Cluster } from '@/bin/embedded/cluster.mjs';

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };

// Not temporary folders: the database's user could not enter one of root's, and the data would go elsewhere.
const near = path.resolve('.test', `socket + space ${process.pid}`);
const far = path.resolve('.test', `far ${process.pid}`, 'x'.repeat(100));
for (const folder of [near, far]) mkdirSync(folder, { recursive: true });
const temporary = mkdtempSync(path.join(tmpdir(), 'h-'));
let cluster: Cluster | undefined;

const begin = async (folder: string) => (cluster = await startCluster({ folder, fast: true }));

/** Root's database must be able to pass through, as it can through the system's own. */
function temporaryFolder(mode: number) {
  vi.stubEnv('TMPDIR', temporary);
  // The umask has no say in this.
  spawnSync('chmod', [mode.toString(8), temporary]);
}

afterEach(async () => {
  await cluster?.stop();
  cluster = undefined;
  vi.unstubAllEnvs();
});

afterAll(() => {
  for (const folder of [near, path.dirname(far), temporary]) rmSync(folder, { recursive: true, force: true });
});

/** By which way a login reaches the database. */
async function wayOf(url: string): Promise<'socket' | 'loopback'> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ from: string | null }>('select inet_client_addr() as from');
    return rows[0]!.from === null ? 'socket' : 'loopback';
  } finally {
    await client.end();
  }
}

const waysOf = ({ appUrl, ownerUrl }: Cluster) => Promise.all([appUrl, ownerUrl].map(wayOf));
const modeOf = (file: string) => statSync(file).mode & 0o777;

test('both logins use a socket beside the data, which only the account of the database and the app’s can reach', async () => {
  const started = await begin(near);
  const { socketFolder, port } = started;
  expect(socketFolder).toBe(path.join(near, 'socket'));
  expect(await waysOf(started)).toEqual(['socket', 'socket']);
  const account = statSync(path.join(near, 'postgres')).uid;
  expect(statSync(socketFolder!).uid).toBe(account);
  expect([modeOf(socketFolder!), modeOf(path.join(socketFolder!, `.s.PGSQL.${port}`))]).toEqual([0o700, 0o700]);
});

test.runIf(isRoot)('another account of the machine cannot reach the socket', async () => {
  const { socketFolder } = await begin(near);
  const canEnter = (folder: string) => spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...nobody, cwd: '/' }).status;
  expect(canEnter(near)).toBe(0);
  expect(canEnter(socketFolder!)).not.toBe(0);
});

test('a socket and a lock that a killed server left are no hindrance, also when their number is another program’s by now', async () => {
  const first = await begin(near);
  const { socketFolder, port } = first;
  const { uid, gid } = statSync(path.join(near, 'postgres'));
  await first.stop();
  const other = spawn('sleep', ['60'], { cwd: '/', stdio: 'ignore', ...(isRoot ? { uid, gid } : {}) });
  try {
    writeFileSync(path.join(socketFolder!, `.s.PGSQL.${port}`), '');
    writeFileSync(
      path.join(socketFolder!, `.s.PGSQL.${port}.lock`),
      [other.pid, path.join(near, 'postgres'), 1, port, socketFolder, ''].join('\n'),
      { mode: 0o644 },
    );
    const again = await begin(near);
    expect(again.port).toBe(port);
    expect(await waysOf(again)).toEqual(['socket', 'socket']);
  } finally {
    other.kill();
  }
});

test('after a kill the server answers at the socket the app goes on using', async () => {
  const started = await begin(near);
  process.kill(started.pid, 'SIGKILL');
  await vi.waitFor(() => expect(() => process.kill(started.pid, 0)).toThrow('ESRCH'), 5_000);
  expect(readdirSync(started.socketFolder!)).not.toEqual([]);
  await started.restart();
  expect(await waysOf(started)).toEqual(['socket', 'socket']);
});

test('where its address would be too long, the socket is in a private folder below the temporary one, until the stop', async () => {
  temporaryFolder(0o1777);
  for (let start = 0; start < 2; start += 1) {
    const started = await begin(far);
    expect(path.dirname(started.socketFolder!)).toBe(temporary);
    expect(modeOf(started.socketFolder!)).toBe(0o700);
    expect(await waysOf(started)).toEqual(['socket', 'socket']);
    await started.stop();
    cluster = undefined;
    expect(existsSync(started.socketFolder!)).toBe(false);
  }
});

test('a folder that somebody else put there is not used, and loopback is', async () => {
  temporaryFolder(0o1777);
  const { socketFolder } = await begin(far);
  await cluster!.stop();
  const elsewhere = path.join(temporary, 'elsewhere');
  mkdirSync(elsewhere, { mode: 0o700 });
  const plants = [
    () => symlinkSync(elsewhere, socketFolder!),
    () => writeFileSync(socketFolder!, ''),
    ...(isRoot ? [() => spawnSync('mkdir', [socketFolder!], { ...nobody, cwd: '/' })] : []),
  ];
  for (const plant of plants) {
    plant();
    const started = await begin(far);
    expect(started.socketFolder).toBeNull();
    expect(await waysOf(started)).toEqual(['loopback', 'loopback']);
    await started.stop();
    expect(existsSync(socketFolder!)).toBe(true);
    rmSync(socketFolder!, { recursive: true });
  }
  cluster = undefined;
  expect(readdirSync(elsewhere)).toEqual([]);
});

test.each<[string, () => void]>([
  ['others may rename what is in the temporary folder', () => temporaryFolder(0o777)],
  ['the temporary folder is far away too', () => vi.stubEnv('TMPDIR', far)],
  ['there is no temporary folder', () => vi.stubEnv('TMPDIR', '/nowhere/at/all')],
])('where %s, there is no socket, and loopback is used', async (_, arrange) => {
  arrange();
  const started = await begin(far);
  expect(started.socketFolder).toBeNull();
  expect(await waysOf(started)).toEqual(['loopback', 'loopback']);
  const client = new pg.Client({ connectionString: started.ownerUrl });
  await client.connect();
  expect((await client.query('show unix_socket_directories')).rows).toEqual([{ unix_socket_directories: '' }]);
  await client.end();
});
