/** What a partner's pages show of one day: portal.my_day() with its sealed parts opened. Safe in the browser. */
import { z } from 'zod';
import type { NamedQuestion } from '@/db/program/content';

export type { NamedQuestion } from '@/db/program/content';

export const UNIT_NAMES = ['whole', 'alone', 'together'] as const;

/** Names one unit of one assignment, as its pages' addresses do. */
export const unitInput = z.object({ assignmentId: z.uuid(), unit: z.enum(UNIT_NAMES) });
export type UnitInput = z.infer<typeof unitInput>;

export type Policy = 'noSecrets' | 'limitedSecrets' | 'strictPrivate';

export type DayUnit = UnitInput & {
  isAlone: boolean;
  /** `recent`: it was open yesterday and a check-in may still be given. */
  state: 'asked' | 'open' | 'recent';
  title: string;
  why: string;
  instructions: string[];
  minutes: { min: number; max: number };
  rhythm: {
    kind: 'once' | 'timesAWeek' | 'mostDays' | 'daily' | 'monthly' | 'fixedDays';
    times: number;
    weeks: number | null;
    days: number[];
  };
  /** Both partners see these; nobody is told whose wish one was. */
  conditions: string[];
  line: string;
  /** For this person alone; the other has no sign of it. */
  own: string[];
  /** Asked before it opens. */
  consent: NamedQuestion[];
  /** Asked after an occasion. */
  checkIn: NamedQuestion[];
};

export type SupportContact = { label: string; detail: string };

export type MyDay = {
  day: string;
  units: DayUnit[];
  recent: DayUnit[];
  done: { title: string; on: string }[];
  /** Shared by the other partner, arrived, dated by day only. */
  words: { id: string; on: string; text: string }[];
  /** `today`: paused since the turn, so that it can still be taken back. */
  pause: 'today' | 'standing' | null;
  isPauseLifted: boolean;
  /** The therapist has taken up one's request to be contacted: said once. */
  hasAnswer: boolean;
  /** Shared work has ended, not long ago: the next appointment is with each alone. */
  isApart: boolean;
  /** Nothing is passed on between the two since a turn; absent from a sheet that was drawn before this was known. */
  isSharedOver?: boolean;
  /** The policy this person last agreed to; null before the first visit. */
  agreed: Policy | null;
  policy: Policy;
  /** Another policy that waits for this person's own answer, and the day of the session in which it was talked about. */
  proposal: { id: string; policy: Policy; on: string } | null;
  support: SupportContact[];
};
