import { StatusChip } from '@/components/session-notes/signing/status-chip';
import { Disclosure } from '@/components/ui/disclosure';
import { LinkButton } from '@/components/ui/link';
import { EmptyState, PageHeader, Section } from '@/components/ui/page-parts';
import { dayAndTime, shortDay } from '@/lib/format/dates';
import type { NoteStatus } from '@/lib/format/notes/note-status';

type Line = {
  noteId: string;
  who: string;
  startsAt: Date;
  author: string;
  status: NoteStatus;
  asked: 'approve' | 'coSign' | null;
  signedAt: Date | null;
};
type OfKind = { waiting: Line[]; returned: Line[]; others: Line[] };

type SupervisionQueueProps = {
  queue: {
    joint: OfKind;
    individual: OfKind;
    supervisees: {
      id: string;
      name: string;
      fromOn: string;
      toOn: string | null;
      mustApprove: boolean;
      mustCoSign: boolean;
    }[];
  };
  timeZone: string;
  today: string;
};

const acts = { approve: 'Approve', coSign: 'Co-sign' };

/** What waits for a supervisor: joint and individual notes in lists of their own. */
export function SupervisionQueue({ queue, timeZone, today }: SupervisionQueueProps) {
  const { joint, individual, supervisees } = queue;
  const isEmpty = [joint, individual].every(
    ({ waiting, returned, others }) => waiting.length + returned.length + others.length === 0,
  );
  const kinds = [
    { heading: 'Joint sessions', lines: joint },
    { heading: 'With one partner alone', lines: individual },
  ];
  return (
    <>
      <PageHeader
        title="Supervision"
        lead="The signed session notes of those you supervise, of sessions since the day it began. Process notes are not among them."
      />
      {supervisees.length > 0 ? (
        <ul className="mb-6 flex flex-col gap-1">
          {supervisees.map((one) => (
            <li key={one.id}>
              <strong>{one.name}</strong>, since {shortDay(one.fromOn, today)}
              {one.toOn ? ` until ${shortDay(one.toOn, today)}` : ''}: you {asked(one)}.
            </li>
          ))}
        </ul>
      ) : null}
      {isEmpty ? (
        <EmptyState>
          {supervisees.length > 0
            ? 'Nothing waits for you. A note comes here once it is signed.'
            : 'You supervise nobody now. A practice admin names supervisor and supervisee in People.'}
        </EmptyState>
      ) : (
        kinds.map(({ heading, lines }) => (
          <Section key={heading} heading={heading}>
            {lines.waiting.length > 0 ? (
              <Lines label={`${heading}: waiting for you`} lines={lines.waiting} timeZone={timeZone} today={today} />
            ) : (
              <p className="text-ink-muted">Nothing waits for you here.</p>
            )}
            {lines.returned.length > 0 ? (
              <Section level={3} heading="With their authors, to be changed">
                <Lines label={`${heading}: returned`} lines={lines.returned} timeZone={timeZone} today={today} />
              </Section>
            ) : null}
            {lines.others.length > 0 ? (
              <Disclosure
                summary={
                  <>
                    {lines.others.length === 1 ? '1 other note' : `${lines.others.length} other notes`}
                    <span className="sr-only">: {heading}</span>
                  </>
                }
              >
                <Lines label={`${heading}: others`} lines={lines.others} timeZone={timeZone} today={today} />
              </Disclosure>
            ) : null}
          </Section>
        ))
      )}
    </>
  );
}

function asked({ mustApprove, mustCoSign }: { mustApprove: boolean; mustCoSign: boolean }): string {
  if (mustApprove) return mustCoSign ? 'approve and co-sign each note' : 'approve each note';
  return mustCoSign ? 'co-sign each note' : 'may read each note';
}

function Lines({ label, lines, timeZone, today }: { label: string; lines: Line[]; timeZone: string; today: string }) {
  return (
    <ul aria-label={label} className="day-rows">
      {lines.map((line) => {
        const when = dayAndTime(line.startsAt, timeZone, today);
        return (
          <li key={line.noteId} className="day-row">
            <div className="min-w-0 flex-1">
              <p>
                <strong>{line.who}</strong>, session of {when}
              </p>
              <p className="day-row__detail">
                <StatusChip status={line.status} />
                <span>
                  {line.author}
                  {line.signedAt ? `, signed ${dayAndTime(line.signedAt, timeZone, today)}` : ''}
                </span>
              </p>
            </div>
            {line.status === 'returned' ? null : (
              <LinkButton
                href={`/supervision/${line.noteId}`}
                size="sm"
                aria-label={`${line.asked ? acts[line.asked] : 'Read'}: ${line.who}, session of ${when}`}
              >
                {line.asked ? acts[line.asked] : 'Read'}
              </LinkButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}
