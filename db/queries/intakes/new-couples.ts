import { eq, sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { couples, partners } from '../../schema/couples';
import {
  confidentialityPolicies,
  intakes,
  partnerIntakes,
  type Confidentiality,
  type Reason,
} from '../../schema/intakes';

export type NewPartner = {
  partner: {
    id: string;
    position: number;
    name: string;
    email: string | null;
    userName: string | null;
    phone: string;
    contactInstruction: string;
  };
  intake: { words: Buffer | null; emergencyContact: Buffer | null };
};

/** Those of these addresses that a partner can't have, because they are a staff member's. */
export async function listStaffEmails(tx: ActorTx, emails: readonly string[]): Promise<string[]> {
  const found = await tx.db.execute<{ email: string }>(
    sql`select e as email from unnest(${sql.param([...emails])}::text[]) as e where auth.invitation_obstacle(e, 'partner') is not null`,
  );
  return found.rows.map((row) => row.email);
}

/** The couple's own row: whoever makes it joins its care team at once, before anything else can be written for it. */
export async function insertCouple(
  tx: ActorTx,
  couple: { id: string; label: string; timeZone: string; createdBy: string },
): Promise<void> {
  await tx.db.insert(couples).values({ ...couple, practiceId: tx.actor.practiceId });
}

export async function insertIntake(tx: ActorTx, intake: { coupleId: string; reasons: Reason[] }): Promise<void> {
  await tx.db.insert(intakes).values({ ...intake, practiceId: tx.actor.practiceId });
}

export async function insertPolicy(
  tx: ActorTx,
  set: { coupleId: string; policy: Confidentiality; setBy: string },
): Promise<void> {
  await tx.db.insert(confidentialityPolicies).values({ ...set, practiceId: tx.actor.practiceId });
}

export async function insertPartners(tx: ActorTx, coupleId: string, made: readonly NewPartner[]): Promise<void> {
  const { practiceId } = tx.actor;
  await tx.db.insert(partners).values(made.map(({ partner }) => ({ ...partner, coupleId, practiceId })));
  await tx.db
    .insert(partnerIntakes)
    .values(made.map(({ partner, intake }) => ({ ...intake, partnerId: partner.id, coupleId, practiceId })));
}

export async function changeLabel(tx: ActorTx, coupleId: string, label: string): Promise<void> {
  await tx.db.update(couples).set({ label }).where(eq(couples.id, coupleId));
}
