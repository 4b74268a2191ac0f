// The folder of the database's socket: one that only the database and the app may enter, or none.
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { shortHash } from '../bootstrap/clone.mjs';
import { canEnter, databaseAccount } from './place.mjs';

/** Systems hold 104 bytes and more of a socket's address, the end of it included. */
const longest = 100;
const name = '.s.PGSQL.';

/**
 * A folder for the socket of the database whose data lie in `data`: there, or where its address would be too long below the system's
 * temporary folder. Null where neither will do, and the database is then spoken to over loopback alone.
 */
export async function openSocketFolder(data) {
  if (process.platform === 'win32') return null;
  for (const folder of [path.join(data, 'socket'), ...temporaryFolder(data)])
    if (await readySocketFolder(folder)) return folder;
  return null;
}

/** Makes it, or makes it ready again for a server that was killed. No server may be using it. */
export async function readySocketFolder(folder) {
  if (Buffer.byteLength(path.join(folder, `${name}65535`)) > longest) return false;
  return makeOwn(folder) && canEnter(folder) && clear(folder) && (await holdsSockets(folder));
}

/** What lies beside the data goes with them; what lies elsewhere is taken away. */
export function leaveSocketFolder(folder, data) {
  if (folder === null || path.dirname(folder) === path.resolve(data)) return;
  try {
    rmdirSync(folder);
  } catch {
    // Something is still in it; the next start finds it again.
  }
}

/** Its name is the same at each start. Where others may rename what is not theirs, a folder proves nothing. */
function temporaryFolder(data) {
  try {
    const parent = realpathSync(tmpdir());
    const { uid, mode } = statSync(parent);
    const isOwn = uid === 0 || uid === process.getuid();
    return isOwn && (!(mode & 0o022) || mode & 0o1000) ? [path.join(parent, `hearth-${shortHash(data)}`)] : [];
  } catch {
    return [];
  }
}

/**
 * False when somebody else's stands there, also if it only leads to another place. Root's is given to the user the database runs as: root
 * needs no leave to enter, and nobody else gets any.
 */
function makeOwn(folder) {
  const maker = process.getuid();
  const { uid = maker, gid = process.getgid() } = databaseAccount();
  let opened;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    opened = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
    const owner = fstatSync(opened).uid;
    if (owner !== uid && owner !== maker) return false;
    if (owner !== uid) fchownSync(opened, uid, gid);
    fchmodSync(opened, 0o700);
    return true;
  } catch {
    return false;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

/** A killed server leaves its socket, and beside it the number of a process that may be another program's by now. */
function clear(folder) {
  try {
    for (const found of readdirSync(folder)) if (found.startsWith(name)) rmSync(path.join(folder, found));
    return true;
  } catch {
    return false;
  }
}

/** Some shared and mounted disks hold files alone. */
function holdsSockets(folder) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(path.join(folder, `${name}0`), () => server.close(() => resolve(true)));
  });
}
