import type { ReactNode } from 'react';
import { AddToDo } from '@/components/today/add-to-do';
import { ToDoList, type ToDoLine } from '@/components/today/to-do-list';
import { type DayLine, DayLines } from '@/components/today/day-lines';
import { type LookLine, NeedsALook, Rows } from '@/components/today/needs-a-look';
import { cameWords, type Comer, WhoCame } from '@/components/today/who-came';
import { Chip } from '@/components/ui/chip';
import { Disclosure } from '@/components/ui/disclosure';
import { LinkButton } from '@/components/ui/link';
import { EmptyState, PageHeader, Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import type { Day } from '@/lib/format/dates';

export type SessionLine = {
  id: string;
  href: string;
  /** "10:00" */
  time: string;
  /** The couple's label, or "A.E. alone". */
  who: string;
  /** The step in progress, where and how long. */
  about: string;
  /** What happened since the last one. */
  prep: string;
  note: 'none' | 'draft' | 'signed';
  people: Comer[];
  /** The key of the form that says who came; none before it has begun. */
  attendanceKey: string | null;
};

type TodayPageProps = {
  title: string;
  today: Day;
  looks: LookLine[];
  sessions: SessionLine[];
  toDos: ToDoLine[];
  recordAttendance: FormAction;
  /** Notes to write, sign or co-sign: joint and individual ones never in one list. */
  unsigned: { joint: DayLine[]; individual: DayLine[] };
  beforeWork: DayLine[];
  /** What came since one last looked; null when nothing did. */
  news: { summary: string; lines: DayLine[] } | null;
  /** For whom a to-do may be added. */
  couples: { id: string; label: string }[];
  formKey: string;
  actions: { answer: FormAction; addToDo: FormAction; markToDo: FormAction };
};

export function TodayPage({ title, couples, ...day }: TodayPageProps) {
  const { looks, sessions, recordAttendance, toDos, unsigned, beforeWork, news, today, formKey, actions } = day;
  if (couples.length === 0) {
    return (
      <>
        <PageHeader title={title} />
        <EmptyState
          action={
            <LinkButton href="/couples/new" variant="primary">
              New couple
            </LinkButton>
          }
        >
          Your day begins with your first couple.
        </EmptyState>
      </>
    );
  }
  const urgent = looks.filter(({ tier }) => tier === 'urgent');
  const others = looks.filter(({ tier }) => tier !== 'urgent');
  const isQuiet =
    !news &&
    [looks, sessions, toDos, unsigned.joint, unsigned.individual, beforeWork].every((list) => list.length === 0);
  return (
    <>
      <PageHeader title={title} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div>
          {isQuiet ? (
            <div className="section">
              <EmptyState action={<LinkButton href="/caseload">Open the caseload</LinkButton>}>
                Nothing waits for you: no answers to look at, no sessions today, no notes to sign.
              </EmptyState>
            </div>
          ) : null}
          {urgent.length > 0 ? (
            <Section heading={`Reach today (${urgent.length})`}>
              <NeedsALook lines={urgent} answer={actions.answer} today={today} />
            </Section>
          ) : null}
          {others.length > 0 ? (
            <Section heading={`Needs a look (${others.length})`}>
              <NeedsALook lines={others} answer={actions.answer} today={today} />
            </Section>
          ) : null}
          {isQuiet ? null : (
            <Section heading="Sessions today">
              {sessions.length > 0 ? (
                <Sessions lines={sessions} action={recordAttendance} />
              ) : (
                <p className="text-ink-muted">None today.</p>
              )}
            </Section>
          )}
        </div>
        <div>
          <ToDos lines={toDos} mark={actions.markToDo}>
            <AddToDo action={actions.addToDo} formKey={formKey} today={today} about={{ couples }} />
          </ToDos>
          <Unsigned {...unsigned} />
          {news ? (
            <Section heading="Since you last looked" lead={news.summary}>
              <DayLines lines={news.lines} />
            </Section>
          ) : null}
          {beforeWork.length > 0 ? (
            <Section heading={`Before work can begin (${beforeWork.length})`}>
              <DayLines lines={beforeWork} />
            </Section>
          ) : null}
        </div>
      </div>
    </>
  );
}

function Unsigned({ joint, individual }: { joint: DayLine[]; individual: DayLine[] }) {
  const count = joint.length + individual.length;
  if (count === 0) return null;
  return (
    <Section heading={`Notes to sign or co-sign (${count})`}>
      {joint.length > 0 ? (
        <Section level={3} heading="Joint">
          <DayLines lines={joint} />
        </Section>
      ) : null}
      {individual.length > 0 ? (
        <Section level={3} heading="With one partner alone">
          <DayLines lines={individual} />
        </Section>
      ) : null}
    </Section>
  );
}

function ToDos({ lines, mark, children }: { lines: ToDoLine[]; mark: FormAction; children: ReactNode }) {
  const open = lines.filter(({ isDone }) => !isDone).length;
  const rest = lines.slice(SHOWN_AT_ONCE);
  return (
    <Section heading={open > 0 ? `To do (${open})` : 'To do'}>
      {lines.length > 0 ? <ToDoList lines={lines.slice(0, SHOWN_AT_ONCE)} mark={mark} /> : null}
      {rest.length > 0 ? (
        <Disclosure summary={`Show ${rest.length} more`}>
          <ToDoList lines={rest} mark={mark} />
        </Disclosure>
      ) : null}
      {children}
    </Section>
  );
}

const SHOWN_AT_ONCE = 6;

function Sessions({ lines, action }: { lines: SessionLine[]; action: FormAction }) {
  return (
    <Rows>
      {lines.map((line) => (
        <li key={line.id} className="day-row">
          <p className="day-row__time">{line.time}</p>
          <div className="day-row__words">
            <p className="flex flex-wrap items-center gap-x-3">
              <strong>{line.who}</strong>
              {line.note === 'none' ? null : (
                <Chip tone={line.note === 'signed' ? 'success' : 'neutral'}>
                  {line.note === 'signed' ? 'Note signed' : 'Note begun'}
                </Chip>
              )}
            </p>
            {line.about ? <p className="text-sm text-ink-muted">{line.about}</p> : null}
            <p className="text-sm">{line.prep}</p>
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
