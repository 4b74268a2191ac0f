/** Days and times of the demo, counted back from the day it is loaded on, so that its history is always recent. */
import 'server-only';
import { Temporal } from 'temporal-polyfill';

export type Calendar = {
  /** The day that many days before today as YYYY-MM-DD; tomorrow is -1. A day begins at 04:00. */
  day(ago: number): string;
  /** "20:10" on that day. */
  instant(ago: number, time: string): Date;
  /** The calendar's today, for sessions: between midnight and 04:00 it is a day ahead (-1), else 0. */
  calendarToday: number;
};

export function calendarFrom(now: Date, timeZone: string): Calendar {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime();
  const today = here.subtract({ hours: 4 }).toPlainDate();
  const dayBefore = (ago: number) => today.subtract({ days: ago });
  return {
    day: (ago) => dayBefore(ago).toString(),
    calendarToday: here.hour < 4 ? -1 : 0,
    instant: (ago, time) => new Date(dayBefore(ago).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds),
  };
}
