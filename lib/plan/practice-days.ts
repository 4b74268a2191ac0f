/** On which of the last four weeks' days each partner checked in: for staff alone, from numbers the page has read anyway. */
import 'server-only';
import type { ComfortGiven } from '@/db/queries/plan/plan';
import { dayAfter, daysBetween, shortDay } from '@/lib/format/dates';
import type { CoupleShown } from './plan-view';

export type PracticeDays = {
  /** The course in one sentence. */
  summary: string;
  /** The Monday it begins with, and today. */
  from: string;
  today: string;
  partners: { place: 'first' | 'second'; name: string }[];
  /** Days since the first, the partner's place in the list, and the numbers of that day: "6", "6, 4", "no number". */
  given: [day: number, partner: number, numbers: string][];
};

const WEEKS = 4;
/** 0 for a Monday. */
const weekdayOf = (day: string): number => (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;

/** Null before the first check-in. */
export function practiceDays(
  { partners, today }: Pick<CoupleShown, 'partners' | 'today'>,
  comfort: readonly Pick<ComfortGiven, 'assignmentId' | 'partnerId' | 'on' | 'comfort'>[],
): PracticeDays | null {
  if (comfort.length === 0) return null;
  const from = dayAfter(today, -weekdayOf(today) - (WEEKS - 1) * 7);
  const numbers = new Map<string, string[]>();
  for (const { partnerId, on, comfort: value } of comfort) {
    const partner = partners.findIndex(({ id }) => id === partnerId);
    const day = daysBetween(from, on);
    if (day < 0 || partner < 0) continue;
    const key = `${day} ${partner}`;
    numbers.set(key, [...(numbers.get(key) ?? []), value === null ? 'no number' : String(value)]);
  }
  const given = [...numbers].map(([key, values]): PracticeDays['given'][number] => {
    const [day = 0, partner = 0] = key.split(' ').map(Number);
    return [day, partner, values.join(', ')];
  });
  return {
    summary: summaryOf(partners, given, shortDay(from, today)),
    from,
    today,
    partners: partners.map(({ place, name }) => ({ place, name })),
    given,
  };
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

function summaryOf(partners: readonly { name: string }[], given: PracticeDays['given'], since: string): string {
  if (given.length === 0) return `Nobody has checked in since ${since}.`;
  const each = partners.map(
    ({ name }, at) => `${name} on ${days(given.filter(([, partner]) => partner === at).length)}`,
  );
  const perDay = new Map<number, number>();
  for (const [day] of given) perDay.set(day, (perDay.get(day) ?? 0) + 1);
  const shared = [...perDay.values()].filter((count) => count === partners.length).length;
  const both = partners.length < 2 ? '' : shared === 0 ? '; never on the same day' : `; both on ${days(shared)}`;
  return `Check-ins since ${since}: ${each.join(', ')}${both}.`;
}
