/** How one text becomes another, word by word. */
import { diffWordsWithSpace } from 'diff';

export type Piece = { kind: 'same' | 'added' | 'removed'; text: string };

/** Two texts that share next to nothing would take long to compare: then one stands for the other as a whole. */
const MOST_EDITS = 4_000;

/** The pieces of `after` are those that are the same or added, in order; the pieces of `before` those that are the same or removed. */
export function wordDiff(before: string, after: string): Piece[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  if (!changes)
    return [
      { kind: 'removed' as const, text: before },
      { kind: 'added' as const, text: after },
    ].filter(({ text }) => text !== '');
  return changes.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
