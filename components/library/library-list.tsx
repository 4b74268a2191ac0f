import { NotReviewed } from '@/components/library/review-mark';
import { Chip } from '@/components/ui/chip';
import { Banner } from '@/components/ui/banner';
import { SearchForm } from '@/components/ui/search-form';
import { LinkButton, TextLink } from '@/components/ui/link';
import { EmptyState, PageHeader, Section } from '@/components/ui/page-parts';
import { minutesWords } from '@/lib/format/rhythms';
import { intensityWords, modeWords } from '@/lib/format/step-words';
import type { Library } from '@/lib/program/read-library';

/** The practice's steps by stage, with a search over what they are called and what they are for. */
export function LibraryList({
  library,
  note,
}: {
  library: Library;
  /** What else there is for this reader, or is not. */ note?: string;
}) {
  const { asked, count, stages, retired, reviewed, mayEdit } = library;
  return (
    <>
      <PageHeader
        title="Library"
        chips={
          <Chip tone={reviewed.count < reviewed.of ? 'look' : 'success'}>
            {reviewed.count} of {reviewed.of} reviewed by a clinician
          </Chip>
        }
        actions={
          mayEdit ? (
            <>
              <LinkButton href="/library/questions">Edit questions</LinkButton>
              <LinkButton href="/library/stages">Edit stages</LinkButton>
              <LinkButton href="/library/paths">Edit paths</LinkButton>
            </>
          ) : null
        }
        lead="What may be assigned, by stage. Open a step to read what partners see, apart from what only staff see."
      />
      {note ? (
        <div className="mb-6">
          <Banner>{note}</Banner>
        </div>
      ) : null}
      <div className="mb-8 max-w-measure">
        <SearchForm
          label="Search the steps"
          name="q"
          defaultValue={asked}
          placeholder="listening, touch, intensity 2"
        />
        <p className="mt-2 text-ink-muted" role="status">
          {asked === '' ? `${count} steps` : count === 1 ? 'One step found' : `${count || 'No'} steps found`}
          {asked === '' || count === 0 ? null : (
            <>
              {' · '}
              <TextLink href="/library">Show all</TextLink>
            </>
          )}
        </p>
      </div>
      {stages.length === 0 && retired.length === 0 ? (
        <EmptyState action={<TextLink href="/library">Show all steps</TextLink>}>
          No step has these words. Try fewer, or others.
        </EmptyState>
      ) : null}
      {[
        ...stages,
        ...(retired.length > 0
          ? [{ n: -1, title: 'Retired', about: 'Offered no more. What is assigned stays.', steps: retired }]
          : []),
      ].map((stage) => (
        <Section key={stage.n} heading={stage.title} lead={stage.about}>
          <ul className="step-list">
            {stage.steps.map((step) => (
              <li key={step.stepId}>
                <a href={`/library/${step.stepId}`} className="step-list__row">
                  <span className="step-list__title">
                    {step.title}
                    {step.isReviewed ? null : <NotReviewed />}
                  </span>
                  <span className="step-list__facts">
                    {modeWords[step.mode]} · {minutesWords(step.minutes)} · {intensityWords(step.intensity)}
                  </span>
                  <span className="step-list__why">{step.why}</span>
                </a>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
