/** The chain over the access log: its sealer's two statements. */
import { sql } from 'drizzle-orm';
import type { SystemTx } from '../../access/as-system';

/** The newest link of one practice's chain, and when it was the newest. */
export type AuditHead = { practiceId: string; place: number; hash: string; at: string };

/** Adds what is not linked yet, and tells the newest links of all practices. */
export async function linkAudit(tx: SystemTx<'job'>): Promise<AuditHead[]> {
  await tx.db.execute(sql`select auth.link_audit()`);
  const found = await tx.db.execute<{ heads: AuditHead[] }>(sql`select auth.audit_heads() as heads`);
  return found.rows[0]!.heads;
}
