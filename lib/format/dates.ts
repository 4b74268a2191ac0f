/**
 * Days and times as people read them: "Tue 24 Nov", "14:02". A day is a calendar day ("2026-11-24") and has no zone; an
 * instant always needs one. Put together from parts, so that a server and a browser with other versions of the same
 * locale data give the same text. Safe in the browser.
 */

export type Day = string;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(zone, made);
  return made;
}

/** Clocks are changed on a quarter of an hour, so within one they all tell the same distance from UTC. */
const QUARTER = 15 * 60_000;
const MOST_OFFSETS = 5_000;
const offsets = new Map<string, number>();

/** How far a zone's clock is ahead of UTC, in milliseconds. Asking for it takes ten times what all else here takes, hence the memory. */
function offsetOf(time: number, zone: string): number {
  const quarter = Math.floor(time / QUARTER) * QUARTER;
  const known = offsets.get(`${zone} ${quarter}`);
  if (known !== undefined) return known;
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(quarter)) parts[type] = Number(value);
  const { year = 0, month = 1, day, hour, minute, second } = parts;
  const offset = Date.UTC(year, month - 1, day, hour, minute, second) - quarter;
  if (offsets.size >= MOST_OFFSETS) offsets.clear();
  offsets.set(`${zone} ${quarter}`, offset);
  return offset;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

type Parts = { year: string; month: string; day: string; hour: string; minute: string };

function partsOf(instant: Date, zone: string): Parts {
  const time = instant.getTime();
  // An hour that is shifted like this reads, as UTC, what the zone's clock shows.
  const [day = '', clock = ''] = new Date(time + offsetOf(time, zone)).toISOString().split('T');
  const [year = '', month = '', date = ''] = day.split('-');
  const [hour = '', minute = ''] = clock.split(':');
  return { year, month, day: date, hour, minute };
}

/** The calendar day that an instant falls on in a zone. */
export function dayOf(instant: Date, zone: string): Day {
  const { year, month, day } = partsOf(instant, zone);
  return `${year}-${month}-${day}`;
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** A day has no zone, so there is nothing to convert: pages show it a hundred times. */
function partsOfDay(day: Day) {
  const [year = '', month = '', date = ''] = day.split('-');
  return { year, month: MONTHS[Number(month) - 1] ?? '', date: Number(date) };
}

const weekdayOf = (day: Day): string => WEEKDAYS[new Date(`${day}T12:00:00Z`).getUTCDay()] ?? '';

/** "24 Nov", with the year when it is not the one of `today`. */
export function shortDay(day: Day, today?: Day): string {
  const { year, month, date } = partsOfDay(day);
  const short = `${date} ${month.slice(0, 3)}`;
  return today === undefined || today.slice(0, 4) === year ? short : `${short} ${year}`;
}

/** "Tue 24 Nov" */
export function weekdayAndDay(day: Day, today?: Day): string {
  return `${weekdayOf(day).slice(0, 3)} ${shortDay(day, today)}`;
}

/** "Tuesday, 24 November 2026" */
export function longDay(day: Day): string {
  const { year, month, date } = partsOfDay(day);
  return `${weekdayOf(day)}, ${date} ${month} ${year}`;
}

/** "November 2026" */
export function monthName(day: Day): string {
  const { year, month } = partsOfDay(day);
  return `${month} ${year}`;
}

/** The day so many days later. */
export function dayAfter(day: Day, days = 1): Day {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export const dayBefore = (day: Day): Day => dayAfter(day, -1);

/** "14:02" */
export function timeIn(instant: Date, zone: string): string {
  const { hour, minute } = partsOf(instant, zone);
  return `${hour}:${minute}`;
}

/** "24 Nov 14:02" */
export function dayAndTime(instant: Date, zone: string, today?: Day): string {
  const { year, month, day, hour, minute } = partsOf(instant, zone);
  return `${shortDay(`${year}-${month}-${day}`, today)} ${hour}:${minute}`;
}

/** "Good morning", "Good afternoon", "Good evening"; the night belongs to the evening before it. */
export function greeting(instant: Date, zone: string): string {
  const hour = Number(partsOf(instant, zone).hour);
  if (hour >= 4 && hour < 12) return 'Good morning';
  return hour >= 12 && hour < 18 ? 'Good afternoon' : 'Good evening';
}

/** Whether a zone is one this program can count in. */
export function isTimeZone(zone: string): boolean {
  try {
    return (
      new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone !== '' &&
      (zone === 'UTC' || zone.includes('/'))
    );
  } catch {
    return false;
  }
}

/** Whether what was typed is a day of the calendar: the thirtieth of February is none. */
export const isDay = (typed: unknown): typed is Day =>
  typeof typed === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(typed) &&
  !Number.isNaN(Date.parse(typed)) &&
  new Date(typed).toISOString().startsWith(typed);

export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
