// The course of one score of one person, drawn by the server (score-course.ts). The table beside it says the same in numbers.
import type { PartnerPlace } from '@/components/ui/partner-mark';

export type CourseDrawing = {
  width: number;
  height: number;
  /** Where the line begins and ends. */
  start: number;
  end: number;
  /** A value and its height. */
  ticks: [value: number, y: number][];
  /** The height of a line that the score's source draws. */
  markAt: number | null;
  firstDay: string;
  lastDay: string;
  path: string;
  points: [x: number, y: number][];
};

/** A circle for the first partner, a diamond for the second. */
const DOTS = {
  first: 'm-3.75 0a3.75 3.75 0 1 0 7.5 0a3.75 3.75 0 1 0-7.5 0z',
  second: 'm0-5l5 5-5 5-5-5z',
} as const;

export function CourseChart({ drawing, place }: { drawing: CourseDrawing; place: PartnerPlace }) {
  const { width, height, start, end, ticks, markAt, firstDay, lastDay, path, points } = drawing;
  return (
    <svg className="chart chart--course" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path className="chart__grid" d={ticks.map(([, y]) => `M${start} ${y}H${end}`).join('')} />
      {ticks.map(([value, y]) => (
        <text key={value} x={start - 8} y={y + 4.5} textAnchor="end">
          {value}
        </text>
      ))}
      <text x={start} y={height - 8}>
        {firstDay}
      </text>
      <text x={end} y={height - 8} textAnchor="end">
        {lastDay}
      </text>
      {markAt === null ? null : <path className="chart__mark" d={`M${start} ${markAt}H${end}`} />}
      <g data-partner={place}>
        <path className="chart__course" d={path} />
        <path className="chart__dot" d={points.map(([x, y]) => `M${x} ${y}${DOTS[place]}`).join('')} />
      </g>
    </svg>
  );
}
