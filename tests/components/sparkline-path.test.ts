import { expect, test } from 'vitest';
import { sparklinePath } from '@/components/ui/charts/sparkline-path';

test('a gap stays a gap: the line lifts and starts again', () => {
  const path = sparklinePath([2, 4, null, 6, 8]);
  expect(path.match(/M/g)).toHaveLength(2);
  expect(path.match(/L/g)).toHaveLength(2);
});

test('a value alone is drawn as a dot', () => {
  expect(sparklinePath([5])).toBe('M3 12l0 .01');
});

test('ten is at the top and nought at the bottom, whatever the others are', () => {
  expect(sparklinePath([0, 10])).toBe('M3 21l0 .01L93 3');
  expect(sparklinePath([5, 5])).toBe('M3 12l0 .01L93 12');
});

test('nothing answered draws nothing', () => {
  expect(sparklinePath([null, null])).toBe('');
  expect(sparklinePath([])).toBe('');
});
