import type { PartnerPlace } from '@/components/ui/partner-mark';

type SparklineProps = {
  /** From `sparklinePath`. */
  path: string;
  /** What it shows, in a sentence: "Comfort over 14 days: 4, 5, 7". */
  label: string;
  partner?: PartnerPlace;
};

/** The course of a few values as one line. */
export function Sparkline({ path, label, partner = 'first' }: SparklineProps) {
  return (
    <svg
      className="sparkline"
      data-partner={partner}
      viewBox="0 0 96 24"
      width="96"
      height="24"
      role="img"
      aria-label={label}
    >
      <path d={path} />
    </svg>
  );
}
