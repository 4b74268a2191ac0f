/** Which questions a person is asked, one by one, and where each page of them is. */
import 'server-only';
import type { NamedQuestion } from '@/db/program/content';
import { unitIn } from '@/lib/my-day/open-my-day';
import type { DayUnit, MyDay, UnitInput } from '@/lib/my-day/schema';
import type { Occasion, OccasionInput } from './schema';

/** The unit, when this occasion can be answered for it today. */
export function unitToAnswer(day: MyDay, { occasion, ...unit }: OccasionInput): DayUnit {
  return occasion === 'begin' ? unitIn(day, unit, 'asked') : unitIn(day, unit, 'open', 'recent');
}

export const questionsOf = (unit: DayUnit, occasion: Occasion): NamedQuestion[] =>
  occasion === 'begin' ? unit.consent : unit.checkIn;

/** One by one, the text of a reflection is asked only of someone who has said who may read it. */
export function questionsAsked(
  questions: readonly NamedQuestion[],
  given: Readonly<Record<string, string>>,
): NamedQuestion[] {
  return questions.filter(({ id }) => id !== 'reflection' || Boolean(given.reflectionFor));
}

export const stepPath = ({ assignmentId, unit }: UnitInput): string => `/steps/${assignmentId}/${unit}`;

/** `place` counts from 1; the first page is the occasion's own address. */
export function questionPath({ occasion, ...unit }: OccasionInput, place: number | 'all' | 'send'): string {
  const first = `${stepPath(unit)}/${occasion}`;
  return place === 1 ? first : `${first}/${place}`;
}
