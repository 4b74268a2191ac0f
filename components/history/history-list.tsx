import { LinkButton } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/page-parts';
import type { HistoryOfCouple } from '@/lib/history/read-history';

type HistoryListProps = Pick<HistoryOfCouple, 'days' | 'isFirstPage' | 'olderHref'> & {
  /** The first page of the same list. */
  newestHref: string;
};

/** What happened, newest first, by day. For the care team: nothing here is for a screen that both may see. */
export function HistoryList({ newestHref, days, isFirstPage, olderHref }: HistoryListProps) {
  const newest = <LinkButton href={newestHref}>Newest first</LinkButton>;
  if (days.length === 0)
    return (
      <EmptyState
        action={isFirstPage ? undefined : newest}
      >{`There is nothing ${isFirstPage ? 'yet' : 'older'}.`}</EmptyState>
    );
  return (
    <>
      {days.map(({ on, day, entries }) => (
        <section key={on} className="history">
          <h2>{day}</h2>
          <ul>
            {entries.map(({ id, time, sentence, by }) => (
              <li key={id}>
                <span className="history__time">{time}</span>
                <span className="history__what">
                  {sentence}
                  {by ? <span className="text-ink-muted"> {by}</span> : null}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {isFirstPage && !olderHref ? null : (
        <nav aria-label="Pages" className="mt-6 flex flex-wrap gap-3">
          {isFirstPage ? null : newest}
          {olderHref ? <LinkButton href={olderHref}>Older</LinkButton> : null}
        </nav>
      )}
    </>
  );
}
