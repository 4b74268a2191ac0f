/**
 * The file outside the database that the newest link of each practice's chain is signed into, one line of JSON each time it moved.
 * Whoever rewrites the log in the database can't rewrite this line without the installation's keys, and copies of it may lie elsewhere.
 */
import 'server-only';
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AuditHead } from '@/db/queries/access-log/chain';
import type { MasterKey } from '@/lib/sealed/keys';

type Line = AuditHead & { keyId: string; signature: string };

/** Appends one signed line for each head and waits until it is on the disk. */
export async function appendHeads(
  file: string,
  heads: readonly AuditHead[],
  masterKeys: readonly MasterKey[],
): Promise<void> {
  const current = masterKeys[0]!;
  const lines = heads.map((head) => {
    return JSON.stringify({ ...head, keyId: current.id, signature: signatureOf(head, current).toString('base64') });
  });
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.write(lines.map((line) => `${line}\n`).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Every line that a key of this installation signed, and how many others there are. A last line cut short by a crash counts as none. */
export async function readHeads(
  file: string,
  masterKeys: readonly MasterKey[],
): Promise<{ heads: AuditHead[]; unsigned: number }> {
  if (!existsSync(file)) return { heads: [], unsigned: 0 };
  const text = await readFile(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const heads: AuditHead[] = [];
  let unsigned = 0;
  for (const line of whole.split('\n').filter((one) => one !== '')) {
    const head = signedHead(line, masterKeys);
    if (head) heads.push(head);
    else unsigned += 1;
  }
  return { heads, unsigned };
}

function signedHead(line: string, masterKeys: readonly MasterKey[]): AuditHead | null {
  let parsed: Partial<Line>;
  try {
    parsed = JSON.parse(line) as Partial<Line>;
  } catch {
    return null;
  }
  const { practiceId, place, hash, at, keyId, signature } = parsed;
  const key = masterKeys.find(({ id }) => id === keyId);
  if (!key || !practiceId || !place || !hash || !at || !signature) return null;
  const given = Buffer.from(signature, 'base64');
  const expected = signatureOf({ practiceId, place, hash, at }, key);
  return given.length === expected.length && timingSafeEqual(given, expected) ? { practiceId, place, hash, at } : null;
}

function signatureOf({ practiceId, place, hash, at }: AuditHead, { key }: MasterKey): Buffer {
  const signing = Buffer.from(hkdfSync('sha256', key, '', 'hearth access log heads', 32));
  return createHmac('sha256', signing).update([practiceId, place, hash, at].join('|')).digest();
}
