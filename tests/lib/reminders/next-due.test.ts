// When a reminder is due, against Postgres, which knows time zones by itself.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { nextDueAt } from '@/lib/reminders/next-due';
import { useDatabase } from '../../support/database';
import { timeLimit, volume } from '../../support/volume';

const database = useDatabase();
const DUE_TIMES = { everyday: 10_000, deep: 100_000 };
const CASES = volume(DUE_TIMES);
const BATCH = 20_000;
const FROM = Date.UTC(2024, 0, 1);
const TO = Date.UTC(2029, 0, 1);
const HOUR = 3_600_000;

type Case = { timeZone: string; weekdays: number[]; time: string; after: number };

/** Zones that change their clocks come first and often: north and south, by whole and by half hours, at midnight and at night. */
const CHANGING = [
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Santiago',
  'America/Havana',
  'America/Nuuk',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Dublin',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Jerusalem',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Antarctica/Troll',
];
const STEADY = [
  'UTC',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'America/Phoenix',
  'Pacific/Apia',
  'Pacific/Kiritimati',
];

function changesOf(timeZone: string): number[] {
  const found: number[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(FROM).toZonedDateTimeISO(timeZone).getTimeZoneTransition('next');
  for (; at && at.epochMilliseconds < TO; at = at.getTimeZoneTransition('next')) found.push(at.epochMilliseconds);
  return found;
}

const time = fc
  .oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 4 * 60 }) }, fc.integer({ min: 0, max: 24 * 60 - 1 }))
  .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
const weekdays = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 });
const anyTime = fc.record({
  timeZone: fc.constantFrom(...CHANGING, ...STEADY),
  weekdays,
  time,
  after: fc.integer({ min: FROM, max: TO }),
});
const changes = CHANGING.flatMap((timeZone) => changesOf(timeZone).map((at) => ({ timeZone, at })));
/** Within three days of a change of the clocks, often within hours. */
const nearChange = fc
  .record({
    change: fc.constantFrom(...changes),
    weekdays,
    time,
    off: fc.oneof(fc.integer({ min: -72 * HOUR, max: 24 * HOUR }), fc.integer({ min: -4 * HOUR, max: 4 * HOUR })),
  })
  .map(({ change, off, ...rest }) => ({ ...rest, timeZone: change.timeZone, after: change.at + off }));

test(
  `${CASES.toLocaleString('en-US')} due times agree with Postgres, across changes of the clocks both ways`,
  async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const cases: Case[] = fc.sample(fc.oneof(anyTime, nearChange), { numRuns: CASES, seed });
    for (let begin = 0; begin < CASES; begin += BATCH) {
      const batch = cases.slice(begin, begin + BATCH);
      const { rows } = await database.owner.query<{ due: string }>(
        `select (extract(epoch from (
                 select min(t.due) from (
                   select (d::date + (c->>'time')::time) at time zone (c->>'timeZone') as due
                     from generate_series(s.on - 2, s.on + 9, interval '1 day') d
                    where c->'weekdays' @> to_jsonb(extract(isodow from d)::integer)) t
                  where t.due > s.after)) * 1000)::bigint as due
         from jsonb_array_elements($1::jsonb) with ordinality as x (c, n)
        cross join lateral (select to_timestamp((c->>'after')::numeric / 1000) as after,
                                   (to_timestamp((c->>'after')::numeric / 1000) at time zone (c->>'timeZone'))::date as on) s
        order by n`,
        [JSON.stringify(batch)],
      );
      const wrong = batch.flatMap((one, at) => {
        const due = nextDueAt(one, new Date(one.after))?.getTime();
        return due === Number(rows[at]!.due) ? [] : [{ ...one, due, postgres: Number(rows[at]!.due) }];
      });
      expect(wrong.slice(0, 5), `seed ${seed}`).toEqual([]);
    }
  },
  timeLimit(20_000, DUE_TIMES),
);

test('a time the clocks skip comes after the gap, one they show twice counts once', () => {
  const newYork = { weekdays: [7], time: '02:30', timeZone: 'America/New_York' };
  expect(nextDueAt(newYork, new Date('2026-03-07T12:00:00Z'))).toEqual(new Date('2026-03-08T07:30:00Z'));
  expect(nextDueAt({ ...newYork, time: '01:30' }, new Date('2026-10-31T12:00:00Z'))).toEqual(
    new Date('2026-11-01T06:30:00Z'),
  );
  expect(nextDueAt({ ...newYork, time: '01:30' }, new Date('2026-11-01T06:30:00Z'))).toEqual(
    new Date('2026-11-08T06:30:00Z'),
  );
});
