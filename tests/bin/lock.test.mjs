// A lock has one holder, and a dead holder has none.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { takeLock } from '../../bin/bootstrap/lock.mjs';

mkdirSync('.test', { recursive: true });
const folder = mkdtempSync(path.resolve('.test', 'lock-'));
const file = path.join(folder, 'lock');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const goneProcess = () => spawnSync(process.execPath, ['-e', '']).pid;

test('a held lock names its holder, a released one is free', () => {
  const lock = takeLock(file, { address: 'here' });
  expect(lock.tookOver).toBe(false);
  expect(takeLock(file).holder).toMatchObject({ pid: process.pid, address: 'here' });
  lock.release();
  expect(existsSync(file)).toBe(false);
});

test('a lock whose holder was killed is taken over', () => {
  writeFileSync(file, JSON.stringify({ pid: goneProcess(), began: 'then' }));
  const lock = takeLock(file);
  expect(lock.tookOver).toBe(true);
  lock.release();
});

test('a lock whose number went to another process is taken over', () => {
  writeFileSync(file, JSON.stringify({ pid: process.pid, began: 'an earlier life' }));
  const lock = takeLock(file);
  expect(lock.tookOver).toBe(true);
  lock.release();
});

test('half a lock is no lock', () => {
  writeFileSync(file, '{"pid":');
  const lock = takeLock(file);
  expect(lock.tookOver).toBe(true);
  lock.release();
});

test('of eight that want a dead lock at once, one has it', async () => {
  writeFileSync(file, JSON.stringify({ pid: goneProcess(), began: 'then' }));
  const script = `
    import { takeLock } from './bin/bootstrap/lock.mjs';
    console.log(takeLock(${JSON.stringify(file)}).holder ? 'refused' : 'held');
    process.stdin.resume().on('end', () => process.exit());`;
  const takers = Array.from({ length: 8 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] }),
  );
  const said = await Promise.all(takers.map(async (taker) => (await once(taker.stdout, 'data')).toString().trim()));
  takers.forEach((taker) => taker.stdin.end());
  expect(said.filter((word) => word === 'held')).toHaveLength(1);
});
