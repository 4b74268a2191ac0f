/** Releases of one person's record, as the care team makes, authorizes, decides and accounts for them. */
import { and, desc, eq, sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import {
  type AuthorizationKind,
  disclosures,
  jointNoteDecisions,
  recordAuthorizations,
  recordReleases,
} from '../../schema/record-releases';
import { staffMembers } from '../../schema/staff';

export type RecordReleaseRow = typeof recordReleases.$inferSelect;
export type AuthorizationOfRelease = { partnerId: string; kind: AuthorizationKind; on: string };
export type JointNoteDecisionRow = typeof jointNoteDecisions.$inferSelect;

const authorizations = sql<AuthorizationOfRelease[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('partnerId', a.partner_id, 'kind', a.kind, 'on', a."on")), '[]')
    from record_authorizations a where a.release_id = ${recordReleases.id})`;

/** The releases of one person's record, the newest first; or one of them. One statement. */
export function listRecordReleases(tx: ActorTx, coupleId: string, partnerId: string, releaseId?: string) {
  return tx.db
    .select({ release: recordReleases, authorName: staffMembers.name, authorizations })
    .from(recordReleases)
    .innerJoin(staffMembers, eq(staffMembers.id, recordReleases.authorId))
    .where(
      and(
        eq(recordReleases.coupleId, coupleId),
        eq(recordReleases.partnerId, partnerId),
        releaseId === undefined ? undefined : eq(recordReleases.id, releaseId),
      ),
    )
    .orderBy(desc(recordReleases.madeAt), desc(recordReleases.id))
    .limit(100);
}
export type RecordReleaseFound = Awaited<ReturnType<typeof listRecordReleases>>[number];

type Own<T, K extends keyof T> = Omit<T, 'practiceId' | 'authorId' | K>;

export async function insertRecordRelease(
  tx: ActorTx,
  row: Own<typeof recordReleases.$inferInsert, 'madeAt'> & { id: string },
): Promise<void> {
  await tx.db.insert(recordReleases).values({ ...row, ...hand(tx), madeAt: tx.actor.now });
}

export async function insertAuthorization(
  tx: ActorTx,
  row: Own<typeof recordAuthorizations.$inferInsert, 'recordedAt'>,
): Promise<void> {
  await tx.db.insert(recordAuthorizations).values({ ...row, ...hand(tx), recordedAt: tx.actor.now });
}

export async function insertDecision(
  tx: ActorTx,
  row: Own<typeof jointNoteDecisions.$inferInsert, 'decidedAt'> & { id: string },
): Promise<void> {
  await tx.db.insert(jointNoteDecisions).values({ ...row, ...hand(tx), decidedAt: tx.actor.now });
}

/** The decision that counts, of each joint note that one was made of. One statement. */
export function listDecisions(tx: ActorTx, releaseId: string): Promise<JointNoteDecisionRow[]> {
  return tx.db
    .selectDistinctOn([jointNoteDecisions.noteId])
    .from(jointNoteDecisions)
    .where(eq(jointNoteDecisions.releaseId, releaseId))
    .orderBy(jointNoteDecisions.noteId, desc(jointNoteDecisions.decidedAt), desc(jointNoteDecisions.id));
}

export async function insertDisclosure(
  tx: ActorTx,
  row: Own<typeof disclosures.$inferInsert, 'disclosedAt'> & { id: string },
): Promise<void> {
  await tx.db.insert(disclosures).values({ ...row, ...hand(tx), disclosedAt: tx.actor.now });
}

/** What went out of one person's record, the newest first; or under one release. One statement. */
export function listDisclosures(tx: ActorTx, coupleId: string, partnerId: string, releaseId?: string) {
  return tx.db
    .select({ disclosure: disclosures, authorName: staffMembers.name })
    .from(disclosures)
    .innerJoin(staffMembers, eq(staffMembers.id, disclosures.authorId))
    .where(
      and(
        eq(disclosures.coupleId, coupleId),
        eq(disclosures.partnerId, partnerId),
        releaseId === undefined ? undefined : eq(disclosures.releaseId, releaseId),
      ),
    )
    .orderBy(desc(disclosures.disclosedAt), desc(disclosures.id))
    .limit(200);
}

const hand = ({ actor }: ActorTx) => ({ practiceId: actor.practiceId, authorId: actor.staffMemberId! });
