// Working time of a practice, against a clock that is read minute by minute.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterWorkingMinutes, nextWorkingDay, type WorkingCalendar } from '@/lib/practices/working-time';

const MINUTE = 60_000;
const usual = (timeZone: string): WorkingCalendar => ({
  timeZone,
  hours: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, { from: '09:00', to: '17:00' }])),
  closedDays: ['2026-11-26'],
});
const newYork = usual('America/New_York');
const after = (start: string, hours: number) =>
  afterWorkingMinutes(newYork, new Date(start), hours * 60)?.toISOString();

describe('rule 11: working hours', () => {
  test('pass while the practice works, and stand still at night, on a weekend and on a closed day', () => {
    expect(after('2026-11-24T15:00:00Z', 2)).toBe('2026-11-24T17:00:00.000Z');
    // Tuesday 16:30: half an hour that day, the rest on Wednesday.
    expect(after('2026-11-24T21:30:00Z', 2)).toBe('2026-11-25T15:30:00.000Z');
    // Wednesday night; Thanksgiving is closed.
    expect(after('2026-11-26T03:00:00Z', 2)).toBe('2026-11-27T16:00:00.000Z');
    // Friday 16:00, four hours: Monday at noon.
    expect(after('2026-11-27T21:00:00Z', 4)).toBe('2026-11-30T17:00:00.000Z');
  });

  test('are counted by the clock on the wall when the clocks change', () => {
    // From Friday evening before the clocks go back to Monday: 09:00 is an hour later in UTC than the week before.
    expect(after('2026-10-30T23:00:00Z', 2)).toBe('2026-11-02T16:00:00.000Z');
    const nights: WorkingCalendar = { ...newYork, hours: { '7': { from: '00:00', to: '06:00' } }, closedDays: [] };
    // In the night the clocks go forward, these six hours are five.
    const start = new Date('2026-03-08T05:00:00Z');
    expect(afterWorkingMinutes(nights, start, 5 * 60)).toEqual(new Date('2026-03-08T10:00:00Z'));
    expect(afterWorkingMinutes(nights, start, 6 * 60)).toEqual(new Date('2026-03-15T05:00:00Z'));
  });

  test('never pass in a practice that has none', () => {
    expect(afterWorkingMinutes({ ...newYork, hours: {} }, new Date(), 120)).toBeNull();
    expect(nextWorkingDay({ ...newYork, hours: {} }, new Date())).toBeNull();
  });

  test('the next working day leaves out weekends and closed days', () => {
    expect(nextWorkingDay(newYork, new Date('2026-11-25T15:00:00Z'))).toBe('2026-11-27');
    // Still Friday in New York.
    expect(nextWorkingDay(newYork, new Date('2026-11-28T02:00:00Z'))).toBe('2026-11-30');
  });

  test('agree with counting the worked minutes one by one, in every zone and across every change of the clocks', () => {
    const hours = fc
      .tuple(fc.integer({ min: 0, max: 46 }), fc.integer({ min: 1, max: 20 }))
      .map(([from, length]) => ({ from: clock(from * 30), to: clock(Math.min((from + length) * 30, 23 * 60 + 30)) }))
      // Nobody begins or ends within an hour that the clocks skip or show twice: there a reading of the clock says too little.
      .filter(({ from, to }) => from < to && to >= '04:00' && (from === '00:00' || from >= '04:00'));
    const calendar = fc.record({
      timeZone: fc.constantFrom(
        'America/New_York',
        'Europe/London',
        'Australia/Lord_Howe',
        'Asia/Kolkata',
        'America/St_Johns',
      ),
      hours: fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), hours, { minKeys: 2 }),
      closedDays: fc.subarray(['2026-03-09', '2026-10-26', '2026-11-02', '2026-04-06']),
    });
    const start = fc
      .constantFrom('2026-03-06', '2026-03-28', '2026-04-04', '2026-10-03', '2026-10-24', '2026-10-31', '2026-07-01')
      .chain((day) =>
        fc.integer({ min: 0, max: 48 * 60 }).map((minutes) => Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE),
      );
    fc.assert(
      fc.property(calendar, start, fc.integer({ min: 1, max: 300 }), (made, from, minutes) => {
        const found = afterWorkingMinutes(made, new Date(from), minutes);
        expect(found?.getTime()).toBe(counted(made, from, minutes));
      }),
      { numRuns: 150 },
    );
  });
});

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const ISO = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Reads the wall clock at each minute's begin by Intl, and counts those that are worked. */
function counted({ timeZone, hours, closedDays }: WorkingCalendar, start: number, minutes: number): number {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    weekday: 'short',
    hourCycle: 'h23',
  });
  let left = minutes;
  for (let at = start; ; at += MINUTE) {
    const read = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const worked = hours[String(ISO.indexOf(read.weekday!)) as '1'];
    const time = `${read.hour}:${read.minute}`;
    const isClosed = closedDays.includes(`${read.year}-${read.month}-${read.day}`);
    if (worked && !isClosed && time >= worked.from && time < worked.to && (left -= 1) === 0) return at + MINUTE;
    if (at - start > 40 * 24 * 60 * MINUTE) throw new Error('No working time within forty days.');
  }
}
