import { describe, expect, test } from 'vitest';
import { dayAndTime, dayOf, greeting, isTimeZone, longDay, shortDay, timeIn, weekdayAndDay } from '@/lib/format/dates';
import { coupleInitials, initials, joinedNames } from '@/lib/format/names';

describe('days and times', () => {
  const instant = new Date('2026-11-24T02:02:00Z');

  test('an instant is a day and a time only in a zone', () => {
    expect(dayOf(instant, 'UTC')).toBe('2026-11-24');
    expect(dayOf(instant, 'America/New_York')).toBe('2026-11-23');
    expect(timeIn(instant, 'America/New_York')).toBe('21:02');
    expect(timeIn(new Date('2026-11-24T00:00:00Z'), 'UTC')).toBe('00:00');
    expect(dayAndTime(instant, 'Europe/London')).toBe('24 Nov 02:02');
  });

  test('both sides of a change of clocks', () => {
    expect(timeIn(new Date('2026-11-01T05:30:00Z'), 'America/New_York')).toBe('01:30');
    expect(timeIn(new Date('2026-11-01T06:30:00Z'), 'America/New_York')).toBe('01:30');
    expect(timeIn(new Date('2026-11-01T07:30:00Z'), 'America/New_York')).toBe('02:30');
  });

  test.each(['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu'])(
    'every quarter of an hour of a year in %s reads as its clocks show it',
    (zone) => {
      const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
      const wrong: string[] = [];
      for (let time = Date.UTC(2026, 0, 1); time < Date.UTC(2027, 0, 1); time += 15 * 60_000) {
        const instant = new Date(time + 7 * 60_000 + 31_000);
        const read = `${dayOf(instant, zone)} ${timeIn(instant, zone)}`;
        if (read !== clock.format(instant)) wrong.push(`${instant.toISOString()} as ${read}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  test('read as people write them', () => {
    expect(shortDay('2026-11-04')).toBe('4 Nov');
    expect(shortDay('2026-11-04', '2026-01-01')).toBe('4 Nov');
    expect(shortDay('2025-11-04', '2026-01-01')).toBe('4 Nov 2025');
    expect(weekdayAndDay('2026-11-24')).toBe('Tue 24 Nov');
    expect(longDay('2026-11-24')).toBe('Tuesday, 24 November 2026');
    expect(greeting(new Date('2026-11-24T19:00:00Z'), 'UTC')).toBe('Good evening');
    expect(greeting(new Date('2026-11-24T03:59:00Z'), 'UTC')).toBe('Good evening');
    expect(greeting(new Date('2026-11-24T04:00:00Z'), 'UTC')).toBe('Good morning');
  });

  test('a time zone is known or refused', () => {
    expect(isTimeZone('Europe/London')).toBe(true);
    expect(isTimeZone('UTC')).toBe(true);
    for (const zone of ['', 'London', 'EST', '+02:00', 'Mars/Base', 'Europe/London; x'])
      expect(isTimeZone(zone)).toBe(false);
  });
});

describe('initials', () => {
  test.each([
    ['Ada Example', 'A.E.'],
    ['  ada   maria example ', 'A.E.'],
    ['Ada', 'A.'],
    ['(Ada) "Example"', 'A.E.'],
    ['Éda Örnek', 'É.Ö.'],
    ['E\u0301da', 'E\u0301.'],
    ['例 文', '例.文.'],
    ['', ''],
    ['נועה דוגמה', '\u2068נ.ד.\u2069'],
    ['سامر مثال', '\u2068س.م.\u2069'],
  ])('%s', (name, expected) => {
    expect(initials(name)).toBe(expected);
    expect(initials(expected), 'initials stay what they are').toBe(expected);
  });

  test('of a couple', () => expect(coupleInitials(['Ada Example', 'Ben Sample'])).toBe('A.E. & B.S.'));

  test('names read from right to left stand apart, so that the first partner stays the first', () => {
    const names = ['נועה דוגמה', 'Ada Example'];
    expect(coupleInitials(names)).toBe('\u2068נ.ד.\u2069 & A.E.');
    expect(joinedNames(names)).toBe('\u2068נועה דוגמה\u2069 & Ada Example');
  });
});
