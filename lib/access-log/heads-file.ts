/**
 * The file outside the database that the newest link of each practice's chain is signed into, one line of JSON each time it moved.
 * Whoever rewrites the log in the database can't rewrite this line without the installation's keys, and copies of it may lie elsewhere.
 */
import 'server-only';
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
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
  const lines = heads.map((head) => lineOf(head, current));
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a', 0o600);
  try {
    // Each on a line of its own, also after one that a crash cut short.
    await handle.writeFile(lines.map((line) => `\n${line}\n`).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Every line that a key of this installation signed, and how many others there are. A line cut short by a crash counts as none. */
export async function readHeads(
  file: string,
  masterKeys: readonly MasterKey[],
): Promise<{ heads: AuditHead[]; unsigned: number }> {
  if (!existsSync(file)) return { heads: [], unsigned: 0 };
  const text = await readFile(file, 'utf8');
  const heads: AuditHead[] = [];
  let unsigned = 0;
  for (const line of text.split('\n').filter((one) => one.endsWith('}'))) {
    const head = signedHead(line, masterKeys);
    if (head) heads.push(head);
    else unsigned += 1;
  }
  return { heads, unsigned };
}

/** The ids of the keys that lines of the file are signed with. */
export async function keyIdsOfHeads(file: string, masterKeys: readonly MasterKey[]): Promise<string[]> {
  if (!existsSync(file)) return [];
  const lines = (await readFile(file, 'utf8')).split('\n');
  const signed = lines.filter((line) => signedHead(line, masterKeys) !== null);
  return [...new Set(signed.map((line) => (JSON.parse(line) as Line).keyId))];
}

/**
 * Signs every line anew with the newest key; a line that no key of this installation signed stays as it is. The new file takes the
 * place of the old at once, and what was appended to the old one meanwhile is taken over.
 */
export async function signHeadsAnew(file: string, masterKeys: readonly MasterKey[]): Promise<void> {
  if (!existsSync(file)) return;
  const current = masterKeys[0]!;
  const anew = (text: string) =>
    text
      .split('\n')
      .map((line) => {
        const head = line === '' ? null : signedHead(line, masterKeys);
        return head ? lineOf(head, current) : line;
      })
      .join('\n');
  const old = await open(file, 'r');
  const made = `${file}.${process.pid}`;
  try {
    const before = await old.readFile('utf8');
    const { mode, uid, gid } = await old.stat();
    const next = await open(made, 'w', mode & 0o777);
    try {
      await next.writeFile(anew(before));
      await next.chown(uid, gid).catch(() => undefined);
      await next.sync();
    } finally {
      await next.close();
    }
    await rename(made, file);
    // Whoever had the old file open appends at once after opening.
    await wait(500);
    const later = (await old.readFile('utf8')).toString();
    if (later !== '') await appendFile(file, anew(later), { flush: true });
  } finally {
    await old.close();
  }
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
  const expected = macOf({ practiceId, place, hash, at }, key);
  return given.length === expected.length && timingSafeEqual(given, expected) ? { practiceId, place, hash, at } : null;
}

const lineOf = (head: AuditHead, key: MasterKey): string =>
  JSON.stringify({ ...head, keyId: key.id, signature: macOf(head, key).toString('base64') });

function macOf({ practiceId, place, hash, at }: AuditHead, { key }: MasterKey): Buffer {
  const signing = Buffer.from(hkdfSync('sha256', key, '', 'hearth access log heads', 32));
  return createHmac('sha256', signing).update([practiceId, place, hash, at].join('|')).digest();
}
