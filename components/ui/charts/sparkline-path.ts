// The path of a sparkline, as a string, so that a row costs the browser one element.
const width = 96;
const height = 24;
const pad = 3;

/** Values from 0 to 10 in order; null is a gap and stays one. A value alone becomes a dot. */
export function sparklinePath(values: (number | null)[]): string {
  const step = values.length > 1 ? (width - 2 * pad) / (values.length - 1) : 0;
  let path = '';
  let isDrawing = false;
  values.forEach((value, index) => {
    if (value === null) {
      isDrawing = false;
      return;
    }
    const x = round(pad + index * step);
    const y = round(height - pad - (value / 10) * (height - 2 * pad));
    path += isDrawing ? `L${x} ${y}` : `M${x} ${y}l0 .01`;
    isDrawing = true;
  });
  return path;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
