/** The turn: 04:00 in a couple's zone, when a day begins. */
import { Temporal } from 'temporal-polyfill';

/** Whole minutes from `now` to the next 04:00 in `timeZone`, rounded up; DST days are as long as they are. */
export function minutesToNextTurn(now: Date, timeZone: string): number {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const today = here.startOfDay().with({ hour: 4 });
  const next = Temporal.ZonedDateTime.compare(here, today) < 0 ? today : today.add({ days: 1 });
  return Math.ceil(here.until(next).total({ unit: 'minutes' }));
}
