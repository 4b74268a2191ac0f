import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';

/** Every page of this sign-in is refused from now on, in whichever tab. */
export async function coverMySignIn(tx: ActorTx): Promise<void> {
  await tx.db.execute(sql`select auth.cover_my_sign_in()`);
}

export async function liftMySignIn(tx: ActorTx): Promise<void> {
  await tx.db.execute(sql`select auth.lift_my_sign_in()`);
}
