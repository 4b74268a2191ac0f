// Four weeks of check-ins, a day a cell.
import { expect, test } from 'vitest';
import { practiceDays } from '@/lib/plan/practice-days';

const partner = (id: string, name: string, place: 'first' | 'second') => ({
  id,
  name,
  place,
  initials: name[0]!,
  position: place === 'first' ? 1 : 2,
  status: 'active' as const,
});
const couple = {
  today: '2026-11-25',
  partners: [partner('a', 'Ada Example', 'first'), partner('b', 'Bo Example', 'second')],
};
const given = (partnerId: string, on: string, comfort: number | null) => ({
  assignmentId: 'x',
  partnerId,
  on,
  comfort,
});

test('the four weeks begin on a Monday and end in the week of today, also across a change of clocks', () => {
  const found = practiceDays(couple, [given('a', '2026-11-02', 4), given('b', '2026-11-25', 5)]);
  expect(found).toMatchObject({
    from: '2026-11-02',
    today: '2026-11-25',
    given: [
      [0, 0, '4'],
      [23, 1, '5'],
    ],
  });
  expect(practiceDays({ ...couple, today: '2026-11-29' }, [given('a', '2026-11-29', 4)])?.given).toEqual([
    [27, 0, '4'],
  ]);
  expect(practiceDays({ ...couple, today: '2026-11-30' }, [given('a', '2026-11-30', 4)])?.from).toBe('2026-11-09');
});

test('two check-ins of one day stand in one cell, and one without a number says so', () => {
  const found = practiceDays(couple, [given('a', '2026-11-10', 4), given('a', '2026-11-10', null)]);
  expect(found?.given).toEqual([[8, 0, '4, no number']]);
});

test('the sentence says on how many days each checked in, and on how many both did', () => {
  const days = ['2026-11-09', '2026-11-10', '2026-11-12'];
  const both = practiceDays(couple, [...days.map((on) => given('a', on, 4)), given('b', '2026-11-10', 6)]);
  expect(both?.summary).toBe('Check-ins since 2 Nov: Ada Example on 3 days, Bo Example on 1 day; both on 1 day.');
  const never = practiceDays(couple, [given('a', '2026-11-09', 4), given('b', '2026-11-10', 6)]);
  expect(never?.summary).toContain('; never on the same day.');
});

test('what is older than four weeks is not in it; without any check-in there is nothing', () => {
  expect(practiceDays(couple, [given('a', '2026-11-01', 4)])).toMatchObject({
    given: [],
    summary: 'Nobody has checked in since 2 Nov.',
  });
  expect(practiceDays(couple, [])).toBeNull();
});
