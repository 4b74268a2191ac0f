import { OccasionCard } from '@/components/check-ins/occasion-card';
import { LinkButton } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/page-parts';
import { SelectForm } from '@/components/ui/form/select-form';
import type { Timeline } from '@/lib/check-ins/read-timeline';

/** What the partners gave, the newest day first. For the care team: nothing here is for a screen that both may see. */
export function TimelineList({ timeline }: { timeline: Timeline }) {
  const { couple, occasions, isFirstPage, newestHref, olderHref, steps, stepId } = timeline;
  const all = `/couples/${couple.id}/check-ins`;
  const paper =
    couple.status === 'ended' ? null : <LinkButton href={`${all}/paper`}>Enter a paper check-in</LinkButton>;
  if (occasions.length === 0 && isFirstPage && stepId === null) {
    return (
      <>
        <EmptyState action={<LinkButton href={`/couples/${couple.id}`}>Open the plan</LinkButton>}>
          Nobody has given an answer yet.
        </EmptyState>
        {paper ? <p className="mt-6">{paper}</p> : null}
      </>
    );
  }
  return (
    <>
      <h2 className="sr-only">Check-ins and words, newest first</h2>
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        {steps.length > 1 || stepId ? (
          <SelectForm
            label="Step"
            name="step"
            action={all}
            defaultValue={stepId ?? ''}
            options={[
              { value: '', label: 'All steps, and words' },
              ...steps.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
        ) : null}
        {paper}
      </div>
      {occasions.length === 0 ? (
        <EmptyState action={<LinkButton href={all}>All, newest first</LinkButton>}>
          {stepId ? 'There is nothing of this step here.' : 'There is nothing earlier.'}
        </EmptyState>
      ) : null}
      <ol className="flex flex-col gap-4">
        {occasions.map((occasion) => (
          <li key={occasion.key}>
            <OccasionCard occasion={occasion} />
          </li>
        ))}
      </ol>
      <nav aria-label="Pages" className="mt-6 flex flex-wrap gap-3">
        {isFirstPage ? null : <LinkButton href={newestHref}>Newest</LinkButton>}
        {olderHref ? <LinkButton href={olderHref}>Earlier check-ins</LinkButton> : null}
      </nav>
    </>
  );
}
