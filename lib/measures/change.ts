/** Whether a change is more than the measure's own noise, by conventions that name their source. Pure. */
import 'server-only';
import type { InstrumentId } from '@/db/schema/measures/given';
import { PCL_CHANGES, type PclChange } from './schema';

type Convention = { atLeast: number; source: string; recoveredBelow: number | null };

/** NHS England's manual for talking therapies; a partner has recovered there only when both measures are below their lines. */
const NHS = 'NHS convention';

function conventionFor(instrument: InstrumentId, pclChange: PclChange): Convention | null {
  if (instrument === 'phq9') return { atLeast: 6, source: NHS, recoveredBelow: 10 };
  if (instrument === 'gad7') return { atLeast: 4, source: NHS, recoveredBelow: 8 };
  if (instrument === 'pcl5') return { atLeast: pclChange, source: PCL_CHANGES[pclChange].source, recoveredBelow: null };
  // No published value was found for the CSI, and a plain rating has none.
  return null;
}

export type Change = {
  /** The later less the earlier. */
  points: number;
  /** Null where no convention exists: then only the raw change is shown. */
  isReliable: boolean | null;
  /** From at or over the line to below it, and reliably; null where there is no line. */
  isRecovered: boolean | null;
  /** In words, with the source. */
  words: string;
};

/** Of two totals of one person. */
export function changeBetween(
  { id, higherIs }: { id: InstrumentId; higherIs: 'better' | 'worse' },
  before: number,
  after: number,
  pclChange: PclChange,
): Change {
  const points = after - before;
  const convention = conventionFor(id, pclChange);
  const size = Math.abs(points);
  const raw =
    points === 0 ? 'No change' : `${size} ${size === 1 ? 'point' : 'points'} ${points > 0 ? 'higher' : 'lower'}`;
  if (!convention) {
    const direction = points === 0 ? '' : ` ${higherIs === 'better' ? 'Higher is better.' : 'Lower is better.'}`;
    return { points, isReliable: null, isRecovered: null, words: `${raw}.${direction}` };
  }
  const { atLeast, source, recoveredBelow } = convention;
  const isReliable = size >= atLeast;
  const isBetter = points > 0 === (higherIs === 'better');
  const kind = isReliable
    ? isBetter
      ? 'reliable improvement'
      : 'reliable worsening'
    : 'too small to be called reliable';
  const hasCrossed = recoveredBelow !== null && before >= recoveredBelow && after < recoveredBelow;
  const isRecovered = recoveredBelow === null ? null : hasCrossed && isReliable;
  const line =
    recoveredBelow !== null && isReliable && isBetter
      ? ` ${isRecovered ? `Recovered on this measure: now below ${recoveredBelow}` : `Not recovered on this measure: that is from ${recoveredBelow} or more to below it`} (${NHS}).`
      : '';
  return { points, isReliable, isRecovered, words: `${raw}: ${kind} (${source}: ${atLeast} or more).${line}` };
}
