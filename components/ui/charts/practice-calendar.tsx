// Which of the days had something of each partner: weeks as rows of a real table, whose cells have words.
import { PartnerMark, type PartnerPlace } from '@/components/ui/partner-mark';

export type CalendarDay = {
  /** The day, ISO. */
  on: string;
  /** The day as people read it: "19", or "1 Dec". */
  day: string;
  isToday: boolean;
  isToCome: boolean;
  /** What each partner gave, in a word or a number: short to the eye, whole to the ear. */
  marks: { place: PartnerPlace; name: string; short: string; words: string }[];
};

type PracticeCalendarProps = {
  /** What is shown: "Check-ins by day". */
  caption: string;
  /** Oldest first; each week has seven days from Monday. */
  weeks: { label: string; days: CalendarDay[] }[];
};

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export function PracticeCalendar({ caption, weeks }: PracticeCalendarProps) {
  return (
    <table className="practice-calendar">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <td className="practice-calendar__week" />
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col" abbr={weekday}>
              {weekday.slice(0, 2)}
              <span className="sr-only">{weekday.slice(2)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ label, days }) => (
          <tr key={label}>
            <th scope="row" className="practice-calendar__week">
              <span className="sr-only">{label}</span>
            </th>
            {days.map((day) => (
              <DayCell key={day.on} day={day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day: { day, isToday, isToCome, marks } }: { day: CalendarDay }) {
  return (
    <td data-day={isToCome ? 'to-come' : isToday ? 'today' : undefined} data-marked={marks.length > 0 || undefined}>
      <span className="practice-calendar__day">
        {day}
        {isToday ? <span className="sr-only">, today</span> : null}
      </span>
      {marks.length === 0 && !isToCome ? <span className="sr-only"> nobody</span> : null}
      {marks.map(({ place, name, short, words }) => (
        <PartnerMark key={name} place={place}>
          <span aria-hidden="true">{short}</span>
          <span className="sr-only">{`${name}: ${words}`}</span>
        </PartnerMark>
      ))}
    </td>
  );
}
