import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { findMyMailAddress, findMyReminders } from '@/db/queries/by-itself/my-reminders';
import { readMyDay } from '@/lib/my-day/open-my-day';
import { USUAL_TIME } from './schema';

/** A partner's own page. Three statements. */
export async function readReminders(tx: ActorTx) {
  const [day, mine, address] = await Promise.all([readMyDay(tx), findMyReminders(tx), findMyMailAddress(tx)]);
  const chosen = mine ?? { level: 'none' as const, weekdays: [], time: USUAL_TIME };
  return {
    day,
    hasAddress: address !== null,
    level: chosen.level,
    weekdays: chosen.weekdays.map(String),
    time: chosen.time,
  };
}
