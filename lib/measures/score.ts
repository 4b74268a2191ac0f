/** From answers to a score, by the published rules alone. Pure: the same answers, the same score. */
import 'server-only';
import type { Instrument, Item } from './instruments/instrument';

/** Which of its answers was chosen for a question, counted from the left and from 0. */
export type Places = Readonly<Record<string, number>>;

export type Scored = {
  /** Null where any question that counts was left out: no measure here has a published rule for that. */
  total: number | null;
  leftOut: number;
  /** Of the PCL-5 alone; null where it has no score. */
  isRuleMet: boolean | null;
};

const counts = (item: Item): boolean => item.points !== null;

/** What one answer counts; null where none was given, or the question counts nothing. */
export const pointsOf = ({ id, points }: Item, given: Places): number | null => {
  const place = given[id];
  return place === undefined || points === null ? null : (points[place] ?? null);
};

export function scoreOf(instrument: Instrument, given: Places): Scored {
  const points = instrument.items.filter(counts).map((item) => pointsOf(item, given));
  const answered = points.filter((one) => one !== null);
  const leftOut = points.length - answered.length;
  const isWhole = leftOut === 0;
  return {
    total: isWhole ? answered.reduce((sum, one) => sum + one, 0) : null,
    leftOut,
    isRuleMet: isWhole && instrument.id === 'pcl5' ? meetsClusters(answered) : null,
  };
}

/**
 * The rule for a provisional reading (National Center for PTSD): an item counts when rated 2 (“Moderately”) or higher; at least one of
 * B (1-5), one of C (6-7), two of D (8-14) and two of E (15-20).
 */
const CLUSTERS = [
  { from: 1, to: 5, atLeast: 1 },
  { from: 6, to: 7, atLeast: 1 },
  { from: 8, to: 14, atLeast: 2 },
  { from: 15, to: 20, atLeast: 2 },
] as const;

const meetsClusters = (points: readonly number[]): boolean =>
  CLUSTERS.every(({ from, to, atLeast }) => points.slice(from - 1, to).filter((one) => one >= 2).length >= atLeast);
