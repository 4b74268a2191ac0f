// Settings: what is missing or wrong is one sentence that names the setting and never repeats a secret.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseEnv } from '@/lib/env';

mkdirSync('.test', { recursive: true });
const folder = mkdtempSync(path.resolve('.test', 'env-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const key = () => randomBytes(32).toString('base64');
const goodKeys = () => ({ format: 1, masterKeys: [{ id: 'm1', key: key() }], authSecret: key(), invitationKey: key() });

function keysFile(content: unknown, mode = 0o600) {
  const file = path.join(folder, `${randomBytes(6).toString('hex')}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  chmodSync(file, mode);
  return file;
}

const good = () => ({
  DATABASE_URL: 'postgres://app:pw@127.0.0.1:5432/hearth',
  HEARTH_KEYS_FILE: keysFile(goodKeys()),
});

function sentence(environment: Record<string, string | undefined>) {
  try {
    parseEnv(environment);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('Nothing was found wrong.');
}

test('with a database and keys, everything else has a default', () => {
  const env = parseEnv({ ...good(), PORT: '3001' });
  expect(env).toMatchObject({
    appOrigin: 'http://localhost:3001',
    isHttps: false,
    smtpUrl: undefined,
    databaseOwnerUrl: undefined,
  });
  expect(env.keys.masterKeys[0]?.key).toHaveLength(32);
});

test('only what listens beyond this machine without https is reached with no proxy in between', () => {
  const isReachedDirectly = (HOST: string | undefined, APP_ORIGIN: string) =>
    parseEnv({ ...good(), HOST, APP_ORIGIN }).isReachedDirectly;
  expect(isReachedDirectly('0.0.0.0', 'http://192.0.2.1:3000')).toBe(true);
  expect(isReachedDirectly('0.0.0.0', 'https://hearth.example')).toBe(false);
  for (const host of [undefined, '127.0.0.1', 'localhost', '::1'])
    expect(isReachedDirectly(host, 'http://localhost:3000')).toBe(false);
});

test('a database on another machine is spoken to over TLS, or it is said that it is not; on this one nothing need be said', () => {
  const taken = (DATABASE_URL: string) => parseEnv({ ...good(), DATABASE_URL }).databaseUrl;
  for (const url of [
    'postgres://app:pw@db.example:5432/hearth?sslmode=verify-full',
    'postgres://app:pw@db.example/hearth?sslmode=disable',
    'postgres://app:pw@[::1]:5432/hearth',
    'postgres://app:pw@localhost/hearth',
    'postgres:///hearth?host=/run/postgresql',
  ])
    expect(taken(url)).toBe(url);
});

test('an empty setting counts as not given', () => {
  expect(parseEnv({ ...good(), SMTP_URL: '', APP_ORIGIN: '' })).toMatchObject({
    smtpUrl: undefined,
    appOrigin: 'http://localhost:3000',
  });
});

test.each([
  ['DATABASE_URL', undefined],
  ['DATABASE_URL', 'mysql://app:hunter2@host/db'],
  ['DATABASE_URL', 'postgres://app:hunter2@db.example:5432/hearth'],
  ['DATABASE_OWNER_URL', 'host/hunter2'],
  ['DATABASE_OWNER_URL', 'postgres://owner:hunter2@192.0.2.1/hearth'],
  ['DATABASE_URL', 'postgres://app:hunter2@localhost/hearth?host=db.example'],
  ['APP_ORIGIN', 'hearth.example'],
  ['APP_ORIGIN', 'https://hearth.example/'],
  ['APP_ORIGIN', 'https://login:hunter2@hearth.example'],
  ['APP_ORIGIN', 'file:///hunter2'],
  ['PORT', '0'],
  ['PORT', '3000x'],
  ['SMTP_URL', 'https://mail.example/hunter2'],
  ['MAIL_FROM', 'Front Desk <desk@hunter2>'],
  ['HEARTH_KEYS_FILE', '/nowhere/keys.json'],
])('%s = %s is refused by name', (name, value) => {
  const said = sentence({ ...good(), [name]: value });
  expect(said).toMatch(new RegExp(`^${name}\\b.*\\.$`));
  expect(said).not.toContain('\n');
  expect(said).not.toContain('hunter2');
});

test.each<[string, () => string]>([
  ['is not JSON', () => keysFile('{')],
  ['can be read by everyone', () => keysFile(goodKeys(), 0o644)],
  ['masterKeys are missing', () => keysFile({ ...goodKeys(), masterKeys: [] })],
  ['authSecret is missing', () => keysFile({ ...goodKeys(), authSecret: undefined })],
  ['invitationKey must be at least 32 random bytes', () => keysFile({ ...goodKeys(), invitationKey: 'c2hvcnQ=' })],
  [
    'masterKeys.0.key is weak',
    () => keysFile({ ...goodKeys(), masterKeys: [{ id: 'm1', key: Buffer.alloc(32, 7).toString('base64') }] }),
  ],
  [
    'masterKeys.0.key must be exactly 32',
    () => keysFile({ ...goodKeys(), masterKeys: [{ id: 'm1', key: randomBytes(48).toString('base64') }] }),
  ],
  [
    'masterKeys must each have an id',
    () =>
      keysFile({
        ...goodKeys(),
        masterKeys: [
          { id: 'm1', key: key() },
          { id: 'm1', key: key() },
        ],
      }),
  ],
  [
    'uses one key for two purposes',
    () => {
      const keys = goodKeys();
      return keysFile({ ...keys, authSecret: keys.invitationKey });
    },
  ],
  ['format must be 1', () => keysFile({ ...goodKeys(), format: 2 })],
])('keys that %s are refused', (words, file) => {
  const said = sentence({ ...good(), HEARTH_KEYS_FILE: file() });
  expect(said).toContain(words);
  expect(said).toMatch(/^HEARTH_KEYS_FILE \(.*\).*\.$/);
});
