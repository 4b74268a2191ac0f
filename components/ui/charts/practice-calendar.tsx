export type CalendarDay = {
  /** The day, ISO. */
  on: string;
  /** The day as people read it: "19" or "1 Dec". */
  day: string;
  /** What happened, in a word or two; none leaves the cell quiet. */
  words?: string;
  /** How the cell is tinted: 0 not open, 1 one of them, 2 both. Words always say it too. */
  level?: 0 | 1 | 2;
};

type PracticeCalendarProps = {
  /** What is shown: "Practice in the last four weeks". */
  caption: string;
  /** The course in one sentence. */
  summary: string;
  /** Oldest first; each week has seven days from Monday. */
  weeks: { label: string; days: CalendarDay[] }[];
};

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Weeks as rows of a real table, whose cells have words; on a phone only the days with words remain. */
export function PracticeCalendar({ caption, summary, weeks }: PracticeCalendarProps) {
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="text-ink-muted">{summary}</figcaption>
      <table className="practice-calendar" role="table">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              Week of
            </th>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col" role="columnheader">
                <abbr title={weekday} className="no-underline">
                  {weekday.slice(0, 3)}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {weeks.map((week) => (
            <tr key={week.label} role="row">
              <th scope="row" role="rowheader">
                {week.label}
              </th>
              {week.days.map((day) => (
                <td key={day.on} role="cell" data-level={day.words ? (day.level ?? 0) : undefined}>
                  <span className="practice-calendar__day">{day.day}</span> {day.words}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
