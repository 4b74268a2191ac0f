import type { ReactNode } from 'react';

type DisclosureProps = {
  /** What opens it. */
  summary: ReactNode;
  isOpen?: boolean;
  children: ReactNode;
};

/** Something behind one tap; the browser opens it. */
export function Disclosure({ summary, isOpen, children }: DisclosureProps) {
  return (
    <details className="disclosure-native" open={isOpen}>
      <summary>{summary}</summary>
      <div className="disclosure__body">{children}</div>
    </details>
  );
}
