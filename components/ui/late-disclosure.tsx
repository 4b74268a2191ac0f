'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';

type LateDisclosureProps = {
  /** What opens it. */
  summary: ReactNode;
  className?: string;
  /** Makes the content. */
  children: () => ReactNode;
};

/** Something behind one tap, made when it is first opened: what stays closed costs neither the server nor the browser anything. */
export function LateDisclosure({ summary, className = 'disclosure-native', children }: LateDisclosureProps) {
  const [isMade, setIsMade] = useState(false);
  const details = useRef<HTMLDetailsElement>(null);
  const make = () => setIsMade(true);

  // It may have been opened before the page's script was there.
  useEffect(() => {
    if (details.current?.open) make();
  }, []);

  return (
    <details ref={details} className={className} onToggle={make}>
      {/* The press comes before the opening, so that there is no moment of it standing open and empty. */}
      <summary onClick={make}>{summary}</summary>
      {isMade ? <div className="disclosure__body">{children()}</div> : null}
    </details>
  );
}
