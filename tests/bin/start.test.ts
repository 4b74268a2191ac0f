// What stops a start: one sentence that names the setting, before anything is built or begun.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { anyFreePort } from '@/bin/bootstrap/port.mjs';

// Not a temporary folder: the database's user could not enter one of root's, and the data would go elsewhere.
const folder = path.resolve('.test', `start ${process.pid}`);
mkdirSync(folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(settings: Record<string, string>) {
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: 'test',
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    HEARTH_DATA: folder,
    ...settings,
  };
  const child = spawn(process.execPath, ['bin/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
}

const owner = 'postgres://owner:secret@127.0.0.1:1/hearth';
const app = 'postgres://app:secret@127.0.0.1:1/hearth';

test.each<[string, Record<string, string>]>([
  ['PORT', { PORT: 'three thousand' }],
  ['PORT', { PORT: '70000' }],
  ['APP_ORIGIN', { APP_ORIGIN: 'hearth.example' }],
  ['APP_ORIGIN', { APP_ORIGIN: 'https://hearth.example/practice' }],
  ['APP_ORIGIN', { HOST: '0.0.0.0' }],
  ['DATABASE_OWNER_URL', { DATABASE_URL: app }],
  ['DATABASE_URL', { DATABASE_OWNER_URL: owner }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://app@127.0.0.1/hearth', DATABASE_OWNER_URL: owner }],
  ['HEARTH_KEYS_FILE', { HEARTH_KEYS_FILE: '/nowhere/keys.json' }],
  ['HEARTH_KEYS_FILE', { DATABASE_URL: app, DATABASE_OWNER_URL: owner }],
])('a wrong or missing %s stops the start in one sentence: %o', async (name, settings) => {
  const { code, out, err } = await start(settings);
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toMatch(new RegExp(`^${name}\\b`));
});

test('no password of a setting is repeated in what is said', async () => {
  const { err } = await start({ DATABASE_URL: app, DATABASE_OWNER_URL: 'postgres:owner:secret' });
  expect(err).not.toContain('secret');
});

test('a taken port is said with the way out, and nothing is begun', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as AddressInfo;
  const { code, err } = await start({ PORT: String(port) });
  holder.close();
  expect(code).toBe(1);
  expect(err).toMatch(new RegExp(`^Port ${port} is taken by another program; .* PORT=\\d+ npm start\n$`));
  expect(existsSync(path.join(folder, 'postgres'))).toBe(false);
  expect(existsSync(path.join(folder, 'running.lock'))).toBe(false);
});

test('a second start with the same data says that the first one runs', async () => {
  const script = `
    import { takeLock } from './bin/bootstrap/lock.mjs';
    takeLock(${JSON.stringify(path.join(folder, 'running.lock'))}, { address: 'http://localhost:3000' });
    console.log('held');
    setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  const port = String(await anyFreePort());
  const { code, err } = await start({ PORT: port });
  expect(code).toBe(1);
  expect(err).toBe(`Hearth already runs with the data in ${folder}: http://localhost:3000 (process ${holder.pid}).\n`);
  holder.kill('SIGKILL');
});
