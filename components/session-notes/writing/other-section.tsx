'use client';

import { lazy, Suspense } from 'react';
import { useHasScript } from '@/components/ui/has-script';
import { Button } from '@/components/ui/button';

// What compares two texts arrives with the first two texts that differ.
const WordDiff = lazy(async () => ({ default: (await import('@/components/session-notes/word-diff')).WordDiff }));

type OtherSectionProps = {
  title: string;
  /** Where the other text stands. */
  label: string;
  text: string;
  /** What stood in the box beside when the two were found to differ. */
  mine: string;
  /** Both as they read, where that is another thing. */
  words?: { text: string; mine: string };
  /** Choices are not put one after the other. */
  isChoice?: boolean;
  onUse: (text: string) => void;
};

/** The other text of one section, beside the box it may be put into: what differs is marked word by word. */
export function OtherSection({ title, label, text, mine, words = { text, mine }, isChoice, onUse }: OtherSectionProps) {
  // The buttons need a script; without one, the texts stand side by side and the box is edited by hand.
  const hasScript = useHasScript();
  if (text === mine)
    return (
      <div className="other-section">
        <p className="text-sm text-ink-muted">The same in both.</p>
      </div>
    );
  const plain = words.text === '' ? <span className="text-ink-muted">Nothing is written here.</span> : words.text;
  return (
    <div className="other-section" role="group" aria-label={`${title}: the other text`}>
      <p className="label">The other text</p>
      <p className="description">{label}</p>
      <div className="other-section__text" tabIndex={0} role="group" aria-label={`${title}: what the other text says`}>
        {plain}
      </div>
      {hasScript ? (
        <>
          <p className="description">Word by word: struck through is only in yours, underlined only in the other.</p>
          <div className="other-section__text" tabIndex={0} role="group" aria-label={`${title}: word by word`}>
            <Suspense fallback={plain}>
              <WordDiff before={words.mine} after={words.text} />
            </Suspense>
          </div>
          <div className="flex flex-wrap gap-2">
            <Button size="sm" onClick={() => onUse(mine)}>
              Use mine<span className="sr-only"> for {title}</span>
            </Button>
            <Button size="sm" onClick={() => onUse(text)}>
              Use the other<span className="sr-only"> for {title}</span>
            </Button>
            {isChoice ? null : (
              <Button size="sm" variant="quiet" onClick={() => onUse(joined(mine, text))}>
                Use both<span className="sr-only"> for {title}</span>
              </Button>
            )}
          </div>
        </>
      ) : null}
    </div>
  );
}

const joined = (mine: string, other: string) =>
  [mine, other]
    .map((text) => text.trimEnd())
    .filter(Boolean)
    .join('\n\n');
