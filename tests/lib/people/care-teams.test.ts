import { describe, expect, test } from 'vitest';
import { asActor, NotSignedIn } from '@/db/access/as-actor';
import { dayAfter } from '@/lib/format/dates';
import { assignCareTeam, endCareTeam } from '@/lib/people/care-team';
import { deactivateStaff } from '@/lib/people/deactivate-staff';
import { handOver, readHandOver } from '@/lib/people/hand-over';
import { readCareTeamPage } from '@/lib/people/read-people';
import { useFreshDatabase } from '../../support/database';
import { makeCouple, makePractice, makeStaff, type StaffInTest } from '../../support/people';

// Its clock is moved.
const database = useFreshDatabase();
const refusal = { name: 'Refusal' };
const missing = { name: 'NotFound' };

async function practiceWithCouple() {
  const practice = await makePractice(database.owner, 'UTC');
  const admin = await makeStaff(database.owner, practice, ['practiceAdmin'], 'Alma Example');
  const tess = await makeStaff(database.owner, practice, ['therapist'], 'Tess Example');
  const otto = await makeStaff(database.owner, practice, ['therapist'], 'Otto Example');
  const couple = await makeCouple(database.owner, practice, tess);
  return { practice, admin, tess, otto, ...couple };
}

type Part = Parameters<typeof assignCareTeam>[1]['part'];
const put = (
  admin: StaffInTest,
  coupleId: string,
  who: StaffInTest,
  part: Part,
  days: { fromOn?: string; toOn?: string } = {},
) => asActor(admin.token, (tx) => assignCareTeam(tx, { coupleId, staffMemberId: who.staffMemberId, part, ...days }));
const teamOf = (who: StaffInTest, coupleId: string) => asActor(who.token, (tx) => readCareTeamPage(tx, coupleId));
const seenBy = (who: StaffInTest) =>
  asActor(who.token, async ({ db }) => (await db.execute('select couple_id from intakes')).rows.length);
const todayOf = (who: StaffInTest) => asActor(who.token, async ({ actor }) => actor.today);
const named = (all: { name: string; part: string }[]) =>
  all.map(({ name, part }) => `${name}: ${part}`).toSorted((a, b) => a.localeCompare(b));
const pass = async (days: number) => {
  await database.owner.query(
    `insert into auth.clock (ahead, installation) values ('0', 'test') on conflict do nothing`,
  );
  await database.owner.query('select auth.move_clock(make_interval(days => $1))', [days]);
};

describe('a care team', () => {
  test('opens a couple’s record from the next request, and closes it in the same way', async () => {
    const { admin, otto, coupleId } = await practiceWithCouple();
    expect(await seenBy(otto)).toBe(0);
    await put(admin, coupleId, otto, 'coTherapist');
    expect(await seenBy(otto)).toBe(1);
    const row = (await teamOf(admin, coupleId)).now.find(({ name }) => name === 'Otto Example')!;
    await asActor(admin.token, (tx) => endCareTeam(tx, { coupleId, careTeamMemberId: row.id }));
    expect(await seenBy(otto)).toBe(0);
    expect(await seenBy(admin)).toBe(0);
    expect((await teamOf(admin, coupleId)).ended).toMatchObject([{ name: 'Otto Example', part: 'coTherapist' }]);
  });

  test('lets a cover in and out by date alone', async () => {
    const { admin, otto, coupleId } = await practiceWithCouple();
    const today = await todayOf(admin);
    await expect(put(admin, coupleId, otto, 'cover')).rejects.toMatchObject({
      fields: { toOn: expect.stringContaining('last day') },
    });
    await put(admin, coupleId, otto, 'cover', { fromOn: dayAfter(today, 3), toOn: dayAfter(today, 5) });
    expect(await seenBy(otto)).toBe(0);
    expect((await teamOf(admin, coupleId)).ahead).toMatchObject([{ name: 'Otto Example', part: 'cover' }]);
    await pass(4);
    expect(await seenBy(otto)).toBe(1);
    await pass(2);
    expect(await seenBy(otto)).toBe(0);
    expect(named((await teamOf(admin, coupleId)).ended)).toEqual(['Otto Example: cover']);
  });

  test('ends someone’s part after the day that was named', async () => {
    const { admin, otto, coupleId } = await practiceWithCouple();
    const today = await todayOf(admin);
    await put(admin, coupleId, otto, 'coTherapist');
    const row = (await teamOf(admin, coupleId)).now.find(({ part }) => part === 'coTherapist')!;
    const end = (lastDay: string) =>
      asActor(admin.token, (tx) => endCareTeam(tx, { coupleId, careTeamMemberId: row.id, lastDay }));
    await expect(end(dayAfter(today, -1))).rejects.toMatchObject(refusal);
    await end(dayAfter(today, 1));
    expect(await seenBy(otto)).toBe(1);
    await pass(2);
    expect(await seenBy(otto)).toBe(0);
  });

  test('has exactly one primary: a new one takes over today, and the earlier one stays', async () => {
    const { admin, tess, otto, coupleId } = await practiceWithCouple();
    const today = await todayOf(admin);
    await pass(3);
    await put(admin, coupleId, otto, 'coTherapist');
    await expect(put(admin, coupleId, tess, 'cover', { toOn: dayAfter(today, 9) })).rejects.toMatchObject({
      fields: { part: expect.stringContaining('Make someone else primary first') },
    });
    await expect(put(admin, coupleId, otto, 'primary', { fromOn: dayAfter(today, 9) })).rejects.toMatchObject(refusal);
    const primary = async () => (await teamOf(admin, coupleId)).now.find(({ part }) => part === 'primary')!;
    const end = async () => {
      const { id } = await primary();
      await asActor(admin.token, (tx) => endCareTeam(tx, { coupleId, careTeamMemberId: id }));
    };
    await expect(end()).rejects.toMatchObject(refusal);
    await put(admin, coupleId, otto, 'primary');
    const { now, ended } = await teamOf(admin, coupleId);
    expect(named(now)).toEqual(['Otto Example: primary', 'Tess Example: coTherapist']);
    expect(named(ended)).toEqual(['Tess Example: primary']);
    expect(await seenBy(tess)).toBe(1);
  });

  test('takes only active people with the role of the part', async () => {
    const { practice, admin, coupleId } = await practiceWithCouple();
    const sue = await makeStaff(database.owner, practice, ['supervisor'], 'Sue Example');
    await expect(put(admin, coupleId, admin, 'coTherapist')).rejects.toMatchObject(refusal);
    await expect(put(admin, coupleId, sue, 'coTherapist')).rejects.toMatchObject(refusal);
    await put(admin, coupleId, sue, 'supervisor');
    expect(await seenBy(sue)).toBe(0);
  });

  test('is read by who stands in it, and changed by the practice admin alone', async () => {
    const { admin, tess, otto, coupleId } = await practiceWithCouple();
    expect(await teamOf(tess, coupleId)).toMatchObject({
      mayChange: false,
      now: [{ name: 'Tess Example' }],
      people: [],
    });
    await expect(teamOf(otto, coupleId)).rejects.toMatchObject(missing);
    await expect(put(tess, coupleId, otto, 'coTherapist')).rejects.toMatchObject(missing);
    expect((await teamOf(admin, coupleId)).mayChange).toBe(true);
  });
});

describe('handing over', () => {
  async function leaving() {
    const made = await practiceWithCouple();
    const { owner } = database;
    const other = await makeCouple(owner, made.practice, made.tess);
    const session = (days: number) =>
      owner
        .query<{ id: string }>(
          `insert into sessions (practice_id, couple_id, kind, therapist_id, starts_at, minutes)
           values ($1, $2, 'joint', $3, auth.now() + make_interval(days => $4), 50) returning id`,
          [made.practice.practiceId, made.coupleId, made.tess.staffMemberId, days],
        )
        .then(({ rows }) => rows[0]!.id);
    const [before, coming] = [await session(-2), await session(2)];
    await owner.query(
      `insert into session_notes (practice_id, couple_id, session_id, kind, author_id, format, sections)
       values ($1, $2, $3, 'joint', $4, 'DAP', '\\x00')`,
      [made.practice.practiceId, made.coupleId, before, made.tess.staffMemberId],
    );
    const therapistOf = async (id: string) =>
      (await owner.query<{ therapist_id: string }>('select therapist_id from sessions where id = $1', [id])).rows[0]!
        .therapist_id;
    return { ...made, other, before, coming, therapistOf };
  }

  test('says how much there is, in numbers and labels alone, to the practice admin alone', async () => {
    const { admin, tess, otto } = await leaving();
    const found = await asActor(admin.token, (tx) => readHandOver(tx, tess.staffMemberId));
    expect(found).toMatchObject({ unsigned: 1, coming: 1, therapists: [{ name: 'Otto Example' }] });
    expect(found.couples).toHaveLength(2);
    await expect(asActor(otto.token, (tx) => readHandOver(tx, tess.staffMemberId))).rejects.toMatchObject(missing);
    await expect(
      asActor(otto.token, ({ db }) => db.execute(`select auth.hand_over_sessions('${tess.staffMemberId}')`)),
    ).rejects.toThrow('42501');
  });

  test('is needed before a primary can be deactivated', async () => {
    const { admin, tess } = await leaving();
    await expect(asActor(admin.token, (tx) => deactivateStaff(tx, tess))).rejects.toMatchObject(refusal);
    expect(await seenBy(tess)).toBe(2);
  });

  test('changes nothing until every couple has a new primary', async () => {
    const { admin, tess, otto, coupleId, other } = await leaving();
    const give = (primaries: Record<string, string>) =>
      asActor(admin.token, (tx) => handOver(tx, { staffMemberId: tess.staffMemberId, everyone: '', primaries }));
    await expect(give({ [coupleId]: otto.staffMemberId })).rejects.toMatchObject({
      fields: { [`primaries.${other.coupleId}`]: expect.stringContaining('Choose') },
    });
    await expect(give({ [coupleId]: otto.staffMemberId, [other.coupleId]: admin.staffMemberId })).rejects.toMatchObject(
      refusal,
    );
    expect(await seenBy(tess)).toBe(2);
    expect(await seenBy(otto)).toBe(0);
  });

  test('gives each couple its new primary and the sessions to come, ends the sign-ins, and leaves drafts to their author', async () => {
    const { practice, admin, tess, otto, coupleId, other, before, coming, therapistOf } = await leaving();
    const una = await makeStaff(database.owner, practice, ['therapist'], 'Una Example');
    await put(admin, coupleId, una, 'coTherapist');
    await asActor(admin.token, (tx) =>
      handOver(tx, {
        staffMemberId: tess.staffMemberId,
        everyone: otto.staffMemberId,
        primaries: { [coupleId]: una.staffMemberId },
      }),
    );
    expect(named((await teamOf(admin, coupleId)).now)).toEqual(['Una Example: primary']);
    expect(named((await teamOf(admin, other.coupleId)).now)).toEqual(['Otto Example: primary']);
    expect(await therapistOf(coming)).toBe(una.staffMemberId);
    expect(await therapistOf(before)).toBe(tess.staffMemberId);
    await expect(asActor(tess.token, async () => 'in')).rejects.toBeInstanceOf(NotSignedIn);
    const { rows } = await database.owner.query('select author_id, signed_at from session_notes where couple_id = $1', [
      coupleId,
    ]);
    expect(rows).toEqual([{ author_id: tess.staffMemberId, signed_at: null }]);
    expect(
      await asActor(una.token, async ({ db }) => (await db.execute('select id from session_notes')).rows.length),
    ).toBe(0);
  });
});
