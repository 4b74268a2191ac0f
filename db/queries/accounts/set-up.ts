import { sql } from 'drizzle-orm';
import type { SystemTx } from '../../access/as-system';

type SetUpTx = SystemTx<'setUp'>;

/** False when this installation has a practice already. Earlier links stop working. */
export async function insertSetUpLink(tx: SetUpTx, tokenHash: Buffer): Promise<boolean> {
  const { rows } = await tx.db.execute<{ made: boolean }>(sql`select auth.issue_set_up_link(${tokenHash}) as made`);
  return rows[0]?.made ?? false;
}

export async function isSetUpLinkOpen(tx: SetUpTx, tokenHash: Buffer): Promise<boolean> {
  const { rows } = await tx.db.execute<{ open: boolean }>(sql`select auth.set_up_link_is_open(${tokenHash}) as open`);
  return rows[0]?.open ?? false;
}

/** What auth.set_up_practice takes. */
export type NewPractice = {
  practice: {
    id: string;
    name: string;
    timeZone: string;
    portalTitle: string;
    senderName: string;
    mailSubject: string;
    closeUrl: string;
    isDemo: boolean;
  };
  contacts: { label: string; detail: string }[];
  admin: { name: string; credential: string; email: string; passwordHash: string; roles: string[] };
  key: { id: string; masterKeyId: string; wrapped: string };
  program: unknown;
};

/** The admin's account, or null when the link is not open. */
export async function insertPractice(tx: SetUpTx, tokenHash: Buffer, made: NewPractice): Promise<string | null> {
  const { rows } = await tx.db.execute<{ account: string | null }>(
    sql`select auth.set_up_practice(${tokenHash}, ${JSON.stringify(made)}::jsonb) as account`,
  );
  return rows[0]?.account ?? null;
}
