import { and, asc, eq } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { diagnoses } from '../../schema/goals';
import { staffMembers } from '../../schema/staff';

/** Every row about diagnoses of a couple's partners, in the order they were written, each with who wrote it. */
export function listDiagnoses(tx: ActorTx, coupleId: string) {
  const { id, partnerId, kind, code, ofId, on, writtenAt } = diagnoses;
  return tx.db
    .select({ id, partnerId, kind, code, ofId, on, writtenAt, author: staffMembers.name })
    .from(diagnoses)
    .innerJoin(staffMembers, eq(staffMembers.id, diagnoses.authorId))
    .where(eq(diagnoses.coupleId, coupleId))
    .orderBy(asc(writtenAt), asc(id));
}
export type DiagnosisRow = Awaited<ReturnType<typeof listDiagnoses>>[number];

export async function findGiven(tx: ActorTx, coupleId: string, diagnosisId: string) {
  const [row] = await tx.db
    .select()
    .from(diagnoses)
    .where(and(eq(diagnoses.coupleId, coupleId), eq(diagnoses.id, diagnosisId), eq(diagnoses.kind, 'given')));
  return row ?? null;
}

/** False when that was said of this diagnosis before. */
export async function insertDiagnosis(
  tx: ActorTx,
  row: Pick<typeof diagnoses.$inferInsert, 'coupleId' | 'partnerId' | 'kind' | 'code' | 'ofId' | 'on'> & { id: string },
): Promise<boolean> {
  const { practiceId, staffMemberId, now } = tx.actor;
  const made = await tx.db
    .insert(diagnoses)
    .values({ ...row, practiceId, authorId: staffMemberId!, writtenAt: now })
    .onConflictDoNothing();
  return made.rowCount === 1;
}
