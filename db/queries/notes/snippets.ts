import { and, asc, desc, eq } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { practiceKeys } from '../../schema/sealed-keys';
import { snippets, staffKeys } from '../../schema/notes/snippets';

/** One's own keys with the practice's that they are wrapped by, the newest of those first; the practice's alone before the first. */
export async function listOwnKeys(tx: ActorTx) {
  const rows = await tx.db
    .select({ practiceKey: practiceKeys, key: staffKeys })
    .from(practiceKeys)
    .leftJoin(
      staffKeys,
      and(eq(staffKeys.practiceKeyId, practiceKeys.id), eq(staffKeys.staffMemberId, tx.actor.staffMemberId!)),
    )
    .where(eq(practiceKeys.practiceId, tx.actor.practiceId))
    .orderBy(desc(practiceKeys.createdAt));
  return {
    practiceKeys: [...new Map(rows.map(({ practiceKey }) => [practiceKey.id, practiceKey])).values()],
    keys: rows.flatMap(({ key }) => key ?? []),
  };
}

export async function insertOwnKey(tx: ActorTx, row: typeof staffKeys.$inferInsert): Promise<void> {
  await tx.db.insert(staffKeys).values(row);
}

export function listSnippets(tx: ActorTx) {
  return tx.db
    .select({ id: snippets.id, content: snippets.content })
    .from(snippets)
    .where(eq(snippets.staffMemberId, tx.actor.staffMemberId!))
    .orderBy(asc(snippets.createdAt), asc(snippets.id));
}

export async function insertSnippet(tx: ActorTx, row: { id: string; content: Buffer }): Promise<void> {
  await tx.db
    .insert(snippets)
    .values({ ...row, practiceId: tx.actor.practiceId, staffMemberId: tx.actor.staffMemberId! });
}

/** False when there is none. */
export async function changeSnippet(tx: ActorTx, id: string, content: Buffer): Promise<boolean> {
  return (await tx.db.update(snippets).set({ content }).where(eq(snippets.id, id))).rowCount === 1;
}

export async function removeSnippet(tx: ActorTx, id: string): Promise<boolean> {
  return (await tx.db.delete(snippets).where(eq(snippets.id, id))).rowCount === 1;
}
