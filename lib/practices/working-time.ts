/** Working hours of a practice: how much of them has passed, and which day is the next worked. Pure arithmetic. */
import 'server-only';
import { Temporal } from 'temporal-polyfill';
import type { WeekHours } from '@/db/schema/practices';
import type { Day } from '@/lib/format/dates';

export type WorkingCalendar = { timeZone: string; hours: WeekHours; closedDays: readonly Day[] };

/** Beyond it, a calendar is taken to hold no more working time. */
const MOST_DAYS = 400;
const MINUTE = 60_000;

const localDay = (at: Date, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();

const hoursOn = ({ hours, closedDays }: WorkingCalendar, day: Temporal.PlainDate) =>
  closedDays.includes(day.toString()) ? undefined : hours[String(day.dayOfWeek) as keyof WeekHours];

/** From when to when that day is worked, as instants; on a day on which the clocks change, what they show counts. */
function workedOn(calendar: WorkingCalendar, day: Temporal.PlainDate): { from: number; to: number } | null {
  const hours = hoursOn(calendar, day);
  if (!hours) return null;
  const at = (time: string) =>
    day.toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(calendar.timeZone).epochMilliseconds;
  return { from: at(hours.from), to: at(hours.to) };
}

/** When `minutes` of working time have passed since `start`; null in a practice that never works. */
export function afterWorkingMinutes(calendar: WorkingCalendar, start: Date, minutes: number): Date | null {
  let left = minutes * MINUTE;
  let day = localDay(start, calendar.timeZone);
  for (let tried = 0; tried < MOST_DAYS; tried += 1, day = day.add({ days: 1 })) {
    const worked = workedOn(calendar, day);
    if (!worked) continue;
    const from = Math.max(worked.from, start.getTime());
    if (from >= worked.to) continue;
    if (from + left <= worked.to) return new Date(from + left);
    left -= worked.to - from;
  }
  return null;
}

/** The first worked day after the one on which `at` falls; null in a practice that never works. */
export function nextWorkingDay(calendar: WorkingCalendar, at: Date): Day | null {
  let day = localDay(at, calendar.timeZone);
  for (let tried = 0; tried < MOST_DAYS; tried += 1) {
    day = day.add({ days: 1 });
    if (hoursOn(calendar, day)) return day.toString();
  }
  return null;
}
