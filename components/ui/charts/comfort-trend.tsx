// How it was for each partner over time. Drawn on the server; the browser gets SVG and no script.
import { Group } from '@visx/group';
import { scaleLinear, scaleTime } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { TrendTable } from '@/components/ui/charts/trend-table';
import { Disclosure } from '@/components/ui/disclosure';
import { PartnerMark, type PartnerPlace } from '@/components/ui/partner-mark';

export type TrendPoint = {
  /** The day, ISO. */
  on: string;
  /** The day as people read it: "19 Nov". */
  day: string;
  /** 0 to 10; null leaves a gap. */
  value: number | null;
};

export type TrendLine = {
  partner: PartnerPlace;
  /** Shown at the line's end. */
  name: string;
  points: TrendPoint[];
};

type ComfortTrendProps = {
  /** What the chart is of: "Comfort". */
  title: string;
  /** The course in one sentence, for everyone. */
  summary: string;
  /** Words for 0 and 10. */
  lowWords: string;
  highWords: string;
  lines: TrendLine[];
};

// Narrow enough that its text stays readable when a phone scales it down.
const size = { width: 380, height: 210, top: 20, right: 64, bottom: 28, left: 26 };
const inner = { width: size.width - size.left - size.right, height: size.height - size.top - size.bottom };

/** Two lines from 0 to 10; fewer than three points are better read as numbers. */
export function ComfortTrend({ title, summary, lowWords, highWords, lines }: ComfortTrendProps) {
  const given = lines.flatMap((line) => line.points.filter((point) => point.value !== null));
  const hasChart = lines.some((line) => line.points.filter((point) => point.value !== null).length >= 3);
  return (
    <figure className="flex flex-col gap-2" aria-label={title}>
      <figcaption className="text-ink-muted">{summary}</figcaption>
      {hasChart ? <Chart lines={lines} lowWords={lowWords} highWords={highWords} /> : null}
      {!hasChart && given.length > 0 ? <Numbers lines={lines} /> : null}
      {given.length > 0 ? (
        <Disclosure summary="Show as table">
          <TrendTable title={title} lines={lines} />
        </Disclosure>
      ) : null}
    </figure>
  );
}

function Chart({ lines, lowWords, highWords }: Pick<ComfortTrendProps, 'lines' | 'lowWords' | 'highWords'>) {
  const days = [...new Map(lines.flatMap((line) => line.points).map((point) => [point.on, point.day]))].sort(
    ([a], [b]) => a.localeCompare(b),
  );
  const first = days[0]!;
  const last = days.at(-1)!;
  const x = scaleTime({ domain: [new Date(first[0]), new Date(last[0])], range: [0, inner.width] });
  const y = scaleLinear({ domain: [0, 10], range: [inner.height, 0] });
  return (
    <svg className="chart h-auto w-full max-w-[31rem]" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      <Group left={size.left} top={size.top}>
        {[0, 5, 10].map((tick) => (
          <g key={tick}>
            <line className="chart__grid" x1={0} x2={inner.width} y1={y(tick)} y2={y(tick)} />
            <text x={-8} y={y(tick)} dy="0.32em" textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        <text x={4} y={y(10)} dy="-0.35em">
          {highWords}
        </text>
        <text x={4} y={y(0)} dy="-0.4em">
          {lowWords}
        </text>
        <text x={0} y={inner.height + 20}>
          {first[1]}
        </text>
        {last[0] === first[0] ? null : (
          <text x={inner.width} y={inner.height + 20} textAnchor="end">
            {last[1]}
          </text>
        )}
        {lines.map((line, index) => (
          <g key={line.partner} data-partner={line.partner}>
            <LinePath<TrendPoint>
              className="chart__line"
              data={line.points}
              x={(point) => x(new Date(point.on))}
              y={(point) => y(point.value ?? 0)}
              defined={(point) => point.value !== null}
            />
            <path className="chart__dot" d={dots(line, (point) => x(new Date(point.on)), y)} />
            <text className="chart__name" x={inner.width + 10} y={endOf(lines, index, y)} dy="0.32em">
              {line.name}
            </text>
          </g>
        ))}
      </Group>
    </svg>
  );
}

/** All of a line's dots as one path: circles for the first, diamonds for the second. */
function dots({ partner, points }: TrendLine, x: (point: TrendPoint) => number, y: (value: number) => number): string {
  return points
    .map((point) => {
      if (point.value === null) return '';
      const at = [x(point), y(point.value)].map((place) => Math.round(place * 10) / 10);
      return partner === 'first'
        ? `M${at[0]! - 3.75} ${at[1]}a3.75 3.75 0 1 0 7.5 0a3.75 3.75 0 1 0-7.5 0z`
        : `M${at[0]} ${at[1]! - 5}l5 5-5 5-5-5z`;
    })
    .join('');
}

// Names stand at their line's last value, at least a line of text apart.
function endOf(lines: TrendLine[], index: number, y: (value: number) => number): number {
  const at = (line: TrendLine) => y(line.points.findLast((point) => point.value !== null)?.value ?? 5);
  const own = at(lines[index]!);
  const other = lines[index === 0 ? 1 : 0];
  if (!other || other === lines[index]) return own;
  const distance = own - at(other);
  if (Math.abs(distance) >= 18) return own;
  const isBelow = distance === 0 ? index > 0 : distance > 0;
  const middle = Math.min(inner.height - 9, Math.max(9, (own + at(other)) / 2));
  return middle + (isBelow ? 9 : -9);
}

function Numbers({ lines }: { lines: TrendLine[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {lines.map((line) => (
        <li key={line.partner} className="flex flex-wrap gap-x-4">
          <PartnerMark place={line.partner}>{line.name}</PartnerMark>
          <span className="tabular">
            {line.points
              .filter((point) => point.value !== null)
              .map((point) => `${point.day}: ${point.value}`)
              .join(', ') || 'Nothing yet'}
          </span>
        </li>
      ))}
    </ul>
  );
}
