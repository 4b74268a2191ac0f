import { LinkButton } from '@/components/ui/link';

type PaginationProps = {
  /** "1-25 of 60", in words. */
  summary: string;
  /** Address of the page before; none on the first. */
  previousHref?: string;
  /** Address of the page after; none on the last. */
  nextHref?: string;
};

/** Links to the page before and after. */
export function Pagination({ summary, previousHref, nextHref }: PaginationProps) {
  return (
    <nav aria-label="Pages" className="mt-4 flex flex-wrap items-center justify-between gap-3 screen-only">
      <p className="tabular text-ink-muted">{summary}</p>
      <div className="flex gap-3">
        {previousHref ? <LinkButton href={previousHref}>Previous</LinkButton> : null}
        {nextHref ? <LinkButton href={nextHref}>Next</LinkButton> : null}
      </div>
    </nav>
  );
}
