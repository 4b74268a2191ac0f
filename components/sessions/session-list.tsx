import { FilePen, FileLock2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip';
import { TextLink } from '@/components/ui/link';
import { PartnerMark } from '@/components/ui/partner-mark';
import { ageWords, attendanceWords } from '@/components/sessions/session-words';
import { dayAndTime, dayOf, timeIn, weekdayAndDay } from '@/lib/format/dates';
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
  if (note.state === 'draft')
    return (
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Chip tone="look" icon={<FilePen aria-hidden="true" />}>
          Draft {ageWords(note.ageInDays)}
        </Chip>
        <TextLink href={href}>Continue note{spoken}</TextLink>
      </span>
    );
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Chip tone="success" icon={<FileLock2 aria-hidden="true" />}>
        {note.addenda === 0 ? 'Signed' : note.addenda === 1 ? 'Signed, 1 addendum' : `Signed, ${note.addenda} addenda`}
      </Chip>
      <TextLink href={href}>Read note{spoken}</TextLink>
      <span className="text-sm text-ink-muted">
        {note.isMine ? '' : `${note.author}, `}
        {note.signedAt ? dayAndTime(note.signedAt, timeZone, today) : ''}
      </span>
    </span>
  );
}
