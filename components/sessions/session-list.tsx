import { FileClock, FileLock2, FilePen, FileX2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Chip, type Tone } from '@/components/ui/chip';
import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/link';
import { PartnerMark } from '@/components/ui/partner-mark';
import { ageWords, attendanceWords } from '@/components/sessions/session-words';
import { dayAndTime, dayOf, timeIn, weekdayAndDay } from '@/lib/format/dates';
import { type NoteStatus, statusWords } from '@/lib/format/notes/note-status';
import type { SessionLine } from '@/lib/sessions/read-sessions';

type Partner = { id: string; name: string; place: 'first' | 'second' };

type SessionListProps = {
  /** What it lists, spoken. */
  label: string;
  lines: SessionLine[];
  partners: Partner[];
  /** The practice's. */
  timeZone: string;
  now: Date;
  /** Says with whom, where the heading does not. */
  saysWithWhom?: boolean;
  /** On the session's own page there is nothing to open. */
  isOwnPage?: boolean;
  /** The form that begins a note of this session. */
  startNote: (session: SessionLine, label: string) => ReactNode;
};

/** Sessions, one row each: when, where, who came, and where the note stands. */
export function SessionList({
  label,
  lines,
  partners,
  timeZone,
  now,
  saysWithWhom,
  isOwnPage,
  startNote,
}: SessionListProps) {
  const today = dayOf(now, timeZone);
  return (
    <ul aria-label={label} className="session-list">
      {lines.map((line) => {
        const day = weekdayAndDay(dayOf(line.startsAt, timeZone), today);
        const begins = timeIn(line.startsAt, timeZone);
        const partner = partners.find(({ id }) => id === line.partnerId);
        return (
          <li key={line.id} className="session-list__row">
            <div className="flex min-w-0 flex-col gap-0.5">
              {isOwnPage ? (
                <strong className="tabular">
                  {day}, {begins}
                </strong>
              ) : (
                <TextLink href={`/couples/${line.coupleId}/sessions/${line.id}`} className="font-semibold tabular">
                  {day}, {begins}
                </TextLink>
              )}
              <span className="text-sm text-ink-muted">
                {line.minutes} minutes{line.place ? ` · ${line.place}` : ''}
              </span>
            </div>
            <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1">
              {line.cancelledAt ? <Chip>Cancelled</Chip> : null}
              {saysWithWhom ? (
                partner ? (
                  <PartnerMark place={partner.place}>{partner.name} alone</PartnerMark>
                ) : (
                  <span>Both</span>
                )
              ) : null}
              <Attendances line={line} partners={partners} />
            </div>
            <div className="flex min-w-0 flex-col items-start gap-1">
              {line.notes.map((note) => (
                <NoteLink
                  key={note.id}
                  note={note}
                  line={line}
                  when={`${day}, ${begins}`}
                  timeZone={timeZone}
                  today={today}
                />
              ))}
              {line.writtenBy ? (
                <span className="text-sm text-ink-muted">Its note is being written by {line.writtenBy}.</span>
              ) : null}
              {line.canStartNote ? startNote(line, `Note of ${day}, ${begins}`) : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Attendances({ line, partners }: { line: SessionLine; partners: Partner[] }) {
  return partners.map((partner) => {
    const recorded = line.attendances.find(({ partnerId }) => partnerId === partner.id);
    return recorded ? (
      <PartnerMark key={partner.id} place={partner.place}>
        {partner.name} {attendanceWords[recorded.attendance]}
      </PartnerMark>
    ) : null;
  });
}

type NoteLinkProps = {
  note: SessionLine['notes'][number];
  line: SessionLine;
  when: string;
  timeZone: string;
  today: string;
};

function NoteLink({ note, line, when, timeZone, today }: NoteLinkProps) {
  const href = `/couples/${line.coupleId}/notes/${note.id}`;
  const spoken = <span className="sr-only"> of {when}</span>;
  const isDraft = note.status === 'draft' || note.status === 'returned';
  const { tone, Icon } = looks[note.status] ?? { tone: 'success' as const, Icon: FileLock2 };
  const said = (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Chip tone={tone} icon={<Icon aria-hidden="true" />}>
        {note.status === 'draft' ? `Draft ${ageWords(note.ageInDays)}` : statusWords[note.status]}
      </Chip>
      <TextLink href={href}>
        {isDraft ? 'Continue note' : 'Read note'}
        {spoken}
      </TextLink>
      {isDraft ? null : (
        <span className="text-sm text-ink-muted">
          {note.isMine ? '' : `${note.author}, `}
          {note.signedAt ? dayAndTime(note.signedAt, timeZone, today) : ''}
        </span>
      )}
    </span>
  );
  if (note.status !== 'enteredInError') return said;
  return (
    <Disclosure
      summary={
        <span className="text-sm">
          A note entered in error
          <span className="sr-only">: {when}</span>
        </span>
      }
    >
      {said}
    </Disclosure>
  );
}

const looks: Partial<Record<NoteStatus, { tone: Tone; Icon: typeof FilePen }>> = {
  draft: { tone: 'look', Icon: FilePen },
  returned: { tone: 'look', Icon: FilePen },
  awaitingApproval: { tone: 'look', Icon: FileClock },
  awaitingCoSignature: { tone: 'look', Icon: FileClock },
  enteredInError: { tone: 'neutral', Icon: FileX2 },
};
