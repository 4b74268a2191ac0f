// The programs a start runs, and the promise that none of them outlives it, however it ends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from './clone.mjs';
import { Stop } from './say.mjs';

const running = new Set();

/**
 * A shell that waits for the end of this process, kill -9 included (its pipe closes), and then
 * signals what it guards: a process, or with a negative number its whole group.
 */
export function guard(target, signal, account) {
  const shell = spawn('/bin/sh', ['-c', `read -r _; kill -${signal} "$0"`, String(target)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
    ...account,
  });
  shell.on('error', () => {});
  shell.stdin.on('error', () => {});
  shell.unref();
  shell.stdin.unref?.();
  return () => shell.kill('SIGKILL');
}

/** Starts a program in a process group of its own; the terminal's Ctrl+C reaches only us. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, ...options, detached: true });
  if (child.pid === undefined) {
    child.on('error', () => {});
    return child;
  }
  const release = guard(-child.pid, 'KILL');
  running.add(child);
  child.once('exit', () => {
    running.delete(child);
    release();
  });
  return child;
}

/** Runs a program to its end, keeping its output for the case that it fails. */
export async function run(command, args, { env, failed, extra, onLine } = {}) {
  const child = start(command, args, { env, stdio: ['ignore', 'pipe', 'pipe', ...(extra ?? [])] });
  let output = '';
  let rest = '';
  const keep = (chunk) => {
    output = (output + chunk).slice(-8000);
  };
  child.stdout?.setEncoding('utf8').on('data', (chunk) => {
    keep(chunk);
    if (!onLine) return;
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    lines.forEach((line) => onLine(line));
  });
  child.stderr?.setEncoding('utf8').on('data', keep);
  let result = '';
  child.stdio?.[3]?.setEncoding('utf8').on('data', (chunk) => {
    result += chunk;
  });
  const [code] = await Promise.race([
    once(child, 'close'),
    once(child, 'error').then(([error]) => {
      throw new Stop(`${failed} (${error.message})`);
    }),
  ]);
  if (code !== 0) throw new Stop(`${failed}\n${output.trim()}`);
  return { output, result };
}

/** Ends a group politely, and after the patience runs out for good. */
export async function end(child, patience = 8000) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  signal(child.pid, 'SIGTERM');
  const timer = setTimeout(() => signal(child.pid, 'SIGKILL'), patience);
  await gone;
  clearTimeout(timer);
}

export async function endAll() {
  await Promise.all([...running].map((child) => end(child)));
}

function signal(group, name) {
  try {
    process.kill(-group, name);
  } catch {
    // It ended between the look and the signal.
  }
}
