/** New data keys: what is written from now on is sealed with them, and what was written before still opens with the older ones. */
import 'server-only';
import {
  addKeys,
  beginKeys,
  CareStopped,
  careForKeys,
  type DataKey,
  type KeyCare,
  type KeyTable,
  listKeys,
  listPracticeKeys,
  outlastOthers,
  type Which,
} from '@/db/installation/key-care';
import { readKeys } from '@/lib/keys-file';
import { createDataKey, type MasterKey, openPracticeKey } from '@/lib/sealed/keys';
import { refuseMissingMasterKeys } from './keys-in-use';
import type { CareSettings } from './rotate-master-key';

/** When a key that waits says it was made: never the newest of its line, so that everybody is handed it and nobody seals with it. */
const WAITING = new Date(0);

/** Killed anywhere and run again, it goes on with the keys that wait. */
export function renewDataKeys({ ownerUrl, keysPlace, said }: CareSettings, which: Which): Promise<void> {
  return careForKeys(ownerUrl, async (care) => {
    const { masterKeys } = readKeys(keysPlace);
    await refuseMissingMasterKeys(care, keysPlace, masterKeys);
    const count = await renew(care, masterKeys, which);
    if (count === 0) throw new CareStopped('There is no key of that class and owner.');
    said(
      `${count} new ${count === 1 ? 'key seals' : 'keys seal'} from now on; what was sealed before opens with the older ones.`,
    );
  });
}

/** How many lines have a new key. */
export async function renew(care: KeyCare, masterKeys: readonly MasterKey[], which: Which): Promise<number> {
  const begun: { table: KeyTable; ids: string[] }[] = [];
  for (const table of ['data_keys', 'staff_keys'] as const)
    begun.push({ table, ids: await makeWaiting(care, masterKeys, table, which) });
  // Who does not know the new key yet may read, later in the same transaction, what somebody else has sealed with it.
  await outlastOthers(care);
  for (const { table, ids } of begun) await beginKeys(care, table, ids, WAITING);
  return begun.reduce((sum, { ids }) => sum + ids.length, 0);
}

async function makeWaiting(
  care: KeyCare,
  masterKeys: readonly MasterKey[],
  table: KeyTable,
  which: Which,
): Promise<string[]> {
  const newest = new Map(
    (await listPracticeKeys(care)).toReversed().map((row) => [row.practiceId, openPracticeKey(masterKeys, row)]),
  );
  const lines = Map.groupBy(await listKeys(care, table, which), lineOf);
  const isWaiting = ({ createdAt }: DataKey) => createdAt.getTime() === WAITING.getTime();
  const made: DataKey[] = [];
  const ids = [...lines.values()].map((keys) => {
    const waiting = keys.find(isWaiting);
    if (waiting) return waiting.id;
    const { practiceId, keyClass, coupleId, partnerId, authorId } = keys[0]!;
    const owner = { keyClass, coupleId, partnerId, ...(authorId && { authorId }), createdAt: WAITING };
    const key = createDataKey(newest.get(practiceId)!, owner);
    made.push({ ...key, authorId, wrapped: Buffer.from(key.wrapped) });
    return key.id;
  });
  await addKeys(care, table, made);
  return ids;
}

const lineOf = ({ keyClass, coupleId, partnerId, authorId }: DataKey) =>
  `${keyClass} ${coupleId} ${partnerId ?? ''} ${authorId ?? ''}`;
