/** Between a day and a clock's time in a zone, and an instant: what the clocks skip or show twice is said, never guessed. */
import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { longDay } from '@/lib/format/dates';

export type LocalTime = { instant: Date } | { fault: string };

/** `on` is 2026-11-24, `at` is 10:00; both are well-formed already. */
export function instantAt(on: string, at: string, timeZone: string): LocalTime {
  const local = Temporal.PlainDate.from(on).toPlainDateTime(Temporal.PlainTime.from(at));
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (earlier.equals(later)) return { instant: new Date(earlier.epochMilliseconds) };
  const day = longDay(on);
  // Around a gap neither reading shows the time that was written; around an hour that comes twice, both do.
  if (later.toPlainDateTime().equals(local)) {
    return { fault: `On ${day} the clocks go back and ${at} comes twice. Choose a time before or after that hour.` };
  }
  const change = earlier.getTimeZoneTransition('next')!;
  const lastBefore = clock(change.subtract({ nanoseconds: 1 }).toPlainDateTime().add({ nanoseconds: 1 }));
  return {
    fault: `On ${day} there is no ${at}: the clocks go from ${lastBefore} to ${clock(change)}. Choose a time before or after that.`,
  };
}

const clock = (time: Temporal.ZonedDateTime | Temporal.PlainDateTime) =>
  time.toPlainTime().toString({ smallestUnit: 'minute' });

/** 2026-11-24 and 10:00 of an instant, as a form's fields want them. */
export function fieldsOf(instant: Date, timeZone: string): { on: string; at: string } {
  const here = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return { on: here.toPlainDate().toString(), at: clock(here) };
}

/** Midnights between two instants, as a calendar in that zone counts them. */
export function calendarDaysBetween(from: Date, to: Date, timeZone: string): number {
  const day = (instant: Date) =>
    Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  return day(from).until(day(to), { largestUnit: 'day' }).days;
}
