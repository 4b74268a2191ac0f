/** What of a measure the care team is told at once (rule 11), whatever the total. */
import 'server-only';
import type { RaisedFlag } from '@/db/queries/partner-answers';
import type { InstrumentId } from '@/db/schema/measures/given';
import { USUAL_LIMITS } from '@/lib/review-limits/schema';
import { newest } from './instruments/all';
import type { Instrument } from './instruments/instrument';
import { pointsOf, type Places } from './score';

/** The answer is about safety: never for a screen that both may see, under whichever policy. */
export const isNeverJoint = (instrument: InstrumentId, itemId: string): boolean =>
  instrument === 'phq9' && itemId === 'q9';

export function raisedBy(instrument: Instrument, given: Places, distressAtLeast: number | null): RaisedFlag[] {
  return instrument.items.flatMap((item): RaisedFlag[] => {
    const points = pointsOf(item, given) ?? 0;
    const reason = `${instrument.id}.${item.id}`;
    if (isNeverJoint(instrument.id, item.id) && points > 0) return [{ tier: 'urgent', reason }];
    if (instrument.id === 'distress' && points >= (distressAtLeast ?? USUAL_LIMITS.distressAtLeast))
      return [{ tier: 'review', reason }];
    return [];
  });
}

/** The words of the question that raised a flag, and what of the answer may stand beside it; null for any other reason. */
export function itemOfFlag(reason: string): { ask: string; answer: string } | null {
  const [of, itemId] = reason.split('.');
  if (of !== 'phq9' && of !== 'distress') return null;
  const instrument = newest(of);
  const item = instrument.items.find(({ id }) => id === itemId);
  if (!item) return null;
  return {
    ask: item.ask,
    answer:
      of === 'phq9'
        ? `Answered above “${item.answers[0]}”, in ${instrument.name}. The answer itself stands under Measures.`
        : 'The rating stands under Measures.',
  };
}
