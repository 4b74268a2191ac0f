import type { ReactNode } from 'react';

/** A partner's place in the couple's own order; more than two share the second's look. */
export type PartnerPlace = 'first' | 'second';

type PartnerMarkProps = {
  place: PartnerPlace;
  /** The name or initials beside the shape. */
  children: ReactNode;
};

/** Who it is about: a shape and words. First circle, second diamond (charts.css draws them); never color alone. */
export function PartnerMark({ place, children }: PartnerMarkProps) {
  return (
    <span className="partner-mark" data-partner={place}>
      {children}
    </span>
  );
}
