// The path of a sparkline, as a string, so that a row costs the browser one element. A caseload draws fifty of them at once, and to
// write a number down costs more than to work it out: places and heights are written down once.
const width = 96;
const height = 24;
const pad = 3;

const tenths = (value: number) => String(Math.round(value * 10) / 10);

const heightOf = (value: number) => tenths(height - pad - (value / 10) * (height - 2 * pad));
const heights = Array.from({ length: 11 }, (_, value) => heightOf(value));

const placesByCount = new Map<number, string[]>();

function placesOf(count: number): string[] {
  const known = placesByCount.get(count);
  if (known) return known;
  const step = count > 1 ? (width - 2 * pad) / (count - 1) : 0;
  const made = Array.from({ length: count }, (_, index) => tenths(pad + index * step));
  placesByCount.set(count, made);
  return made;
}

/** Values from 0 to 10 in order; null is a gap and stays one. A value alone becomes a dot. */
export function sparklinePath(values: (number | null)[]): string {
  const places = placesOf(values.length);
  let path = '';
  let isDrawing = false;
  values.forEach((value, index) => {
    if (value === null) {
      isDrawing = false;
      return;
    }
    const at = `${places[index]} ${heights[value] ?? heightOf(value)}`;
    path += isDrawing ? `L${at}` : `M${at}l0 .01`;
    isDrawing = true;
  });
  return path;
}
