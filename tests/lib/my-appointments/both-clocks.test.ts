// A weekly series is made by the practice's clock and read by the couple's, through the changes of both.
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { readMyAppointments } from '@/lib/my-appointments/read-my-appointments';
import { readRemindersFile } from '@/lib/my-appointments/reminders-file';
import { makeAppointments } from '@/lib/schedule/make-appointments';
import { useFreshDatabase } from '../../support/database';
import { makeCouple, makePractice, makeStaff } from '../../support/people';

// The days below are those of 2027, whenever this runs.
const database = useFreshDatabase();
beforeAll(() => database.owner.query(`select auth.move_clock('2026-12-01T12:00:00Z'::timestamptz - auth.now())`));

describe.each([
  {
    practice: 'America/New_York',
    couple: 'Europe/Berlin',
    at: '10:00',
    spring: ['10 March 16:00', '17 March 15:00', '24 March 15:00', '31 March 16:00'],
    autumn: ['27 October 16:00', '3 November 15:00', '10 November 16:00'],
  },
  {
    practice: 'Europe/Berlin',
    couple: 'Australia/Sydney',
    at: '18:00',
    spring: ['25 March 04:00', '1 April 03:00', '8 April 02:00'],
    autumn: [
      '30 September 02:00',
      '7 October 03:00',
      '14 October 03:00',
      '21 October 03:00',
      '28 October 03:00',
      '4 November 04:00',
    ],
  },
  {
    practice: 'Australia/Sydney',
    couple: 'Australia/Lord_Howe',
    at: '10:00',
    spring: ['31 March 10:00', '7 April 10:30'],
    autumn: ['29 September 10:30', '6 October 10:00'],
  },
  {
    practice: 'Australia/Lord_Howe',
    couple: 'America/New_York',
    at: '09:00',
    spring: ['9 March 17:00', '16 March 18:00', '23 March 18:00', '30 March 18:00', '6 April 18:30'],
    autumn: ['28 September 18:30', '5 October 18:00'],
  },
])('made in $practice and read in $couple', ({ practice: zone, couple: coupleZone, at, ...seasons }) => {
  const STARTS: Record<string, Record<'spring' | 'autumn', string>> = {
    'America/New_York': { spring: '2027-03-10', autumn: '2027-10-27' },
    'Europe/Berlin': { spring: '2027-03-24', autumn: '2027-09-29' },
    'Australia/Sydney': { spring: '2027-03-31', autumn: '2027-09-29' },
    'Australia/Lord_Howe': { spring: '2027-03-10', autumn: '2027-09-29' },
  };

  test.each(['spring', 'autumn'] as const)(
    'a series through the changes of %s is where their clocks say',
    async (season) => {
      const practice = await makePractice(database.owner, zone);
      const tess = await makeStaff(database.owner, practice, ['therapist']);
      const { coupleId, partners } = await makeCouple(database.owner, practice, tess, { timeZone: coupleZone });
      const expected = seasons[season];
      const { sessionIds } = await asActor(tess.token, (tx) =>
        makeAppointments(tx, {
          coupleId,
          with: 'joint',
          therapistId: tess.staffMemberId,
          on: STARTS[zone]![season],
          at,
          minutes: 50,
          place: '',
          videoLink: '',
          times: expected.length,
        }),
      );
      const { rows } = await database.owner.query<{ at: Date; ours: string }>(
        `select starts_at as at, to_char(starts_at at time zone $2, 'HH24:MI') as ours from sessions where id = any ($1) order by starts_at`,
        [sessionIds, zone],
      );
      expect(new Set(rows.map(({ ours }) => ours))).toEqual(new Set([at]));
      for (const { token } of partners) {
        const { lines } = await asActor(token, readMyAppointments);
        expect(lines.map(({ day, time }) => `${/, (.*) 2027$/.exec(day)![1]} ${time.slice(0, 5)}`)).toEqual(expected);
        const file = await asActor(token, readRemindersFile);
        expect([...file.matchAll(/DTSTART:(\S+)/g)].map(([, stamp]) => stamp)).toEqual(
          rows.map(({ at: instant }) => `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`),
        );
      }
    },
  );
});
