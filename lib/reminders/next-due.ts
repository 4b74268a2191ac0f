import 'server-only';
import { Temporal } from 'temporal-polyfill';

export type AlarmTimes = { weekdays: readonly number[]; time: string; timeZone: string };

/**
 * The first moment after `after` at which the clocks of the zone show `time` on one of the weekdays. Where the clocks skip it, it comes as
 * much later as they skip; where they show it twice, the second counts: exactly as Postgres reads a time in a zone.
 */
export function nextDueAt({ weekdays, time, timeZone }: AlarmTimes, after: Date): Date | null {
  if (weekdays.length === 0) return null;
  const at = Temporal.PlainTime.from(time);
  const from = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  // The day before as well: a skipped time can fall on the day after its own.
  for (let day = from.subtract({ days: 1 }), tried = 0; tried < 10; day = day.add({ days: 1 }), tried += 1) {
    if (!weekdays.includes(day.dayOfWeek)) continue;
    const due = day.toPlainDateTime(at).toZonedDateTime(timeZone, { disambiguation: 'later' }).epochMilliseconds;
    if (due > after.getTime()) return new Date(due);
  }
  return null;
}
