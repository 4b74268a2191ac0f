/** Saves of an intake that hold only on the version they were made on: false when someone saved in the meantime. */
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { agreements, confidentialityPolicies, intakes, partnerIntakes, type Reason } from '../../schema/intakes';

export async function saveIntake(
  tx: ActorTx,
  coupleId: string,
  version: number,
  to: { reasons: Reason[] },
): Promise<boolean> {
  const saved =
    version === 0
      ? await tx.db
          .insert(intakes)
          .values({ ...to, coupleId, practiceId: tx.actor.practiceId })
          .onConflictDoNothing()
      : await tx.db
          .update(intakes)
          .set({ ...to, version: sql`${intakes.version} + 1`, updatedAt: tx.actor.now })
          .where(and(eq(intakes.coupleId, coupleId), eq(intakes.version, version)));
  return saved.rowCount === 1;
}

export async function savePartnerIntake(
  tx: ActorTx,
  of: { coupleId: string; partnerId: string },
  version: number,
  to: { words: Buffer | null; emergencyContact: Buffer | null; background: Buffer | null },
): Promise<boolean> {
  const saved =
    version === 0
      ? await tx.db
          .insert(partnerIntakes)
          .values({ ...to, ...of, practiceId: tx.actor.practiceId })
          .onConflictDoNothing()
      : await tx.db
          .update(partnerIntakes)
          .set({ ...to, version: sql`${partnerIntakes.version} + 1`, updatedAt: tx.actor.now })
          .where(and(eq(partnerIntakes.partnerId, of.partnerId), eq(partnerIntakes.version, version)));
  return saved.rowCount === 1;
}

/** Every agreement of a couple's partners, the newest first. */
export const listAgreements = (tx: ActorTx, coupleId: string) =>
  tx.db
    .select()
    .from(agreements)
    .where(eq(agreements.coupleId, coupleId))
    .orderBy(desc(agreements.agreedAt), asc(agreements.id));

/** Every policy that was in force, the newest first. */
export const listPolicies = (tx: ActorTx, coupleId: string) =>
  tx.db
    .select()
    .from(confidentialityPolicies)
    .where(eq(confidentialityPolicies.coupleId, coupleId))
    .orderBy(desc(confidentialityPolicies.setAt), asc(confidentialityPolicies.id));
