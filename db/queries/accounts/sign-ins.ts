import { sql } from 'drizzle-orm';
import type { SystemTx } from '../../access/as-system';

type SignInTx = SystemTx<'signIn'>;

export type AccountFound = { accountId: string; passwordHash: string | null; hasFactor: boolean };

/** Those with this address or user name: more than one where a person took up an invitation with a password of its own. */
export async function findAccounts(tx: SignInTx | SystemTx<'invitation'>, login: string): Promise<AccountFound[]> {
  const { rows } = await tx.db.execute<{ account_id: string; password_hash: string | null; has_factor: boolean }>(
    sql`select account_id, password_hash, has_factor from auth.find_account(${login})`,
  );
  return rows.map((row) => ({
    accountId: row.account_id,
    passwordHash: row.password_hash,
    hasFactor: row.has_factor,
  }));
}

/**
 * For the account's only place, or the one that was chosen: null when there is none, or a second factor and no half sign-in taken in this
 * transaction. With several and none chosen, the token now waits for which.
 */
export async function beginSignIn(
  tx: SignInTx,
  begun: { accountId: string; tokenHash: Buffer; device: string; hours: number; halfId?: string; placeId?: string },
): Promise<'staff' | 'partner' | 'place' | null> {
  const { rows } = await tx.db.execute<{ kind: 'staff' | 'partner' | 'place' | null }>(
    sql`select auth.begin_sign_in(${begun.accountId}, ${begun.tokenHash}, ${begun.device}, ${begun.hours}, ${begun.halfId ?? null}, ${begun.placeId ?? null}) as kind`,
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
