// A file of keys for one test file alone, set before the product reads its settings: rotating the one all tests share would reach them too.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

mkdirSync('.test', { recursive: true });
const folder = mkdtempSync(path.resolve('.test', 'keys-'));
const secret = () => randomBytes(32).toString('base64');

export const OWN_KEYS = path.join(folder, 'keys.json');
export const OWN_HEADS = path.join(folder, 'heads.jsonl');
writeFileSync(
  OWN_KEYS,
  JSON.stringify({
    format: 1,
    masterKeys: [{ id: 'm1', key: secret() }],
    authSecret: secret(),
    invitationKey: secret(),
  }),
  { mode: 0o600 },
);
process.env.HEARTH_KEYS_FILE = OWN_KEYS;
process.env.HEARTH_LOG_HEADS = OWN_HEADS;

export const masterKeyIds = (): string[] =>
  (JSON.parse(readFileSync(OWN_KEYS, 'utf8')) as { masterKeys: { id: string }[] }).masterKeys.map(({ id }) => id);
export const removeOwnKeys = () => rmSync(folder, { recursive: true, force: true });
