// What a killed database left behind: a server that still runs, or a file that says one does.
import { readFileSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Stop } from '../bootstrap/say.mjs';

/** What a running server says of itself in its data folder. */
export function readPostmaster(data) {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), isReady: lines[7]?.trim() === 'ready' };
  } catch {
    return null;
  }
}

/** Ends a server of ours that outlived its start. The number of a dead one may have gone to another program. */
export async function clearLeftover(data) {
  const postmaster = readPostmaster(data);
  if (!postmaster || !isAlive(postmaster.pid)) return;
  if (!commandOf(postmaster.pid).includes(data)) {
    rmSync(path.join(data, 'postmaster.pid'), { force: true });
    return;
  }
  for (const [name, patience] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ]) {
    try {
      process.kill(postmaster.pid, name);
    } catch (error) {
      if (error.code === 'ESRCH') return;
      throw new Stop(
        `A database that another user started still runs in ${data} (process ${postmaster.pid}); end it first.`,
      );
    }
    for (const until = Date.now() + patience; Date.now() < until; await wait(20)) {
      if (!isAlive(postmaster.pid)) return;
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
  } catch {
    return true;
  }
}

function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    try {
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    } catch {
      return '';
    }
  }
}
