// A couple goes from one therapist to another: by its primary, from a day on.
import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { readTransfer, takeBackTransfer, transfer } from '@/lib/endings/transfer';
import { dayAfter } from '@/lib/format/dates';
import { assignCareTeam, endCareTeam } from '@/lib/people/care-team';
import { readCareTeamPage } from '@/lib/people/read-people';
import { moveClock } from '@/tests/support/clock';
import { useFreshDatabase } from '@/tests/support/database';
import { makeCouple, makePractice, makeStaff, type StaffInTest } from '@/tests/support/people';

// Its clock is moved.
const database = useFreshDatabase();
const missing = { name: 'NotFound' };

async function practiceAt(zone = 'America/Los_Angeles') {
  const practice = await makePractice(database.owner, zone);
  const admin = await makeStaff(database.owner, practice, ['practiceAdmin'], 'Alma Example');
  const tess = await makeStaff(database.owner, practice, ['therapist'], 'Tess Example');
  const otto = await makeStaff(database.owner, practice, ['therapist'], 'Otto Example');
  const { coupleId } = await makeCouple(database.owner, practice, tess, { timeZone: zone });
  return { practice, admin, tess, otto, coupleId };
}
type At = Awaited<ReturnType<typeof practiceAt>>;

const todayOf = ({ token }: StaffInTest) => asActor(token, async ({ actor }) => actor.today);
async function hand(at: At, days = 2, by = at.tess, to = at.otto) {
  const fromOn = dayAfter(await todayOf(at.tess), days);
  return asActor(by.token, (tx) => transfer(tx, { coupleId: at.coupleId, to: to.staffMemberId, fromOn }));
}
const takeBack = (at: At, by = at.tess) => asActor(by.token, (tx) => takeBackTransfer(tx, { coupleId: at.coupleId }));
const seenBy = ({ token }: StaffInTest) =>
  asActor(token, async ({ db }) => (await db.execute('select couple_id from intakes')).rows.length);
const planned = async (at: At, hours: number, therapist = at.tess) =>
  database.owner.query(
    `insert into sessions (practice_id, couple_id, therapist_id, kind, starts_at, minutes) values ($1, $2, $3, 'joint', auth.now() + make_interval(hours => $4), 50)`,
    [at.practice.practiceId, at.coupleId, therapist.staffMemberId, hours],
  );
const appointmentsOf = async ({ coupleId }: At, { staffMemberId }: StaffInTest) =>
  (
    await database.owner.query(`select 1 from sessions where couple_id = $1 and therapist_id = $2`, [
      coupleId,
      staffMemberId,
    ])
  ).rowCount;
/** To the minute after this turn of the practice: 04:00 in its zone. */
const toTurn = async (at: At, days: number) => {
  const { rows } = await database.owner.query<{ ahead: string }>(
    `select (plan.turn_of(plan.day_of(auth.now(), p.time_zone) + $2::int, p.time_zone) - auth.now() + interval '1 minute')::text as ahead
       from practices p where p.id = $1`,
    [at.practice.practiceId, days],
  );
  await moveClock(database.owner, rows[0]!.ahead);
  // Nobody was idle in a test.
  await database.owner.query(
    `update sign_ins set last_seen_at = auth.now(), expires_at = auth.now() + interval '12 hours'`,
  );
};

describe('a transfer', () => {
  test('hands the record and the appointments over at that day’s turn: one sees it until then, the other from then on', async () => {
    const at = await practiceAt();
    await planned(at, 1);
    await planned(at, 24 * 9);
    await hand(at);
    expect([await seenBy(at.tess), await seenBy(at.otto)]).toEqual([1, 0]);
    expect([await appointmentsOf(at, at.tess), await appointmentsOf(at, at.otto)]).toEqual([1, 1]);
    await toTurn(at, 1);
    expect([await seenBy(at.tess), await seenBy(at.otto)]).toEqual([1, 0]);
    await toTurn(at, 1);
    expect([await seenBy(at.tess), await seenBy(at.otto)]).toEqual([0, 1]);
    const team = await asActor(at.otto.token, (tx) => readCareTeamPage(tx, at.coupleId));
    expect(team.now).toMatchObject([{ name: 'Otto Example', part: 'primary', toOn: null }]);
    await expect(hand(at)).rejects.toMatchObject(missing);
  });

  test.each(['America/Los_Angeles', 'Europe/Berlin', 'Pacific/Auckland'])(
    'a last day lasts until 04:00 after it in %s, whatever the day in Greenwich',
    async (zone) => {
      const at = await practiceAt(zone);
      await hand(at, 1);
      const { rows } = await database.owner.query<{ ahead: string }>(
        `select (plan.turn_of(plan.day_of(auth.now(), $1) + 1, $1) - auth.now() - interval '1 minute')::text as ahead`,
        [zone],
      );
      await moveClock(database.owner, rows[0]!.ahead);
      expect([await seenBy(at.tess), await seenBy(at.otto)]).toEqual([1, 0]);
      await moveClock(database.owner, '2 minutes');
      expect([await seenBy(at.tess), await seenBy(at.otto)]).toEqual([0, 1]);
    },
  );

  test('is taken back before its day, and then never was', async () => {
    const at = await practiceAt();
    await asActor(at.admin.token, (tx) =>
      assignCareTeam(tx, { coupleId: at.coupleId, staffMemberId: at.otto.staffMemberId, part: 'coTherapist' }),
    );
    await planned(at, 24 * 9);
    await hand(at);
    await takeBack(at);
    expect(await appointmentsOf(at, at.tess)).toBe(1);
    await toTurn(at, 3);
    expect([await seenBy(at.tess), await seenBy(at.otto)]).toEqual([1, 1]);
    const { now } = await asActor(at.tess.token, (tx) => readCareTeamPage(tx, at.coupleId));
    expect(now.map(({ name, part }) => `${name}: ${part}`)).toEqual([
      'Tess Example: primary',
      'Otto Example: coTherapist',
    ]);
  });

  test('is the primary’s alone to make, to an active therapist of the practice, from tomorrow on', async () => {
    const at = await practiceAt();
    const third = await makeStaff(database.owner, at.practice, ['therapist'], 'Una Example');
    const desk = await makeStaff(database.owner, at.practice, ['scheduler'], 'Sam Example');
    await asActor(at.admin.token, (tx) =>
      assignCareTeam(tx, { coupleId: at.coupleId, staffMemberId: third.staffMemberId, part: 'coTherapist' }),
    );
    for (const by of [third, at.otto, at.admin]) await expect(hand(at, 2, by)).rejects.toMatchObject(missing);
    await expect(hand(at, 2, at.tess, desk)).rejects.toMatchObject({ name: 'Refusal' });
    await expect(hand(at, 0)).rejects.toMatchObject({ name: 'Refusal' });
    await hand(at);
    await expect(hand(at)).rejects.toThrow(/planned already/);
    expect((await asActor(at.tess.token, (tx) => readTransfer(tx, at.coupleId))).planned).toMatchObject({
      to: 'Otto Example',
    });
    // Postgres refuses it to a co-therapist by name.
    await expect(
      asActor(third.token, ({ db }) =>
        db.execute(
          `insert into care_team_members (practice_id, couple_id, staff_member_id, part, from_on)
           values ('${at.practice.practiceId}', '${at.coupleId}', '${desk.staffMemberId}', 'cover', '2020-01-01')`,
        ),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  test('a practice admin sees it coming, and can call it off', async () => {
    const at = await practiceAt();
    await hand(at);
    const put = asActor(at.admin.token, (tx) =>
      assignCareTeam(tx, { coupleId: at.coupleId, staffMemberId: at.otto.staffMemberId, part: 'primary' }),
    );
    await expect(put).rejects.toMatchObject({ name: 'Refusal' });
    const { ahead } = await asActor(at.admin.token, (tx) => readCareTeamPage(tx, at.coupleId));
    expect(ahead).toMatchObject([{ name: 'Otto Example', part: 'primary' }]);
    await asActor(at.admin.token, (tx) =>
      endCareTeam(tx, { coupleId: at.coupleId, careTeamMemberId: ahead[0]!.id, lastDay: null }),
    );
    await toTurn(at, 3);
    expect([await seenBy(at.tess), await seenBy(at.otto)]).toEqual([1, 0]);
  });
});
