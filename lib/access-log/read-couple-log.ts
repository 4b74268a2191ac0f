/** Who of the staff opened or changed something of one couple, for its own care team, with kinds. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { listLogOfCouple } from '@/db/queries/access-log/log';
import { type Couple, readCouple } from '@/lib/couples/read-couple';
import { logWords } from '@/lib/format/access-log-words';
import { type Day, weekdayAndDay } from '@/lib/format/dates';
import { placeIn, placeOf } from './place';
import { momentOf } from './read-log';

export type LogOfCouple = {
  couple: Couple;
  days: { on: Day; day: string; entries: { id: string; time: string; sentence: string }[] }[];
  isFirstPage: boolean;
  olderHref: string | null;
};

const PAGE = 100;

/** Two statements. Not found unless the asker stands in the care team today. */
export async function readCoupleLog(tx: ActorTx, coupleId: string | undefined, before: unknown): Promise<LogOfCouple> {
  const place = placeIn(before);
  const couple = await readCouple(tx, coupleId);
  const rows = await listLogOfCouple(tx, couple.id, place, PAGE + 1);
  const days: LogOfCouple['days'] = [];
  for (const { id, at, who, act, kind, concerns } of rows.slice(0, PAGE)) {
    const { on, time } = momentOf({ at }, couple.timeZone);
    if (days.at(-1)?.on !== on) days.push({ on, day: weekdayAndDay(on, couple.today), entries: [] });
    const partner = couple.partners.find((one) => one.id === concerns);
    days.at(-1)!.entries.push({
      id,
      time,
      sentence: `${who} ${logWords(act, kind)}${partner ? `, of ${partner.name} alone` : ''}.`,
    });
  }
  const last = rows[PAGE - 1];
  return {
    couple,
    days,
    isFirstPage: place === null,
    olderHref: rows.length > PAGE && last ? `/couples/${couple.id}/history/openings?before=${placeOf(last)}` : null,
  };
}
