import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';

/** Every device is out, and the password works no longer: the place waits for a new code. */
export async function endAccessOf(tx: ActorTx, partnerId: string): Promise<void> {
  await tx.db.execute(sql`select auth.end_access_of(${partnerId})`);
}

/** Every device that is signed in as this partner has to sign in anew. */
export async function endSignInsOf(tx: ActorTx, partnerId: string): Promise<void> {
  await tx.db.execute(sql`select auth.end_sign_ins_of(${partnerId})`);
}
