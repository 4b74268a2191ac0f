/** When a measure that comes again is asked: said once more for staff, as portal.my_measures says it to the partner. */
import 'server-only';
import { type Day, dayAfter, daysBetween } from '@/lib/format/dates';

export type Rhythm = { dueOn: Day; everyWeeks: number | null };

/** It is asked again from so many days before each further day. */
export const ASKED_BEFORE = 6;

/** Which time of asking it has come to; the first is 0. */
export const occasionOn = ({ dueOn, everyWeeks }: Rhythm, today: Day): number =>
  everyWeeks === null ? 0 : Math.max(0, Math.floor((daysBetween(dueOn, today) + ASKED_BEFORE) / (everyWeeks * 7)));

export const dueOf = ({ dueOn, everyWeeks }: Rhythm, occasion: number): Day =>
  dayAfter(dueOn, occasion * (everyWeeks ?? 0) * 7);
