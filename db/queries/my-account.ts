import { sql } from 'drizzle-orm';
import type { ActorTx } from '../access/as-actor';

/** The asker's own password hash; nobody else's can be asked for. */
export async function readMyPasswordHash(tx: ActorTx): Promise<string | null> {
  const found = await tx.db.execute<{ hash: string | null }>(sql`select auth.my_password_hash() as hash`);
  return found.rows[0]?.hash ?? null;
}

/** What the asker signs in with. */
export async function readMyLogin(tx: ActorTx): Promise<string> {
  const found = await tx.db.execute<{ login: string | null }>(sql`select auth.my_login() as login`);
  return found.rows[0]?.login ?? '';
}

/** Whether it opens a place where its owner works, whichever one they have gone to. */
export async function isMyAccountOfStaff(tx: ActorTx): Promise<boolean> {
  const { rows } = await tx.db.execute<{ is: boolean }>(sql`select auth.my_account_works() as is`);
  return rows[0]?.is ?? true;
}

/** Takes a new hash in the place of `before`, and ends every other sign-in; false when it was changed meanwhile. */
export async function changeMyPassword(tx: ActorTx, before: string, after: string): Promise<boolean> {
  const { rows } = await tx.db.execute<{ done: boolean }>(
    sql`select auth.change_my_password(${before}, ${after}) as done`,
  );
  return rows[0]?.done ?? false;
}
