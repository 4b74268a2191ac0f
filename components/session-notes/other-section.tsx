'use client';

import { useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';

type OtherSectionProps = {
  title: string;
  /** Where the other text stands. */
  label: string;
  text: string;
  /** What stood in the box beside when the two were found to differ. */
  mine: string;
  onUse: (text: string) => void;
};

const never = () => () => undefined;

/** The other text of one section, beside the box it may be put into. */
export function OtherSection({ title, label, text, mine, onUse }: OtherSectionProps) {
  // The two buttons need a script; without one, the texts stand side by side and the box is edited by hand.
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (text === mine)
    return (
      <div className="other-section">
        <p className="text-sm text-ink-muted">The same in both.</p>
      </div>
    );
  return (
    <div className="other-section" role="group" aria-label={`${title}: the other text`}>
      <p className="label">The other text</p>
      <p className="description">{label}</p>
      <div className="other-section__text" tabIndex={0}>
        {text === '' ? <span className="text-ink-muted">Nothing is written here.</span> : text}
      </div>
      {hasScript ? (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={() => onUse(mine)}>
            Use mine<span className="sr-only"> for {title}</span>
          </Button>
          <Button size="sm" onClick={() => onUse(text)}>
            Use the other<span className="sr-only"> for {title}</span>
          </Button>
          <Button size="sm" variant="quiet" onClick={() => onUse(joined(mine, text))}>
            Use both<span className="sr-only"> for {title}</span>
          </Button>
        </div>
      ) : null}
    </div>
  );
}

const joined = (mine: string, other: string) =>
  [mine, other]
    .map((text) => text.trimEnd())
    .filter(Boolean)
    .join('\n\n');
