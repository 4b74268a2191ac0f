/** What is changed about a step that stays on the plan: rows that are only ever added. */
import type { ActorTx } from '../../access/as-actor';
import { assignmentTerms, ownTerms } from '../../schema/plan/terms';

export async function insertTerms(
  tx: ActorTx,
  row: Pick<typeof assignmentTerms.$inferInsert, 'id' | 'coupleId' | 'assignmentId' | 'terms'>,
): Promise<void> {
  await tx.db
    .insert(assignmentTerms)
    .values({ ...row, practiceId: tx.actor.practiceId, authorId: tx.actor.staffMemberId! });
}

export async function insertOwnTerms(
  tx: ActorTx,
  row: Pick<typeof ownTerms.$inferInsert, 'id' | 'coupleId' | 'partnerId' | 'assignmentId' | 'words'>,
): Promise<void> {
  await tx.db.insert(ownTerms).values({ ...row, practiceId: tx.actor.practiceId, authorId: tx.actor.staffMemberId! });
}
