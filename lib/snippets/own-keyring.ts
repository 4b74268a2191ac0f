/** The keyring of what belongs to one staff member and to no couple. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { insertOwnKey, listOwnKeys } from '@/db/queries/notes/snippets';
import { readEnv } from '@/lib/env';
import { NotFound } from '@/lib/errors';
import type { SealedRef } from '@/lib/sealed/format';
import { type Keyring, openKeyring } from '@/lib/sealed/keyring';
import { createDataKey, type DataKeyRow } from '@/lib/sealed/keys';
import { practiceKeyFor } from '@/lib/sealed/practice-key-for';

const keyClass = 'author.snippets' as const;

/** One statement; two more when the first key is made. */
export async function ownKeyring(tx: ActorTx, makesKey = false): Promise<Keyring> {
  const { staffMemberId, practiceId, now } = tx.actor;
  if (!staffMemberId) throw new NotFound();
  const { masterKeys } = readEnv().keys;
  const { practiceKeys, keys } = await listOwnKeys(tx);
  // A key's owner stands where a couple's stands in the keys of couples: it is bound into the wrapping.
  const dataKeys: DataKeyRow[] = keys.map((key) => ({ ...key, keyClass, coupleId: staffMemberId, partnerId: null }));
  if (makesKey && dataKeys.length === 0) {
    const own = { keyClass, coupleId: staffMemberId, partnerId: null, createdAt: now };
    const { row, key } = await practiceKeyFor(tx);
    const made = createDataKey(key, own);
    const { id, practiceKeyId, createdAt } = made;
    await insertOwnKey(tx, {
      id,
      practiceId,
      practiceKeyId,
      staffMemberId,
      wrapped: Buffer.from(made.wrapped),
      createdAt,
    });
    return openKeyring(masterKeys, { practiceKeys: [row], dataKeys: [made] });
  }
  return openKeyring(masterKeys, { practiceKeys, dataKeys });
}

export const snippetRef = (tx: ActorTx, id: string): SealedRef => ({
  table: 'snippets',
  column: 'content',
  rowId: id,
  practiceId: tx.actor.practiceId,
  keyClass,
  ownerId: tx.actor.staffMemberId!,
});
