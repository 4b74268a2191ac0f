import { type LookLine, NeedsALook, Rows } from '@/components/today/needs-a-look';
import { cameWords, type Comer, WhoCame } from '@/components/today/who-came';
import { Chip } from '@/components/ui/chip';
import { Disclosure } from '@/components/ui/disclosure';
import { LinkButton } from '@/components/ui/link';
import { EmptyState, PageHeader, Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';

export type SessionLine = {
  id: string;
  href: string;
  /** "10:00" */
  time: string;
  /** The couple's label, or "A.E. alone". */
  who: string;
  /** What the session is prepared with, in a line. */
  about: string;
  note: 'none' | 'draft' | 'signed';
  people: Comer[];
  /** The key of the form that says who came; none before it has begun. */
  attendanceKey: string | null;
};

export type DayLine = { key: string; href: string; words: string; detail: string; act: string };

type TodayPageProps = {
  title: string;
  looks: LookLine[];
  sessions: SessionLine[];
  recordAttendance: FormAction;
  unsigned: DayLine[];
  toDos: DayLine[];
  /** Whether there is any couple at all. */
  isEmpty: boolean;
};

export function TodayPage({ title, looks, sessions, recordAttendance, unsigned, toDos, isEmpty }: TodayPageProps) {
  const isQuiet = [looks, sessions, unsigned, toDos].every((list) => list.length === 0);
  return (
    <>
      <PageHeader title={title} />
      {isEmpty ? (
        <EmptyState
          action={
            <LinkButton href="/couples/new" variant="primary">
              New couple
            </LinkButton>
          }
        >
          Your day begins with your first couple.
        </EmptyState>
      ) : isQuiet ? (
        <EmptyState action={<LinkButton href="/caseload">Open the caseload</LinkButton>}>
          Nothing waits for you: no answers to look at, no sessions today, no notes to sign.
        </EmptyState>
      ) : (
        <div className="grid items-start gap-x-8 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div>
            {looks.length > 0 ? (
              <Section heading={`Needs a look (${looks.length})`}>
                <NeedsALook lines={looks} />
              </Section>
            ) : null}
            <Section heading="Sessions today">
              {sessions.length > 0 ? (
                <Sessions lines={sessions} action={recordAttendance} />
              ) : (
                <p className="text-ink-muted">None today.</p>
              )}
            </Section>
          </div>
          <div>
            {unsigned.length > 0 ? (
              <Section heading={`Notes to sign (${unsigned.length})`}>
                <Lines lines={unsigned} />
              </Section>
            ) : null}
            {toDos.length > 0 ? (
              <Section heading={`Before work can begin (${toDos.length})`}>
                <Lines lines={toDos} />
              </Section>
            ) : null}
          </div>
        </div>
      )}
    </>
  );
}

function Sessions({ lines, action }: { lines: SessionLine[]; action: FormAction }) {
  return (
    <Rows>
      {lines.map((line) => (
        <li key={line.id} className="day-row">
          <p className="tabular w-14 flex-none font-semibold">{line.time}</p>
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-x-3">
              {line.who}
              {line.note === 'none' ? null : (
                <Chip tone={line.note === 'signed' ? 'success' : 'neutral'}>
                  {line.note === 'signed' ? 'Note signed' : 'Note begun'}
                </Chip>
              )}
            </p>
            {line.about ? <p className="text-sm text-ink-muted">{line.about}</p> : null}
            {cameWords(line.people) ? <p className="text-sm">{cameWords(line.people)}</p> : null}
            {line.attendanceKey ? (
              <WhoCame
                action={action}
                formKey={line.attendanceKey}
                sessionId={line.id}
                label={`${line.time}, ${line.who}`}
                people={line.people}
              />
            ) : null}
          </div>
          <LinkButton
            href={line.href}
            size="sm"
            aria-label={`${line.note === 'none' ? 'Open' : 'Note'}: session of ${line.time} with ${line.who}`}
          >
            {line.note === 'none' ? 'Open' : 'Note'}
          </LinkButton>
        </li>
      ))}
    </Rows>
  );
}

const SHOWN_AT_ONCE = 6;

function Lines({ lines }: { lines: DayLine[] }) {
  const rest = lines.slice(SHOWN_AT_ONCE);
  return (
    <>
      <Some lines={lines.slice(0, SHOWN_AT_ONCE)} />
      {rest.length > 0 ? (
        <Disclosure summary={`Show ${rest.length} more`}>
          <Some lines={rest} />
        </Disclosure>
      ) : null}
    </>
  );
}

function Some({ lines }: { lines: DayLine[] }) {
  return (
    <Rows>
      {lines.map((line) => (
        <li key={line.key} className="day-row">
          <div className="min-w-0 flex-1">
            <p>{line.words}</p>
            <p className="text-sm text-ink-muted">{line.detail}</p>
          </div>
          <LinkButton href={line.href} size="sm" aria-label={`${line.act}: ${line.words}, ${line.detail}`}>
            {line.act}
          </LinkButton>
        </li>
      ))}
    </Rows>
  );
}
