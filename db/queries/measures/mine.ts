import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import type { InstrumentId } from '../../schema/measures/given';

/** What waits for this partner's own answers. It is all a partner can read of it. */
export type WaitingMeasure = { id: string; instrument: InstrumentId; version: number; occasion: number };

export async function listWaiting(tx: ActorTx): Promise<WaitingMeasure[]> {
  const { rows } = await tx.db.execute<{ waiting: WaitingMeasure[] }>(sql`select portal.my_measures() as waiting`);
  return rows[0]!.waiting;
}
