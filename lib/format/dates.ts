/**
 * Days and times as people read them: "Tue 24 Nov", "14:02". A day is a calendar day ("2026-11-24") and has no zone; an
 * instant always needs one. Put together from parts, so that a server and a browser with other versions of the same
 * locale data give the same text. Safe in the browser.
 */

export type Day = string;

const cache = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = cache.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  cache.set(zone, made);
  return made;
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
  const parts: Record<string, string> = {};
  for (const part of formatOf(zone).formatToParts(instant)) parts[part.type] = part.value;
  return parts as Parts;
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
