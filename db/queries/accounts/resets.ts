// A new password by mail: asked for and taken up before anyone is known.
import { sql } from 'drizzle-orm';
import type { SystemTx } from '../../access/as-system';
import type { Factors } from './factors';

type ResetTx = SystemTx<'reset'>;

/** A row for any address; of no account where a mail may set no password. */
export async function insertReset(tx: ResetTx, row: { id: string; tokenHash: Buffer; email: string }): Promise<void> {
  await tx.db.execute(sql`select auth.ask_reset(${row.id}, ${row.tokenHash}, ${row.email})`);
}

/** Null for a reset of no account. */
export async function findMailOfReset(
  tx: ResetTx,
  id: string,
): Promise<{ email: string; senderName: string; subject: string } | null> {
  const { rows } = await tx.db.execute<{ email: string; sender_name: string; subject: string }>(
    sql`select email, sender_name, subject from auth.mail_of_reset(${id})`,
  );
  const row = rows[0];
  return row ? { email: row.email, senderName: row.sender_name, subject: row.subject } : null;
}

export type OpenReset = { id: string; accountId: string; email: string; passwordHash: string; factors: Factors };

export async function findReset(tx: ResetTx, tokenHash: Buffer): Promise<OpenReset | null> {
  const { rows } = await tx.db.execute<{
    id: string;
    account_id: string;
    email: string;
    password_hash: string;
    factors: Factors;
  }>(sql`select id, account_id, email, password_hash, factors from auth.read_reset(${tokenHash})`);
  const row = rows[0];
  if (!row) return null;
  const { id, account_id: accountId, email, password_hash: passwordHash, factors } = row;
  return { id, accountId, email, passwordHash, factors };
}

/** A wrong code of the second factor; the fifth closes the link. */
export async function countResetTry(tx: ResetTx, tokenHash: Buffer): Promise<void> {
  await tx.db.execute(sql`select auth.count_reset_try(${tokenHash})`);
}

/** Once; false when it was taken or has run out meanwhile. */
export async function takeReset(tx: ResetTx, tokenHash: Buffer, passwordHash: string): Promise<boolean> {
  const { rows } = await tx.db.execute<{ done: boolean }>(
    sql`select auth.redeem_reset(${tokenHash}, ${passwordHash}) as done`,
  );
  return rows[0]?.done ?? false;
}
