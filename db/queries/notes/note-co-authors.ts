import { and, eq, inArray } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { noteCoAuthors } from '../../schema/session-notes';
import { staffMembers } from '../../schema/staff';

/** Who may write a note beside its author, in the order they were named; for the author and for them. */
export function listCoAuthors(tx: ActorTx, noteId: string) {
  return tx.db
    .select({ staffMemberId: noteCoAuthors.coAuthorId, name: staffMembers.name, credential: staffMembers.credential })
    .from(noteCoAuthors)
    .innerJoin(staffMembers, eq(staffMembers.id, noteCoAuthors.coAuthorId))
    .where(eq(noteCoAuthors.noteId, noteId))
    .orderBy(noteCoAuthors.namedAt, noteCoAuthors.id);
}

export async function insertCoAuthor(tx: ActorTx, row: typeof noteCoAuthors.$inferInsert): Promise<void> {
  await tx.db.insert(noteCoAuthors).values(row);
}

/** False when that person was none. */
export async function removeCoAuthor(tx: ActorTx, noteId: string, coAuthorId: string): Promise<boolean> {
  const removed = await tx.db
    .delete(noteCoAuthors)
    .where(and(eq(noteCoAuthors.noteId, noteId), eq(noteCoAuthors.coAuthorId, coAuthorId)));
  return removed.rowCount === 1;
}

export function listStaffNames(tx: ActorTx, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return tx.db
    .select({ id: staffMembers.id, name: staffMembers.name })
    .from(staffMembers)
    .where(inArray(staffMembers.id, [...ids]));
}
