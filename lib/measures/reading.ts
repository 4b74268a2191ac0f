/** How a total is read: bands and lines as their sources have them, in their words, and never a diagnosis. */
import 'server-only';
import type { InstrumentId } from '@/db/schema/measures/given';
import type { Scored } from './score';

/** From this total on, this word; the last that fits. */
const BANDS: Partial<Record<InstrumentId, { source: string; from: readonly (readonly [number, string])[] }>> = {
  phq9: {
    source: 'bands of Kroenke et al. 2001',
    from: [
      [0, 'minimal'],
      [5, 'mild'],
      [10, 'moderate'],
      [15, 'moderately severe'],
      [20, 'severe'],
    ],
  },
  gad7: {
    source: 'bands of Spitzer et al. 2006',
    from: [
      [0, 'minimal'],
      [5, 'mild'],
      [10, 'moderate'],
      [15, 'severe'],
    ],
  },
  csi16: {
    source: 'line of Funk and Rogge 2007: below 51.5',
    from: [
      [0, 'notable dissatisfaction'],
      [52, 'no notable dissatisfaction'],
    ],
  },
};

/** The band as its source calls it; null where the source has none. */
export const bandOf = (instrument: InstrumentId, total: number): string | null =>
  BANDS[instrument]?.from.findLast(([from]) => total >= from)?.[1] ?? null;

/** A line in the scale, where its source draws one: drawn in the graph, said beside the total. */
export type Line = { at: number; words: string };
export const LINES: Partial<Record<InstrumentId, Line>> = {
  phq9: { at: 10, words: '10 or more: screen positive' },
  gad7: { at: 10, words: '10 or more: screen positive' },
  pcl5: { at: 31, words: '31-33: discuss' },
  csi16: { at: 51.5, words: 'below 51.5: notable dissatisfaction' },
};

/** What stands beside a total: sentences with their sources. */
export function readingOf(instrument: InstrumentId, total: number, { isRuleMet }: Pick<Scored, 'isRuleMet'>): string[] {
  const band = BANDS[instrument];
  const sentences: string[] = [];
  if (band) sentences.push(`${upper(bandOf(instrument, total)!)} (${band.source}).`);
  if (instrument === 'phq9')
    sentences.push(
      `${total >= 10 ? 'Screen positive' : 'Below the screening line'}: 10 or more (Kroenke et al. 2001). A screen is no diagnosis.`,
    );
  if (instrument === 'gad7')
    sentences.push(
      `${total >= 10 ? 'Screen positive' : 'Below the screening line'}: 10 or more (Spitzer et al. 2006). ${total >= 8 ? 'At or over' : 'Below'} 8, the line NHS services use. A screen is no diagnosis.`,
    );
  if (instrument === 'pcl5') {
    sentences.push(
      total > 33
        ? 'Above 31-33, the range the National Center for PTSD names: discuss.'
        : total >= 31
          ? 'Within 31-33, the range the National Center for PTSD names: discuss.'
          : 'Below 31-33, the range the National Center for PTSD names.',
    );
    sentences.push(
      `The rule of clusters (items rated 2 or more: one of B, one of C, two of D, two of E) is ${isRuleMet ? 'met' : 'not met'}. Neither is a diagnosis, and no severity bands exist.`,
    );
  }
  return sentences;
}

const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
