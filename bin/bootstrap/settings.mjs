// What the environment asks for, as far as it must be known before anything is installed;
// lib/env.ts has the last word on all of it.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './clone.mjs';
import { Stop } from './say.mjs';

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

export function readSettings(environment = process.env) {
  const given = (name) => environment[name]?.trim() || undefined;
  const port = Number(given('PORT') ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Stop('PORT must be a number from 1 to 65535.');
  const host = given('HOST') ?? '127.0.0.1';
  const origin = given('APP_ORIGIN') ?? (loopback.has(host) ? `http://localhost:${port}` : undefined);
  if (!origin) {
    throw new Stop(
      `APP_ORIGIN is missing: with HOST=${host} Hearth must know the address people use, for example APP_ORIGIN=https://hearth.example.`,
    );
  }
  if (!isOrigin(origin))
    throw new Stop(
      'APP_ORIGIN must be an origin such as https://hearth.example, with nothing after the host and port.',
    );
  const database = readDatabase(given);
  return {
    port,
    host,
    origin,
    data: given('HEARTH_DATA'),
    database,
    keysFile: readKeysFile(given, database !== undefined),
    /** The keys stand in HEARTH_KEYS itself, and no file is made. */
    areKeysGiven: given('HEARTH_KEYS') !== undefined,
  };
}

function isOrigin(text) {
  try {
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) && url.origin === text;
  } catch {
    return false;
  }
}

/** Undefined means the built-in database. */
function readDatabase(given) {
  const app = given('DATABASE_URL');
  const owner = given('DATABASE_OWNER_URL');
  if (!app && !owner) return undefined;
  if (!app)
    throw new Stop(
      'DATABASE_URL is missing: DATABASE_OWNER_URL alone is not enough, the app signs in with a login of its own.',
    );
  if (!owner)
    throw new Stop(
      'DATABASE_OWNER_URL is missing: with DATABASE_URL set, migrations need the login that owns the database.',
    );
  for (const [name, url] of Object.entries({ DATABASE_URL: app, DATABASE_OWNER_URL: owner })) {
    if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
      throw new Stop(`${name} must look like postgres://login:password@host:5432/database.`);
    }
  }
  return { app, owner };
}

/** With the built-in database a missing file is made; a database of one's own may hold what only an older file opens. */
function readKeysFile(given, isOwnDatabase) {
  const file = given('HEARTH_KEYS_FILE');
  if (given('HEARTH_KEYS')) {
    if (!file) return undefined;
    throw new Stop(
      'HEARTH_KEYS and HEARTH_KEYS_FILE are both set: keep one of them, so that it is known which keys count.',
    );
  }
  if (file && !existsSync(file)) throw new Stop(`HEARTH_KEYS_FILE names ${file}, which does not exist.`);
  if (file) return path.resolve(file);
  if (!isOwnDatabase) return undefined;
  const usual = path.resolve(given('HEARTH_DATA') ?? path.join(root, '.hearth'), 'keys.json');
  if (existsSync(usual)) return usual;
  throw new Stop(
    `HEARTH_KEYS_FILE is missing: with DATABASE_URL set, name the file of keys; \`npm run keys -- <file>\` makes a new one.`,
  );
}
