import { and, asc, eq, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { ActorTx } from '../../access/as-actor';
import { staffMembers } from '../../schema/staff';
import { supervisions } from '../../schema/notes/supervision';

export type SupervisionRow = typeof supervisions.$inferSelect & { supervisee: string; supervisor: string };

/** Those this staff member has part in, as supervisee or supervisor, the newest first. */
export function listSupervisions(tx: ActorTx, staffMemberId: string): Promise<SupervisionRow[]> {
  const supervisee = alias(staffMembers, 'supervisee');
  const supervisor = alias(staffMembers, 'supervisor');
  return tx.db
    .select({
      id: supervisions.id,
      practiceId: supervisions.practiceId,
      superviseeId: supervisions.superviseeId,
      supervisorId: supervisions.supervisorId,
      fromOn: supervisions.fromOn,
      toOn: supervisions.toOn,
      maySee: supervisions.maySee,
      mustApprove: supervisions.mustApprove,
      mustCoSign: supervisions.mustCoSign,
      createdAt: supervisions.createdAt,
      supervisee: supervisee.name,
      supervisor: supervisor.name,
    })
    .from(supervisions)
    .innerJoin(supervisee, eq(supervisee.id, supervisions.superviseeId))
    .innerJoin(supervisor, eq(supervisor.id, supervisions.supervisorId))
    .where(or(eq(supervisions.superviseeId, staffMemberId), eq(supervisions.supervisorId, staffMemberId)))
    .orderBy(sql`${supervisions.fromOn} desc`, asc(supervisions.id));
}

export async function insertSupervision(tx: ActorTx, row: typeof supervisions.$inferInsert): Promise<void> {
  await tx.db.insert(supervisions).values(row);
}

export async function endSupervisionOn(tx: ActorTx, id: string, superviseeId: string, toOn: string): Promise<void> {
  await tx.db
    .update(supervisions)
    .set({ toOn })
    .where(and(eq(supervisions.id, id), eq(supervisions.superviseeId, superviseeId)));
}
