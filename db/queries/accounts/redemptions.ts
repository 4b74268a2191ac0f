import { sql } from 'drizzle-orm';
import type { SystemTx } from '../../access/as-system';

type InvitationTx = SystemTx<'invitation'>;

export type OpenInvitation = {
  id: string;
  resendNumber: number;
  kind: 'staff' | 'partner';
  /** The e-mail address or user name this person will sign in with. */
  login: string;
  /** Null when there is no account with it yet. */
  accountId: string | null;
  passwordHash: string | null;
  /** It was ended, so that whoever has the code chooses another. */
  isPasswordEnded: boolean;
};

export async function readOpenInvitation(tx: InvitationTx, tokenHash: Buffer): Promise<OpenInvitation | null> {
  const { rows } = await tx.db.execute<{
    id: string;
    resend_number: number;
    kind: 'staff' | 'partner';
    login: string;
    account_id: string | null;
    password_hash: string | null;
    is_password_ended: boolean;
  }>(
    sql`select id, resend_number, kind, login, account_id, password_hash, is_password_ended from auth.read_invitation(${tokenHash})`,
  );
  const row = rows[0];
  if (!row) return null;
  return {
    id: row.id,
    resendNumber: row.resend_number,
    kind: row.kind,
    login: row.login,
    accountId: row.account_id,
    passwordHash: row.password_hash,
    isPasswordEnded: row.is_password_ended,
  };
}

export async function countCodeTry(tx: InvitationTx, tokenHash: Buffer): Promise<void> {
  await tx.db.execute(sql`select auth.count_code_try(${tokenHash})`);
}

/** What Postgres says when the place was taken meanwhile, or excludes another that this person has. */
const NOT_TAKEN = new Set(['40001', '23000', '23505']);

/** Once and for one person. Null when it was taken, revoked or has run out meanwhile. */
export async function takeInvitation(
  tx: InvitationTx,
  taken: { tokenHash: Buffer; accountId: string | null; passwordHash: string | null },
): Promise<string | null> {
  const { rows } = await tx.db.execute<{ account: string | null }>(
    sql`select auth.redeem_invitation(${taken.tokenHash}, ${taken.accountId}, ${taken.passwordHash}) as account`,
  );
  return rows[0]?.account ?? null;
}

/** Whether a redemption failed because the place was no longer free, rather than by a fault. */
export function isNotTaken(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && NOT_TAKEN.has(String(error.code));
}
