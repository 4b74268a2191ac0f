import { EyeOff, Users } from 'lucide-react';
import { Chip } from '@/components/ui/chip';
import { LinkButton } from '@/components/ui/link';
import { Card, EmptyState } from '@/components/ui/page-parts';
import { PartnerMark } from '@/components/ui/partner-mark';
import type { Entry, Timeline } from '@/lib/check-ins/read-timeline';

const kinds = { checkIn: 'Check-in', reflection: 'Words for you', sharedWords: 'Words for both' } as const;

/** What each partner gave, newest first. For the care team: nothing here is for a screen that both may see. */
export function TimelineList({ timeline }: { timeline: Timeline }) {
  const { couple, entries, isFirstPage, olderHref } = timeline;
  if (entries.length === 0) {
    return isFirstPage ? (
      <EmptyState action={<LinkButton href={`/couples/${couple.id}`}>Open the plan</LinkButton>}>
        Nobody has given an answer yet.
      </EmptyState>
    ) : (
      <EmptyState action={<LinkButton href={`/couples/${couple.id}/check-ins`}>Newest first</LinkButton>}>
        There is nothing older.
      </EmptyState>
    );
  }
  return (
    <>
      <h2 className="sr-only">Check-ins and words, newest first</h2>
      <ol className="flex flex-col gap-4">
        {entries.map((entry) => (
          <li key={entry.id}>
            <EntryCard entry={entry} />
          </li>
        ))}
      </ol>
      <nav aria-label="Pages" className="mt-6 flex flex-wrap gap-3">
        {isFirstPage ? null : <LinkButton href={`/couples/${couple.id}/check-ins`}>Newest</LinkButton>}
        {olderHref ? <LinkButton href={olderHref}>Older</LinkButton> : null}
      </nav>
    </>
  );
}

function EntryCard({ entry }: { entry: Entry }) {
  const { kind, partner, day, step, answers, text, audience } = entry;
  const isShared = kind === 'sharedWords';
  return (
    <Card as="article">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg">
          <PartnerMark place={partner.place}>{partner.name}</PartnerMark>
          <span className="font-normal text-ink-muted">{day}</span>
        </h3>
        <Chip
          tone={isShared ? 'shared' : 'private'}
          icon={isShared ? <Users aria-hidden="true" /> : <EyeOff aria-hidden="true" />}
        >
          {audience}
        </Chip>
      </header>
      <p className="text-ink-muted">{[kinds[kind], step].filter(Boolean).join(' · ')}</p>
      <Answers answers={answers.filter(({ isNeverJoint }) => !isNeverJoint)} />
      <Answers
        answers={answers.filter(({ isNeverJoint }) => isNeverJoint)}
        heading="Never brought into a session together"
      />
      {kind === 'checkIn' && answers.length === 0 ? (
        <p className="text-ink-muted">Every question was skipped.</p>
      ) : null}
      {text ? <p className="max-w-measure break-words whitespace-pre-line">{text}</p> : null}
    </Card>
  );
}

function Answers({ answers, heading }: { answers: Entry['answers']; heading?: string }) {
  if (answers.length === 0) return null;
  return (
    <div>
      {heading ? <h4 className="answers__heading">{heading}</h4> : null}
      <dl className="answers">
        {answers.map(({ ask, answer }) => (
          <div key={ask}>
            <dt>{ask}</dt>
            <dd className="break-words whitespace-pre-line">{answer}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
