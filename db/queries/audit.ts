import { sql } from 'drizzle-orm';
import type { ActorTx } from '../access/as-actor';
import { auditEvents } from '../schema/audit';

export type AuditedAct =
  | 'created'
  | 'changed'
  | 'signed'
  | 'added'
  | 'assigned'
  | 'released'
  | 'waived'
  | 'held'
  | 'recorded'
  | 'settled'
  | 'sent'
  | 'paused'
  | 'invited'
  | 'revoked'
  | 'deactivated'
  | 'reactivated'
  | 'printed'
  | 'exported';

export type Audited = {
  act: AuditedAct;
  recordKind: string;
  recordId?: string | null;
  coupleId?: string | null;
  /** The one partner whom the record concerns, if it concerns one alone. */
  concernsPartnerId?: string | null;
};

/** Appends who did what, in the transaction of the act: if this cannot be written, the act does not happen. */
export async function writeAudit(tx: ActorTx, ...audited: Audited[]): Promise<void> {
  if (audited.length === 0) return;
  const { practiceId, signInId, staffMemberId, partnerId } = tx.actor;
  await tx.db
    .insert(auditEvents)
    .values(audited.map((one) => ({ practiceId, signInId, staffMemberId, partnerId, ...one })));
}

/** Notes that a record was opened: one row per sign-in, record, kind and 15 minutes. */
export async function noteOpening(
  tx: ActorTx,
  kind: string,
  recordId: string,
  coupleId: string | null = null,
  concernsPartnerId: string | null = null,
): Promise<void> {
  await tx.db.execute(sql`select auth.note_opening(${kind}, ${recordId}, ${coupleId}, ${concernsPartnerId})`);
}

/** Notes that what is kept of each of these partners was read, in one statement. */
export async function noteOpeningOfEach(
  tx: ActorTx,
  kind: string,
  coupleId: string,
  partnerIds: readonly string[],
): Promise<void> {
  if (partnerIds.length === 0) return;
  await tx.db.execute(
    sql`select auth.note_opening(${kind}, p.id, ${coupleId}, p.id) from unnest(${sql.param(partnerIds)}::uuid[]) as p (id)`,
  );
}

/** Notes that a list was read, of one couple or of all one's own: as often as an opening. */
export async function noteListing(tx: ActorTx, kind: string, coupleId: string | null = null): Promise<void> {
  await tx.db.execute(sql`select auth.note_opening(${kind}, null, ${coupleId}, null, true)`);
}
