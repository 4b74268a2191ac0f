/** Whether a part in a care team holds: as Postgres asks it (auth.couple_ids_of), by the practice's day. */
import 'server-only';
import type { Actor } from '@/db/access/as-actor';
import { dayBefore } from '@/lib/format/dates';

type Looking = Pick<Actor, 'today'>;
type Days = { fromOn: string; toOn: string | null };

export const hasEnded = (who: Looking, { toOn }: Days): boolean => toOn !== null && toOn < who.today;

export const isAhead = (who: Looking, { fromOn }: Days): boolean => fromOn > who.today;

/** The last day of what ends at once: the next page is refused. */
export const lastDayIfEndedNow = (who: Looking): string => dayBefore(who.today);

/** Ended on the day it began, or before it could begin. */
export function shortLife({ fromOn, toOn }: Days): 'none' | 'oneDay' | null {
  if (toOn === null || toOn >= fromOn) return null;
  return toOn === dayBefore(fromOn) ? 'oneDay' : 'none';
}
