// npm can be killed without telling anyone; what it ran then ends as if asked to.
import { readFileSync } from 'node:fs';
import { beganAt } from './lock.mjs';

/** Only npm is watched: a start by hand may well outlive the terminal it began in. */
export function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event) return;
  const npm = [process.ppid, parentOf(process.ppid)].find((pid) => pid && isNpm(pid));
  if (!npm) return;
  const began = beganAt(npm);
  const timer = setInterval(() => {
    if (beganAt(npm) === began) return;
    clearInterval(timer);
    onGone();
  }, 300);
  timer.unref();
}

function isNpm(pid) {
  try {
    return /^(npm |.*npm-cli\.js)/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '));
  } catch {
    return false;
  }
}

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}
