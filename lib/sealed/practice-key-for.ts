/** The practice's own key, under which new data keys are made. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { listKeys } from '@/db/queries/sealed-keys';
import { readEnv } from '@/lib/env';
import { SealError } from './errors';
import { openPracticeKey, type PracticeKey, type PracticeKeyRow } from './keys';

/** Throws when the practice has no key: nothing could be sealed for it. */
export async function practiceKeyFor(tx: ActorTx): Promise<{ row: PracticeKeyRow; key: PracticeKey }> {
  const { practiceKeys } = await listKeys(tx, []);
  const [row] = practiceKeys.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  if (!row) throw new SealError('no-key');
  return { row, key: openPracticeKey(readEnv().keys.masterKeys, row) };
}
