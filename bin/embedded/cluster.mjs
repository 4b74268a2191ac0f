// The built-in database: a real PostgreSQL for this machine alone, with passwords of its own making.
import { randomBytes } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { guard } from '../bootstrap/children.mjs';
import { clearLeftover, readPostmaster } from './leftover.mjs';
import { dataFolder, databaseAccount, databaseProgram, requireOwn } from './place.mjs';
import { leaveSocketFolder, openSocketFolder, readySocketFolder } from './socket.mjs';
import { anyFreePort, whyNotFree } from '../bootstrap/port.mjs';
import { Stop } from '../bootstrap/say.mjs';

const host = '127.0.0.1';
const largestLog = 10_000_000;

const settings = {
  listen_addresses: host,
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  // A statement or a conflicting value in the log could be somebody's words.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
};

/** For databases that are thrown away: a power cut may take them. */
const fastSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' };

/**
 * Starts the database in a folder, making it on the first start and recovering it after a crash.
 * It ends with `stop()`, or by itself when this process is gone, kill -9 included.
 */
export async function startCluster({ folder: wanted, fast = false, onExit = () => {} }) {
  const { folder } = dataFolder(wanted);
  const data = path.join(folder, 'postgres');
  const program = databaseProgram(folder);
  requireOwn(data);
  const secrets = readOrMakeSecrets(folder);
  if (!existsSync(data)) makeCluster({ program, folder, data, secrets, fast });
  await clearLeftover(data);

  let current = await startOnSomePort({ program, folder, data, secrets, fast });
  const state = { isStopping: false };
  const watch = () => {
    void current.gone.then(() => {
      if (!state.isStopping) onExit();
    });
  };
  watch();

  return {
    folder,
    port: secrets.port,
    socketFolder: secrets.socketFolder,
    get pid() {
      return current.pid;
    },
    ...urlsFrom(secrets),
    /** Starts it again after it was killed, on the same port and socket, which the app goes on using. */
    async restart() {
      await clearLeftover(data);
      if (secrets.socketFolder !== null && !(await readySocketFolder(secrets.socketFolder)))
        throw new Stop(`The folder of the database's socket, ${secrets.socketFolder}, can't be used any more.`);
      current = await startOn({ program, folder, data, secrets, fast });
      if (!current) throw new Stop('The database ended and could not be started again.');
      watch();
    },
    async stop() {
      state.isStopping = true;
      current.signal('SIGINT');
      const timer = setTimeout(() => current.signal('SIGQUIT'), 15_000);
      await current.gone;
      clearTimeout(timer);
      leaveSocketFolder(secrets.socketFolder, folder);
    },
  };
}

/** The logins of the database that runs in a folder. */
export function urlsOf(folder) {
  const file = path.join(folder, 'cluster.json');
  if (!existsSync(file)) throw new Stop(`${file} is not there yet: Hearth is just starting. Try again in a moment.`);
  return urlsFrom(JSON.parse(readFileSync(file, 'utf8')));
}

const urlsFrom = ({ ownerPassword, appPassword, ...place }) => ({
  ownerUrl: url('postgres', ownerPassword, place),
  appUrl: url('hearth_app', appPassword, place),
});

/** A folder named as `host` is the socket's, and goes before the host and the port, without which it would be no URL to everyone. */
function url(user, password, { port, socketFolder }) {
  const socket = socketFolder ? `?host=${encodeURIComponent(socketFolder)}` : '';
  return `postgres://${user}:${password}@${host}:${port}/hearth${socket}`;
}

function readOrMakeSecrets(folder) {
  const file = path.join(folder, 'cluster.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  if (existsSync(path.join(folder, 'postgres'))) {
    throw new Stop(
      `${file} is missing, which holds the passwords of the database beside it; put it back, or set HEARTH_DATA to another folder.`,
    );
  }
  const password = () => randomBytes(24).toString('base64url');
  const secrets = { format: 1, port: 0, socketFolder: null, ownerPassword: password(), appPassword: password() };
  keepSecrets(folder, secrets);
  return secrets;
}

function keepSecrets(folder, secrets) {
  const file = path.join(folder, 'cluster.json');
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Made aside and renamed, so that a cluster cut short is never taken for a whole one. */
function makeCluster({ program, folder, data, secrets, fast }) {
  const account = databaseAccount();
  const nursery = path.join(folder, 'postgres.unfinished');
  rmSync(nursery, { recursive: true, force: true });
  mkdirSync(nursery, { mode: 0o700 });
  const passwordFile = path.join(nursery, 'password');
  writeFileSync(passwordFile, `${secrets.ownerPassword}\n`, { mode: 0o600 });
  if (account.uid !== undefined) {
    chownSync(nursery, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const made = spawnSync(
    path.join(program, 'bin', 'initdb'),
    [
      `--pgdata=${path.join(nursery, 'data')}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Names sort as people expect: É beside E, not after z.
      '--locale-provider=icu',
      '--icu-locale=en-US',
      '--locale=C',
      '--no-instructions',
      ...(fast ? ['--no-sync'] : []),
    ],
    { ...account, cwd: '/', env: databaseEnvironment(), encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Stop(`The database could not be made. It said:\n${made.stderr || made.error}`);
  makeLogin({ program, data: path.join(nursery, 'data'), secrets });
  renameSync(path.join(nursery, 'data'), data);
  rmSync(nursery, { recursive: true, force: true });
}

/** The server run for one user and no network: nobody can connect before the passwords are set. */
function makeLogin({ program, data, secrets }) {
  const sql = [
    `create role hearth_app login nosuperuser nocreatedb nocreaterole nobypassrls password '${secrets.appPassword}';`,
    'create database hearth;',
  ];
  const made = spawnSync(path.join(program, 'bin', 'postgres'), ['--single', '-D', data, 'postgres'], {
    ...databaseAccount(),
    cwd: '/',
    env: databaseEnvironment(),
    input: `${sql.join('\n')}\n`,
    encoding: 'utf8',
  });
  // It reads on after an error, so that its exit alone says nothing.
  if (made.status !== 0 || made.stderr.includes('ERROR:')) {
    throw new Stop(`The database's logins could not be made. It said:\n${made.stderr || made.error}`);
  }
}

async function startOnSomePort(cluster) {
  const { secrets, folder } = cluster;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (secrets.port === 0 || (await whyNotFree(secrets.port, host)) !== null) secrets.port = await anyFreePort(host);
    secrets.socketFolder = await openSocketFolder(folder);
    keepSecrets(folder, secrets);
    const started = await startOn(cluster);
    if (started) return started;
    await wait(500);
  }
  throw new Stop(`The database does not start; the reason is at the end of ${path.join(folder, 'postgres.log')}.`);
}

/** Null when it ended before it was ready: a port just taken, or a killed one's last breath. */
async function startOn({ program, folder, data, secrets, fast }) {
  const account = databaseAccount();
  const { port, socketFolder } = secrets;
  const socket = { unix_socket_directories: socketFolder ? `"${socketFolder.replaceAll('"', '""')}"` : '' };
  const flags = Object.entries({ ...settings, port, ...socket, ...(fast ? fastSettings : {}) });
  const log = openLog(path.join(folder, 'postgres.log'));
  const child = spawn(
    path.join(program, 'bin', 'postgres'),
    ['-D', data, ...flags.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...account, cwd: '/', env: databaseEnvironment(), detached: true, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  let isGone = false;
  const gone = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  }).then(() => {
    isGone = true;
  });
  if (child.pid === undefined) return null;
  const release = guard(child.pid, 'INT', account);
  void gone.then(release);
  while (!isGone) {
    const postmaster = readPostmaster(data);
    if (postmaster?.pid === child.pid && postmaster.isReady) {
      return { pid: child.pid, gone, signal: (name) => !isGone && child.kill(name) };
    }
    await wait(20);
  }
  return null;
}

function openLog(file) {
  const isLarge = existsSync(file) && statSync(file).size > largestLog;
  const log = openSync(file, isLarge ? 'w' : 'a', 0o600);
  chmodSync(file, 0o600);
  return log;
}

/** The machine's locale and settings for other databases have no say here. */
function databaseEnvironment() {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}
