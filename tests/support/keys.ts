// The keys of a test run: as strong as real ones, and made anew when there are none.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';

const FILE = '.test/keys.json';

export async function writeTestKeys(): Promise<void> {
  if (existsSync(FILE)) return;
  await mkdir('.test', { recursive: true });
  const secret = () => randomBytes(32).toString('base64');
  const keys = { format: 1, masterKeys: [{ id: 'm1', key: secret() }], authSecret: secret(), invitationKey: secret() };
  await writeFile(FILE, JSON.stringify(keys), { mode: 0o600 });
}
