/** Why and how work with a couple ended, the newest first. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { listEndings } from '@/db/queries/history/endings';
import type { EndingReason } from '@/db/schema/couples';
import type { Couple } from '@/lib/couples/read-couple';
import { endingRef } from '@/lib/couples/sealed-places';
import { dayOf, longDay } from '@/lib/format/dates';
import { keyringFor } from '@/lib/sealed/keyring-for';

export type Ending = { id: string; on: string; by: string; reason: EndingReason; words: string; summary: string };

/** One statement, and one for the keys where there is something to open. */
export async function readEndings(tx: ActorTx, couple: Couple): Promise<Ending[]> {
  const rows = await listEndings(tx, couple.id);
  if (rows.length === 0) return [];
  const keyring = await keyringFor(tx, [couple.id]);
  return rows.map(({ id, reason, record, endedAt, endedBy }) => ({
    id,
    reason,
    on: longDay(dayOf(endedAt, couple.timeZone)),
    by: endedBy,
    ...(JSON.parse(keyring.open(endingRef(tx.actor.practiceId, couple.id, id), record)) as {
      words: string;
      summary: string;
    }),
  }));
}
