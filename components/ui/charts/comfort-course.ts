// A course as it crosses to the browser: its numbers, and the paths that visx, which stays on the server, makes of them.
import { scaleLinear } from '@visx/scale';
import { line } from '@visx/shape';
import type { ComfortCourse, TrendDrawing } from '@/components/ui/charts/comfort-trend';
import type { PartnerPlace } from '@/components/ui/partner-mark';

type Point = {
  /** The day, ISO. */
  on: string;
  /** The day as people read it: "19 Nov". */
  day: string;
  /** 0 to 10; null leaves a gap. */
  value: number | null;
};
type Line = { partner: PartnerPlace; name: string; points: Point[] };
/** ISO, and as people read it. */
type Day = [on: string, day: string];

/** Null while there is no point at all. */
export function comfortCourse(summary: string, lines: Line[]): ComfortCourse | null {
  const days: Day[] = [...new Map(lines.flatMap(({ points }) => points).map(({ on, day }) => [on, day]))].sort(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  if (days.length === 0) return null;
  return {
    summary,
    days: days.map(([, day]) => day),
    lines: lines.map(({ partner, name, points }) => {
      const values = new Map(points.map(({ on, value }) => [on, value]));
      return { partner, name, values: days.map(([on]) => values.get(on) ?? null) };
    }),
    drawing: drawingOf(days, lines),
  };
}

// As wide as the column it stands in on most screens, so that its text is read at its own size.
const size = { width: 320, height: 200, top: 20, right: 56, bottom: 28, left: 26 };
const end = size.width - size.right;
const floor = size.height - size.bottom;

const tenths = (value: number) => Math.round(value * 10) / 10;

/** Null when a list of the numbers says as much: under three points a line. */
function drawingOf(days: Day[], lines: Line[]): TrendDrawing | null {
  if (!lines.some(({ points }) => points.filter(({ value }) => value !== null).length >= 3)) return null;
  const first = days[0]!;
  const last = days.at(-1)!;
  // A scale of times would place the days the same: what it adds are ticks, which nobody draws here.
  const x = scaleLinear({ domain: [Date.parse(first[0]), Date.parse(last[0])], range: [size.left, end] });
  const y = scaleLinear({ domain: [0, 10], range: [floor, size.top] });
  const path = line<Point>({
    x: ({ on }) => tenths(x(Date.parse(on))),
    y: ({ value }) => tenths(y(value ?? 0)),
    defined: ({ value }) => value !== null,
  });
  return {
    width: size.width,
    height: size.height,
    start: size.left,
    end,
    ticks: [0, 5, 10].map((tick) => [tick, y(tick)]),
    firstDay: first[1],
    lastDay: last[0] === first[0] ? '' : last[1],
    lines: lines.map(({ partner, name, points }, index) => ({
      partner,
      name,
      nameAt: tenths(nameAt(lines, index, y)),
      path: path(points) ?? '',
    })),
  };
}

// Names stand at their line's last value, at least a line of text apart.
function nameAt(lines: Line[], index: number, y: (value: number) => number): number {
  const at = ({ points }: Line) => y(points.findLast(({ value }) => value !== null)?.value ?? 5);
  const own = at(lines[index]!);
  const other = lines[index === 0 ? 1 : 0];
  if (!other || other === lines[index]) return own;
  const distance = own - at(other);
  if (Math.abs(distance) >= 18) return own;
  const isBelow = distance === 0 ? index > 0 : distance > 0;
  const middle = Math.min(floor - 9, Math.max(size.top + 9, (own + at(other)) / 2));
  return middle + (isBelow ? 9 : -9);
}
