import type { ReactNode } from 'react';

/** A partner's place in the couple's own order; more than two share the second's look. */
export type PartnerPlace = 'first' | 'second';

type PartnerMarkProps = {
  place: PartnerPlace;
  /** The name or initials beside the shape. */
  children: ReactNode;
};

/** Who it is about: a shape and words. First circle, second diamond; never color alone. */
export function PartnerMark({ place, children }: PartnerMarkProps) {
  return (
    <span className="partner-mark" data-partner={place}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {place === 'first' ? (
          <circle cx="8" cy="8" r="6" />
        ) : (
          <path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" strokeDasharray="3.2 1.4" />
        )}
      </svg>
      <span className="min-w-0">{children}</span>
    </span>
  );
}
