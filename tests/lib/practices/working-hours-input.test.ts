import { expect, test } from 'vitest';
import { workingHoursInput } from '@/lib/practices/schema';

const NONE = { from: '', to: '' };
const NINE_TO_FIVE = { from: '09:00', to: '17:00' };
const WEEK = [NINE_TO_FIVE, NONE, NONE, NONE, NONE, NONE, NONE];

test('rule 11: closed days may be written in any order, twice, and apart by lines or commas', () => {
  const closedDays = ' 2027-01-01\n2026-12-25, 2026-12-25\n\n';
  expect(workingHoursInput.parse({ hours: WEEK, closedDays }).closedDays).toEqual(['2026-12-25', '2027-01-01']);
  expect(workingHoursInput.parse({ hours: WEEK }).closedDays).toEqual([]);
});

test.each([
  ['a week without any hours, whose backup would never be told', [NONE], 'hours.0.from', /at least one day/],
  ['a day that ends before it begins', [{ from: '17:00', to: '09:00' }], 'hours.0.to', /after the first one/],
  ['a day that ends as it begins', [{ from: '09:00', to: '09:00' }], 'hours.0.to', /after the first one/],
  ['a day with one time', [{ from: '09:00', to: '' }], 'hours.0.to', /leave both empty/],
  ['what is no time', [{ from: '25:00', to: '26:00' }], 'hours.0.from', /such as 09:00/],
])('rule 11: working hours refuse %s, beside the field', (_what, [first], field, words) => {
  const { error } = workingHoursInput.safeParse({ hours: [first, ...WEEK.slice(1)] });
  const found = error?.issues.find(({ path }) => path.join('.') === field);
  expect(found?.message).toMatch(words);
});

test.each(['2026-02-30', '25.12.2026', '2026-12', 'Christmas'])('rule 11: %s is refused as a closed day', (day) => {
  const { error } = workingHoursInput.safeParse({ hours: WEEK, closedDays: `2026-12-25\n${day}` });
  expect(error?.issues[0]?.message).toBe('Write each day as 2026-12-25, one in a line.');
});
