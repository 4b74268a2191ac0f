import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { NotFound } from '@/lib/errors';
import { timeZones } from '@/lib/format/time-zones';

/** What the form of a new couple needs; not found for those who may not make one. */
export async function readNewCouple(tx: ActorTx): Promise<{ zones: string[]; ownZone: string }> {
  if (!can(tx.actor, 'couples', 'create')) throw new NotFound();
  const own = tx.actor.practice.timeZone;
  const { zones } = timeZones();
  return { zones: zones.includes(own) ? zones : [own, ...zones], ownZone: own };
}
