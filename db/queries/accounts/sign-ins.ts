import { sql } from 'drizzle-orm';
import type { SystemTx } from '../../access/as-system';

type SignInTx = SystemTx<'signIn'>;

export async function findAccount(
  tx: SignInTx,
  login: string,
): Promise<{ accountId: string; passwordHash: string | null; hasFactor: boolean } | null> {
  const { rows } = await tx.db.execute<{ account_id: string; password_hash: string | null; has_factor: boolean }>(
    sql`select account_id, password_hash, has_factor from auth.find_account(${login})`,
  );
  const row = rows[0];
  return row ? { accountId: row.account_id, passwordHash: row.password_hash, hasFactor: row.has_factor } : null;
}

/** For the account's first active membership; null when it has none, or a second factor and no half sign-in taken in this transaction. */
export async function beginSignIn(
  tx: SignInTx,
  begun: { accountId: string; tokenHash: Buffer; device: string; hours: number; halfId?: string },
): Promise<'staff' | 'partner' | null> {
  const { rows } = await tx.db.execute<{ kind: 'staff' | 'partner' | null }>(
    sql`select auth.begin_sign_in(${begun.accountId}, ${begun.tokenHash}, ${begun.device}, ${begun.hours}, ${begun.halfId ?? null}) as kind`,
  );
  return rows[0]?.kind ?? null;
}

export async function endSignIn(tx: SignInTx, tokenHash: Buffer): Promise<void> {
  await tx.db.execute(sql`select auth.end_sign_in(${tokenHash})`);
}

/** Also for a sign-in that has ended; null for a token that never was one. */
export async function findCloseUrl(tx: SignInTx, tokenHash: Buffer): Promise<string | null> {
  const { rows } = await tx.db.execute<{ url: string | null }>(sql`select auth.close_url(${tokenHash}) as url`);
  return rows[0]?.url ?? null;
}

/** The clock on the wall of whoever this sign-in is or was of; no zone for a token that never was one. */
export async function readClockOf(tx: SignInTx, tokenHash: Buffer | null): Promise<{ now: Date; zone: string | null }> {
  const { rows } = await tx.db.execute<{ now: string; zone: string | null }>(
    sql`select auth.now() as now, auth.zone_of_sign_in(${tokenHash}) as zone`,
  );
  const { now, zone } = rows[0]!;
  return { now: new Date(now), zone };
}
