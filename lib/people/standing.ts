/** Whether a part in a care team holds: as Postgres asks it (auth.couple_ids_of), whose days are those of UTC. */
import 'server-only';
import type { Actor } from '@/db/access/as-actor';
import { dayBefore } from '@/lib/format/dates';

type Looking = Pick<Actor, 'now' | 'today'>;
type Days = { fromOn: string; toOn: string | null };

const utcDay = ({ now }: Looking): string => now.toISOString().slice(0, 10);
const later = (a: string, b: string): string => (a > b ? a : b);

export const hasEnded = (who: Looking, { toOn }: Days): boolean =>
  toOn !== null && toOn < later(utcDay(who), who.today);

export const isAhead = (who: Looking, { fromOn }: Days): boolean => fromOn > later(utcDay(who), who.today);

/** The last day of what ends at once: the next page is refused. */
export const lastDayIfEndedNow = (who: Looking): string => dayBefore(utcDay(who));

/** Ended on the day it began, or before it could begin. */
export function shortLife({ fromOn, toOn }: Days): 'none' | 'oneDay' | null {
  if (toOn === null || toOn >= fromOn) return null;
  return toOn === dayBefore(fromOn) ? 'oneDay' : 'none';
}
