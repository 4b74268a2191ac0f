// Settings: what is missing or wrong is one sentence that names the setting and never repeats a secret.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { parseEnv } from '@/lib/env';
import { KEYS_ARE_KNOWN_AFTER_MS } from '@/lib/key-care/followed-keys';

mkdirSync('.test', { recursive: true });
const folder = mkdtempSync(path.resolve('.test', 'env-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const twice = (() => {
  const half = randomBytes(16);
  return Buffer.concat([half, half]);
})();
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
    'postgres://app:pw@127.0.0.1:5432/hearth?host=%2Fsome%20folder%2Fsocket',
  ])
    expect(taken(url)).toBe(url);
});

test('the log keeps everything, unless less is asked for', () => {
  expect(parseEnv(good()).logLevel).toBe('info');
  expect(parseEnv({ ...good(), HEARTH_LOG_LEVEL: 'warn' }).logLevel).toBe('warn');
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
  ['DATABASE_URL', 'postgres://app:hunter2@localhost/hearth?host=/run/postgresql&host=db.example'],
  ['APP_ORIGIN', 'hearth.example'],
  ['APP_ORIGIN', 'https://hearth.example/'],
  ['APP_ORIGIN', 'https://login:hunter2@hearth.example'],
  ['APP_ORIGIN', 'file:///hunter2'],
  ['PORT', '0'],
  ['HEARTH_LOG_LEVEL', 'hunter2'],
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
  // One key said in two ways is still one key.
  [
    'uses one key for two purposes',
    () => {
      const { masterKeys, ...rest } = goodKeys();
      return keysFile({
        ...rest,
        masterKeys: [...masterKeys, { id: 'm2', key: masterKeys[0]!.key.replaceAll('=', '') }],
      });
    },
  ],
  [
    'authSecret is weak',
    () => keysFile({ ...goodKeys(), authSecret: base64(Buffer.from('correct horse battery staple and more')) }),
  ],
  [
    'invitationKey is weak',
    () => keysFile({ ...goodKeys(), invitationKey: base64(Buffer.from(Array.from({ length: 32 }, (_, at) => at))) }),
  ],
  ['masterKeys.0.key is weak', () => keysFile({ ...goodKeys(), masterKeys: [{ id: 'm1', key: base64(twice) }] })],
  [
    'masterKeys.0.key must be at least 32',
    () => keysFile({ ...goodKeys(), masterKeys: [{ id: 'm1', key: `${key()} and more` }] }),
  ],
  [
    'masterKeys.0.key must be at least 32',
    () => keysFile({ ...goodKeys(), masterKeys: [{ id: 'm1', key: key().slice(0, 30) }] }),
  ],
  ['is not JSON', () => keysFile('')],
  ['does not exist', () => path.join(folder, 'nowhere.json')],
])('keys that %s are refused', (words, file) => {
  const said = sentence({ ...good(), HEARTH_KEYS_FILE: file() });
  expect(said).toContain(words);
  expect(said).toMatch(/^HEARTH_KEYS_FILE \(.*\).*\.$/);
});

test('keys may stand in the environment itself, under the same rules, and never in two places', () => {
  const { HEARTH_KEYS_FILE: file, ...rest } = good();
  expect(parseEnv({ ...rest, HEARTH_KEYS: JSON.stringify(goodKeys()) }).keys.masterKeys).toHaveLength(1);
  expect(sentence({ ...rest, HEARTH_KEYS: '{' })).toBe('HEARTH_KEYS is not JSON.');
  const weak = JSON.stringify({ ...goodKeys(), authSecret: Buffer.alloc(32, 1).toString('base64') });
  expect(sentence({ ...rest, HEARTH_KEYS: weak })).toBe('HEARTH_KEYS: authSecret is weak: its bytes are not random.');
  expect(sentence({ ...rest, HEARTH_KEYS_FILE: file, HEARTH_KEYS: JSON.stringify(goodKeys()) })).toMatch(/both set/);
});

test('no refusal repeats a key, whole or in part', () => {
  const { masterKeys, ...rest } = goodKeys();
  for (const broken of [
    { ...rest, masterKeys: [masterKeys[0], masterKeys[0]] },
    { ...rest, masterKeys: [{ id: 'm1', key: `${masterKeys[0]!.key}${masterKeys[0]!.key}` }] },
    { ...rest, masterKeys, authSecret: rest.invitationKey },
    { ...rest, masterKeys, format: masterKeys[0]!.key },
  ]) {
    const said = sentence({ ...good(), HEARTH_KEYS_FILE: keysFile(broken) });
    for (const secret of [masterKeys[0]!.key, rest.invitationKey, rest.authSecret])
      expect(said).not.toContain(secret.slice(0, 12));
  }
});

test('a file that changes while Hearth runs is followed within a second: a new key counts, and what was taken out still opens', async () => {
  const keys = goodKeys();
  const file = keysFile(keys);
  const env = parseEnv({ ...good(), HEARTH_KEYS_FILE: file });
  const ids = () => env.keys.masterKeys.map(({ id }) => id);
  const write = async (content: unknown) => {
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    await wait(KEYS_ARE_KNOWN_AFTER_MS + 50);
  };
  expect(ids()).toEqual(['m1']);
  await write({ ...keys, masterKeys: [{ id: 'm2', key: key() }, ...keys.masterKeys] });
  expect(ids()).toEqual(['m2', 'm1']);
  await write('{');
  expect(ids()).toEqual(['m2', 'm1']);
  await write({ ...keys, masterKeys: [{ id: 'm2', key: key() }] });
  expect(ids()).toEqual(['m2', 'm1']);
  const m3 = { id: 'm3', key: key() };
  await write({ ...keys, masterKeys: [m3] });
  expect(ids()).toEqual(['m3', 'm2', 'm1']);
  expect(parseEnv({ ...good(), HEARTH_KEYS_FILE: file }).keys.masterKeys).toHaveLength(1);
});
