/** A history is a list of moments; playing them moves the installation's clock from each to the next, and lets people act. */
import 'server-only';
import { asSystem } from '@/db/access/as-system';
import { moveClockTo } from '@/db/queries/demo/clock';
import type { Calendar } from './calendar';
import type { Cast } from './cast';

export type Stage = {
  cast: Cast;
  calendar: Calendar;
  timeZone: string;
  /** How many couples there are so far: what a waiting visitor is told. */
  couplesBegun: number;
};

export type Moment = {
  /** Days before today. */
  ago: number;
  /** "20:10" */
  at: string;
  act: () => Promise<unknown>;
};

/** Puts one more staff member into the care team of a couple that is made later. */
export type Joins = (coupleId: () => string) => Moment['act'];

export const moment = (ago: number, at: string, ...acts: Moment['act'][]): Moment => ({
  ago,
  at,
  act: async () => {
    for (const act of acts) await act();
  },
});

export async function play(
  stage: Stage,
  moments: readonly Moment[],
  couples: number,
  said: (line: string) => void,
): Promise<void> {
  const inOrder = moments
    .map((one) => ({ ...one, instant: stage.calendar.instant(one.ago, one.at) }))
    .sort((a, b) => a.instant.getTime() - b.instant.getTime());
  const weeks = Math.ceil((inOrder[0]?.ago ?? 0) / 7);
  let told = 0;
  for (const { ago, instant, act } of inOrder) {
    const week = Math.min(weeks, weeks - Math.ceil(ago / 7) + 1);
    if (week > told) {
      told = week;
      said(`Loading the demo practice: week ${week} of ${weeks}, ${stage.couplesBegun} of ${couples} couples so far`);
    }
    await asSystem('demoClock', (tx) => moveClockTo(tx, instant));
    await act().catch((error: unknown) => {
      throw new Error(`The demo's story broke ${ago} days ago, at ${instant.toISOString()}.`, { cause: error });
    });
  }
}
