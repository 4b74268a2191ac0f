// How it was for each partner over time: drawn by the server (comfort-course.ts), shown as SVG.
import { TrendTable } from '@/components/ui/charts/trend-table';
import { LateDisclosure } from '@/components/ui/late-disclosure';
import { PartnerMark, type PartnerPlace } from '@/components/ui/partner-mark';

export type TrendLine = {
  partner: PartnerPlace;
  /** Shown at the line's end. */
  name: string;
  /** 0 to 10, one for each day; null where there is none. */
  values: (number | null)[];
};

export type TrendDrawing = {
  width: number;
  height: number;
  /** Where the lines begin and end. */
  start: number;
  end: number;
  /** A value and its height. */
  ticks: [value: number, y: number][];
  firstDay: string;
  /** Empty where there is only one. */
  lastDay: string;
  lines: { partner: PartnerPlace; name: string; nameAt: number; path: string }[];
};

export type ComfortCourse = {
  /** The course in one sentence, for everyone. */
  summary: string;
  /** As people read them: "19 Nov". */
  days: string[];
  lines: TrendLine[];
  /** None where the numbers themselves are better read. */
  drawing: TrendDrawing | null;
};

type ComfortTrendProps = ComfortCourse & {
  /** What the chart is of: "Comfort". */
  title: string;
  /** Words for 0 and 10. */
  lowWords: string;
  highWords: string;
};

/** Two lines from 0 to 10, or the numbers. */
export function ComfortTrend({ title, summary, lowWords, highWords, days, lines, drawing }: ComfortTrendProps) {
  return (
    <figure className="flex flex-col gap-2" aria-label={title}>
      <figcaption className="text-ink-muted">{summary}</figcaption>
      {drawing ? <Chart drawing={drawing} words={[lowWords, '', highWords]} /> : <Numbers days={days} lines={lines} />}
      <LateDisclosure summary="Show as table">
        {() => <TrendTable title={title} days={days} lines={lines} />}
      </LateDisclosure>
    </figure>
  );
}

function Chart({ drawing, words }: { drawing: TrendDrawing; words: string[] }) {
  const { width, height, start, end, ticks, firstDay, lastDay, lines } = drawing;
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path className="chart__grid" d={ticks.map(([, y]) => `M${start} ${y}H${end}`).join('')} />
      {ticks.map(([value, y]) => (
        <text key={value} x={start - 8} y={y + 4.5} textAnchor="end">
          {value}
        </text>
      ))}
      {ticks.map(([value, y], at) =>
        words[at] ? (
          <text key={value} x={start + 4} y={y - 5}>
            {words[at]}
          </text>
        ) : null,
      )}
      <text x={start} y={height - 8}>
        {firstDay}
      </text>
      {lastDay ? (
        <text x={end} y={height - 8} textAnchor="end">
          {lastDay}
        </text>
      ) : null}
      {lines.map(({ partner, name, nameAt, path }) => (
        <g key={partner} data-partner={partner}>
          <Dot partner={partner} />
          <path className="chart__line" d={path} />
          <text className="chart__name" x={end + 10} y={nameAt + 4.5}>
            {name}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Stands at every point of its line (charts.css puts it there): a circle for the first, a diamond for the second. */
function Dot({ partner }: { partner: PartnerPlace }) {
  return (
    <marker id={`dot-${partner}`} viewBox="-6 -6 12 12" markerWidth="12" markerHeight="12" markerUnits="userSpaceOnUse">
      <path
        className="chart__dot"
        d={partner === 'first' ? 'M-3.75 0a3.75 3.75 0 1 0 7.5 0a3.75 3.75 0 1 0-7.5 0z' : 'M0-5l5 5-5 5-5-5z'}
      />
    </marker>
  );
}

function Numbers({ days, lines }: Pick<ComfortCourse, 'days' | 'lines'>) {
  return (
    <ul className="flex flex-col gap-1">
      {lines.map((line) => (
        <li key={line.partner} className="flex flex-wrap gap-x-4">
          <PartnerMark place={line.partner}>{line.name}</PartnerMark>
          <span className="tabular">
            {days.flatMap((day, at) => (line.values[at] === null ? [] : `${day}: ${line.values[at]}`)).join(', ') ||
              'Nothing yet'}
          </span>
        </li>
      ))}
    </ul>
  );
}
