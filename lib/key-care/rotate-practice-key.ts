/** A new key of a practice: every key below it is wrapped anew, and the old one is removed. */
import 'server-only';
import {
  addPracticeKey,
  CareStopped,
  careForKeys,
  type DataKey,
  type KeyCare,
  type KeyTable,
  listKeysUnder,
  listPracticeKeys,
  outlastOthers,
  type PracticeKey,
  removePracticeKey,
  replaceKeys,
} from '@/db/installation/key-care';
import { readKeys } from '@/lib/keys-file';
import { createPracticeKey, type MasterKey, openPracticeKey, rewrapDataKey } from '@/lib/sealed/keys';
import { refuseMissingMasterKeys } from './keys-in-use';
import type { CareSettings } from './rotate-master-key';

const AT_ONCE = 500;
const TABLES: readonly KeyTable[] = ['data_keys', 'staff_keys'];

/** Of one practice, or of all. Killed anywhere and run again, it goes on: a practice with two keys has one begun already. */
export function rotatePracticeKeys(
  { ownerUrl, keysPlace, said }: CareSettings,
  practiceId: string | null,
): Promise<void> {
  return careForKeys(ownerUrl, async (care) => {
    const { masterKeys } = readKeys(keysPlace);
    await refuseMissingMasterKeys(care, keysPlace, masterKeys);
    const byPractice = Map.groupBy(await listPracticeKeys(care), (key) => key.practiceId);
    const asked = practiceId === null ? [...byPractice.keys()] : [practiceId].filter((id) => byPractice.has(id));
    if (asked.length === 0)
      throw new CareStopped(practiceId === null ? 'There is no practice yet.' : 'There is no such practice.');
    for (const id of asked) {
      if (byPractice.get(id)!.length === 1) {
        const { wrapped, ...key } = createPracticeKey(masterKeys, id);
        await addPracticeKey(care, { ...key, wrapped: Buffer.from(wrapped) });
      }
    }
    // Who had read the old key as the newest may still wrap a new one by it.
    await outlastOthers(care);
    const now = Map.groupBy(await listPracticeKeys(care), (key) => key.practiceId);
    for (const id of asked) {
      const [newest, ...older] = now.get(id)!;
      let count = 0;
      for (const old of older) {
        for (const table of TABLES) count += await moveAll(care, masterKeys, table, old, newest!);
        if (!(await removePracticeKey(care, old.id)))
          throw new CareStopped(
            'Something was made under the old key meanwhile. Nothing is lost; run the same command again.',
          );
      }
      said(`Practice ${id}: a new key, and ${count} ${count === 1 ? 'key' : 'keys'} wrapped anew by it.`);
    }
  });
}

async function moveAll(
  care: KeyCare,
  masterKeys: readonly MasterKey[],
  table: KeyTable,
  old: PracticeKey,
  newest: PracticeKey,
): Promise<number> {
  const from = openPracticeKey(masterKeys, old);
  const to = openPracticeKey(masterKeys, newest);
  let count = 0;
  for (;;) {
    const keys = await listKeysUnder(care, table, old.id, AT_ONCE);
    if (keys.length === 0) return count;
    const moved = keys.map((key) => ({ ...key, ...rewrapDataKey(from, to, key) }) as DataKey);
    await replaceKeys(
      care,
      table,
      old.id,
      moved.map((key) => ({ ...key, wrapped: Buffer.from(key.wrapped) })),
    );
    count += keys.length;
  }
}
