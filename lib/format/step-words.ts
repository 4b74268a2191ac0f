/** The words for a step's rhythm, minutes and who does it. Safe in the browser. */

export type RhythmKind = 'once' | 'timesAWeek' | 'mostDays' | 'daily' | 'monthly' | 'fixedDays';
export type RhythmShape = { kind: RhythmKind; times: number; weeks: number | null; days: readonly number[] };

/** Monday is 1. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const NUMBERS = ['no', 'once', 'twice', 'three times', 'four times', 'five times', 'six times', 'seven times'] as const;
const often = (times: number) => NUMBERS[times] ?? `${times} times`;

/** "Three times a week, any days, for 2 weeks" */
export function rhythmWords({ kind, times, weeks, days }: RhythmShape): string {
  const span = weeks === null || kind === 'once' ? '' : weeks === 1 ? ', for one week' : `, for ${weeks} weeks`;
  switch (kind) {
    case 'once':
      return 'Once';
    case 'daily':
      return `Every day${span}`;
    case 'mostDays':
      return `Most days, about ${times} a week${span}`;
    case 'monthly':
      return `${capital(often(times))} a month${span}`;
    case 'fixedDays':
      return `${listed(days.map((day) => WEEKDAYS[day - 1] ?? ''))}${span}`;
    case 'timesAWeek':
      return `${capital(often(times))} a week, any ${times === 1 ? 'day' : 'days'}${span}`;
  }
}

/** "10 minutes", "10 to 20 minutes" */
export function minutesWords({ min, max }: { min: number; max: number }): string {
  if (min === max) return min === 1 ? '1 minute' : `${min} minutes`;
  return `${min} to ${max} minutes`;
}

export const modeWords = { alone: 'Alone', together: 'Together', parts: 'Alone, then together' } as const;
export const unitWords = { whole: '', alone: 'The part done alone', together: 'The part done together' } as const;

/** What a step asks of the couple, for staff: 0 nothing of the body, 5 the most. */
export const intensityWords = (intensity: number): string => `Intensity ${intensity} of 5`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Monday, Wednesday and Friday" */
export function listed(words: readonly string[]): string {
  const given = words.filter((word) => word !== '');
  return given.length < 2 ? (given[0] ?? '') : `${given.slice(0, -1).join(', ')} and ${given.at(-1)}`;
}

/** Puts titles where a text names another step: no code is ever shown. */
export const withTitles = (text: string, titles: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{step:(S\d\d)\}/g, (_, code: string) => titles[code] ?? 'an earlier step');
