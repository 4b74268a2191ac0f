import { NobodyComes } from '@/components/sessions/schedule/nobody-comes';
import { whereWords, whoWords } from '@/components/sessions/schedule/line-words';
import { scheduleAddress } from '@/components/sessions/schedule/schedule-address';
import { weekdayAndDay } from '@/lib/format/dates';
import type { AppointmentLine, Schedule, ScheduleDay } from '@/lib/schedule/read-schedule';

/** A column a day, in time order; under one another where there is no room. */
export function WeekView({ schedule }: { schedule: Schedule }) {
  if (schedule.days.every(({ lines }) => lines.length === 0))
    return <NobodyComes schedule={schedule} when="in this week" />;
  return (
    <ol className="week" data-days={schedule.days.length}>
      {schedule.days.map((day) => (
        <Day
          key={day.day}
          {...day}
          href={scheduleAddress({ view: 'day', on: day.day, therapistId: schedule.therapistId })}
          isForAll={schedule.isForAll}
          isOfOne={schedule.therapistId !== null}
        />
      ))}
    </ol>
  );
}

type DayProps = ScheduleDay & { href: string; isForAll: boolean; isOfOne: boolean };

function Day({ day, isToday, lines, href, isForAll, isOfOne }: DayProps) {
  return (
    <li className="week__day" data-today={isToday || undefined} data-free={lines.length === 0 || undefined}>
      <h3 className="week__name">
        <a href={href} aria-current={isToday ? 'date' : undefined}>
          {weekdayAndDay(day)}
        </a>
        {isToday ? <span className="week__today">Today</span> : null}
      </h3>
      {lines.length === 0 ? (
        <p className="week__none">Nobody</p>
      ) : (
        <ul className="week__list">
          {lines.map((line) => (
            <Card key={line.id} line={line} isForAll={isForAll} isOfOne={isOfOne} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Of one therapist’s week, the therapist is said once, above it. */
function Card({ line, isForAll, isOfOne }: Pick<DayProps, 'isForAll' | 'isOfOne'> & { line: AppointmentLine }) {
  const isKept = !line.isCancelled;
  const where = whereWords(line);
  return (
    <li>
      <a
        href={`/schedule/${line.id}`}
        className="visit"
        data-cancelled={line.isCancelled || undefined}
        data-over={line.isOver || undefined}
      >
        <span className="visit__time">
          {line.begins}
          <span className="visit__end">to {line.ends}</span>
        </span>
        <span className="visit__about">
          <span className="visit__who">{whoWords(line)}</span>
          {line.isCancelled ? <span className="visit__note">Cancelled</span> : null}
          {isKept && line.isAlone && isForAll ? <span className="visit__note">Don’t mention to the other</span> : null}
          {isKept && line.theirTime ? <span className="visit__fact">For them {line.theirTime}</span> : null}
          {line.therapist && !isOfOne ? <span className="visit__fact">With {line.therapist}</span> : null}
          {isKept && where.length > 0 ? <span className="visit__fact">{where.join(', ')}</span> : null}
        </span>
      </a>
    </li>
  );
}
