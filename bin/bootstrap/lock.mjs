// A lock that a killed holder can't keep: it names the process and when that process began.
import { execFileSync } from 'node:child_process';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** A process number alone is not a name: after a while another program has it. */
export function beganAt(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : `${bootId()}/${fields[19]}`;
  } catch {
    if (existsSync('/proc/self/stat')) return null;
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

function bootId() {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

function holderOf(text) {
  try {
    const holder = JSON.parse(text);
    return beganAt(holder.pid) === holder.began ? holder : null;
  } catch {
    return null;
  }
}

/** Takes the lock, or returns who holds it. */
export function takeLock(file, about = {}) {
  const mine = `${file}.${process.pid}`;
  const text = JSON.stringify({ pid: process.pid, began: beganAt(process.pid), ...about });
  writeFileSync(mine, text, { mode: 0o600 });
  let tookOver = false;
  try {
    for (;;) {
      try {
        linkSync(mine, file);
        return {
          tookOver,
          release() {
            if (readOrNull(file) === text) rmSync(file, { force: true });
          },
        };
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const seen = readOrNull(file);
      if (seen === null) continue;
      const holder = holderOf(seen);
      if (holder) return { holder };
      const aside = `${mine}.stale`;
      try {
        renameSync(file, aside);
      } catch {
        continue;
      }
      // Somebody else may have replaced the dead lock between the look and the rename.
      if (readOrNull(aside) !== seen) renameSync(aside, file);
      else rmSync(aside, { force: true });
      tookOver = true;
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Waits until the holder is done or gone. */
export async function waitForLock(file, onWait) {
  for (let said = false; ;) {
    const lock = takeLock(file);
    if (!lock.holder) return lock;
    if (!said) onWait(lock.holder);
    said = true;
    await wait(200);
  }
}

function readOrNull(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
