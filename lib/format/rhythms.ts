/** How often, in words. A rhythm is an invitation: nothing counts what was left out. Safe in the browser. */

export type RhythmGiven = {
  kind: 'once' | 'timesAWeek' | 'mostDays' | 'daily' | 'monthly' | 'fixedDays';
  times: number;
  weeks: number | null;
  days: number[];
};

const DAY_NAMES = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];

const timesOf = (times: number): string => (times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "3 times a week, any days, for 2 weeks" */
export function rhythmWords({ kind, times, weeks, days }: RhythmGiven): string {
  const often = {
    once: () => 'once',
    timesAWeek: () => `${timesOf(times)} a week, any days`,
    mostDays: () => `most days, about ${times} a week`,
    daily: () => 'every day',
    monthly: () => `${timesOf(times)} a month`,
    fixedDays: () => `on ${listed(days.map((day) => DAY_NAMES[day - 1] ?? ''))}`,
  }[kind]();
  const long = weeks === null || kind === 'once' ? '' : weeks === 1 ? ', for a week' : `, for ${weeks} weeks`;
  return capital(often + long);
}

/** "10 to 20 minutes" */
export function minutesWords({ min, max }: { min: number; max: number }): string {
  if (min !== max) return `${min} to ${max} minutes`;
  return max === 1 ? '1 minute' : `${max} minutes`;
}

/** "a, b and c" */
function listed(words: string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
