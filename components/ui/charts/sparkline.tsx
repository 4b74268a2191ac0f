type SparklineProps = {
  /** From `sparklinePath`. */
  path: string;
  /** What it shows, in a sentence: "Comfort over 14 days: 4, 5, 7". */
  label: string;
};

/** The course of a few values as one line, in the look of the partner whose mark it stands in. */
export function Sparkline({ path, label }: SparklineProps) {
  return (
    <svg className="sparkline" role="img" aria-label={label}>
      <path d={path} />
    </svg>
  );
}
