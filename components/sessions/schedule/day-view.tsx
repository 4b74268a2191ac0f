import { NobodyComes } from '@/components/sessions/schedule/nobody-comes';
import { whereWords, whoWords } from '@/components/sessions/schedule/line-words';
import { Chip } from '@/components/ui/chip';
import { LinkButton } from '@/components/ui/link';
import { PartnerMark } from '@/components/ui/partner-mark';
import type { AppointmentLine, Schedule } from '@/lib/schedule/read-schedule';

/** One day, a row an appointment; a scheduler reads here how each partner wants to be reached. */
export function DayView({ schedule }: { schedule: Schedule }) {
  const lines = schedule.days[0]?.lines ?? [];
  if (lines.length === 0) return <NobodyComes schedule={schedule} when="on this day" />;
  return (
    <ol className="day-rows">
      {lines.map((line) => (
        <li key={line.id} className="day-row visit-row" data-cancelled={line.isCancelled || undefined}>
          <p className="visit-row__time">
            <strong>{line.begins}</strong>
            <span className="visit-row__end">to {line.ends}</span>
          </p>
          <div className="visit-row__about">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <strong className="visit-row__who">{whoWords(line)}</strong>
              {line.isCancelled ? <Chip>Cancelled</Chip> : null}
            </p>
            <p className="text-sm text-ink-muted">{factsOf(line)}</p>
            {line.isAlone && schedule.isForAll ? (
              <p className="text-sm font-semibold">Don’t mention to the other.</p>
            ) : null}
            {schedule.isForAll ? <Ways line={line} /> : null}
          </div>
          <LinkButton
            href={`/schedule/${line.id}`}
            size="sm"
            aria-label={`Open: ${line.begins}, ${whoWords(line)}`}
            className="flex-none"
          >
            Open
          </LinkButton>
        </li>
      ))}
    </ol>
  );
}

const factsOf = (line: AppointmentLine): string =>
  [
    line.theirTime ? `For them ${line.theirTime}` : '',
    line.therapist ? `With ${line.therapist}` : '',
    ...(line.isCancelled ? [] : whereWords(line)),
  ]
    .filter(Boolean)
    .join(' · ');

function Ways({ line }: { line: AppointmentLine }) {
  return (
    <ul className="visit-row__ways">
      {line.people.map(({ id, name, place, contactInstruction }) => (
        <li key={id}>
          <PartnerMark place={place}>{name}</PartnerMark>
          <span>{contactInstruction || 'No contact instruction yet. Ask the therapist before you call.'}</span>
        </li>
      ))}
    </ul>
  );
}
