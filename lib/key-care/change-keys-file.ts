/** Puts a master key into the file of keys, or takes one out. The file is whole at every moment, and stays whose it was. */
import 'server-only';
import { randomBytes } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { CareStopped } from '@/db/installation/key-care';
import { KEYS_ARE_KNOWN_AFTER_MS } from './followed-keys';
import { checkKeys, type Keys, type KeysPlace, nameOfPlace } from '@/lib/keys-file';

type Content = { masterKeys: { id: string; key: string }[] };

export async function addMasterKey(place: KeysPlace, known: Keys): Promise<Keys> {
  return change(place, (content) => {
    const numbers = known.masterKeys.map(({ id }) => Number(/^m(\d+)$/.exec(id)?.[1] ?? 0));
    const made = { id: `m${Math.max(...numbers) + 1}`, key: randomBytes(32).toString('base64') };
    return { ...content, masterKeys: [made, ...content.masterKeys] };
  });
}

export async function dropMasterKey(place: KeysPlace, id: string): Promise<Keys> {
  return change(place, (content) => ({ ...content, masterKeys: content.masterKeys.filter((key) => key.id !== id) }));
}

/** Waits until every process that reads the file knows it as it is now. */
export async function outlastOldKeys(place: KeysPlace): Promise<void> {
  if (!('file' in place)) return;
  const { mtimeMs } = await stat(place.file);
  const left = mtimeMs + 2 * KEYS_ARE_KNOWN_AFTER_MS - Date.now();
  if (left > 0) await wait(Math.min(left, 2 * KEYS_ARE_KNOWN_AFTER_MS));
}

async function change(place: KeysPlace, changed: (content: Content) => Content): Promise<Keys> {
  if (!('file' in place)) {
    throw new CareStopped(
      'HEARTH_KEYS stands in the environment, where no command can change it. Put a new master key first in it, keep the old one after it, start every Hearth again, and run this once more.',
    );
  }
  // Where the file is a link, what it leads to is replaced.
  const file = realpathSync(place.file);
  const content = changed(JSON.parse(await readFile(file, 'utf8')) as Content);
  const keys = checkKeys(nameOfPlace(place), content);
  const { mode, uid, gid } = await stat(file);
  const made = `${file}.${process.pid}`;
  const handle = await open(made, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(content, null, 2)}\n`);
    await handle.chmod(mode & 0o777);
    await handle.chown(uid, gid).catch(() => undefined);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(made, file);
  return keys;
}
