// The path of one score over time, from the lowest to the highest total there can be; visx stays on the server.
import { scaleLinear, scaleTime } from '@visx/scale';
import { line } from '@visx/shape';
import type { CourseDrawing } from '@/components/ui/charts/course-chart';

type Point = {
  /** The day, ISO. */
  on: string;
  /** The day as people read it: "19 Nov". */
  day: string;
  /** Null leaves a gap. */
  value: number | null;
};

const size = { width: 360, height: 190, top: 16, right: 14, bottom: 30, left: 34 };
const end = size.width - size.right;
const floor = size.height - size.bottom;
const tenths = (value: number) => Math.round(value * 10) / 10;

/** Null when the numbers say as much: under three points, or all on one day. */
export function scoreCourse(
  points: readonly Point[],
  [lowest, highest]: readonly [number, number],
  mark: number | null,
): CourseDrawing | null {
  const known = points.filter((point): point is Point & { value: number } => point.value !== null);
  const first = points[0];
  const last = points.at(-1);
  if (known.length < 3 || !first || !last || first.on === last.on) return null;
  const x = scaleTime({ domain: [new Date(first.on), new Date(last.on)], range: [size.left + 6, end - 6] });
  const y = scaleLinear({ domain: [lowest, highest], range: [floor, size.top] });
  const path = line<Point>({
    x: ({ on }) => tenths(x(new Date(on))),
    y: ({ value }) => tenths(y(value ?? lowest)),
    defined: ({ value }) => value !== null,
  });
  return {
    width: size.width,
    height: size.height,
    start: size.left,
    end,
    ticks: [lowest, Math.round((lowest + highest) / 2), highest].map((value) => [value, tenths(y(value))]),
    markAt: mark === null ? null : tenths(y(mark)),
    firstDay: first.day,
    lastDay: last.day,
    path: path([...points]) ?? '',
    points: known.map(({ on, value }) => [tenths(x(new Date(on))), tenths(y(value))]),
  };
}
