// The keys file of an installation with the built-in database, made once.
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Stop } from './say.mjs';

export function ensureKeys(folder) {
  const file = path.join(folder, 'keys.json');
  if (existsSync(file)) return file;
  if (existsSync(path.join(folder, 'postgres'))) {
    throw new Stop(
      `${file} is missing, and without it what the database beside it holds can't be read; put it back, or set HEARTH_DATA to another folder.`,
    );
  }
  makeKeys(file);
  return file;
}

export function makeKeys(file) {
  const key = () => randomBytes(32).toString('base64');
  const keys = { format: 1, masterKeys: [{ id: 'm1', key: key() }], authSecret: key(), invitationKey: key() };
  const made = `${file}.${process.pid}`;
  writeFileSync(made, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flush: true });
  try {
    // A link never replaces a file that is there already.
    linkSync(made, file);
  } catch (error) {
    throw new Stop(error.code === 'EEXIST' ? `${file} exists already and is not replaced.` : error.message);
  } finally {
    rmSync(made);
  }
}
