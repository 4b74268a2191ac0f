import { sql } from 'drizzle-orm';
import type { SystemTx } from '../../access/as-system';

/** Moves the installation's clock forward by whole minutes; a real practice has no clock to move, and refuses. */
export async function moveClockBy(tx: SystemTx<'demoClock'>, minutes: number): Promise<void> {
  await tx.db.execute(sql`select auth.move_clock(make_interval(mins => ${minutes}))`);
}

export async function moveClockTo(tx: SystemTx<'demoClock'>, at: Date): Promise<void> {
  await tx.db.execute(sql`select auth.move_clock(${at.toISOString()}::timestamptz - auth.now())`);
}
