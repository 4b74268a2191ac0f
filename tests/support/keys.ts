// The keys of a test run: as strong as real ones, and made anew when there are none.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { KEYS_FILE } from './settings';

export async function writeTestKeys(): Promise<void> {
  if (existsSync(KEYS_FILE)) return;
  await mkdir('.test', { recursive: true });
  const secret = () => randomBytes(32).toString('base64');
  const keys = { format: 1, masterKeys: [{ id: 'm1', key: secret() }], authSecret: secret(), invitationKey: secret() };
  await writeFile(KEYS_FILE, JSON.stringify(keys), { mode: 0o600 });
}

export async function readTestKeys(): Promise<{ authSecret: string }> {
  return JSON.parse(await readFile(KEYS_FILE, 'utf8')) as { authSecret: string };
}
