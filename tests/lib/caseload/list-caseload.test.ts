import { PreparingClient } from '@/db/preparing-client';
import { describe, expect, test, vi } from 'vitest';
import { type ActorRows, asActor, readAsActor } from '@/db/access/as-actor';
import { askForCaseload, listCaseload, viewOf } from '@/lib/caseload/list-caseload';
import { caseloadHref, SORTS, STATES } from '@/lib/format/caseload-address';
import { useDatabase } from '../../support/database';
import {
  type CoupleInTest,
  makeAssignment,
  makeCouple,
  makePractice,
  makeStaff,
  type PracticeInTest,
} from '../../support/people';

const database = useDatabase();

async function practiceWithTherapist() {
  const practice = await makePractice(database.owner);
  return { practice, therapist: await makeStaff(database.owner, practice) };
}

const event = (
  practice: PracticeInTest,
  couple: CoupleInTest,
  kind: string,
  over: { partnerId?: string; assignmentId?: string } = {},
) =>
  database.owner.query(
    'insert into plan_events (practice_id, couple_id, kind, partner_id, assignment_id) values ($1, $2, $3, $4, $5)',
    [practice.practiceId, couple.coupleId, kind, over.partnerId ?? null, over.assignmentId ?? null],
  );

const comfort = (
  practice: PracticeInTest,
  couple: CoupleInTest,
  assignmentId: string,
  place: 0 | 1,
  value: number,
  daysAgo: number,
) =>
  database.owner.query(
    `insert into check_ins (practice_id, couple_id, partner_id, assignment_id, unit, "on", comfort, answers, policy, sent_at)
     values ($1, $2, $3, $4, 'whole', (auth.now() - make_interval(days => $6))::date, $5, '{}', 'noSecrets', auth.now() - make_interval(days => $6))`,
    [practice.practiceId, couple.coupleId, couple.partners[place]!.partnerId, assignmentId, value, daysAgo],
  );

describe('the caseload', () => {
  test('lists the couples in whose care team one stands, and no other, also for who is an admin besides', async () => {
    const { practice, therapist } = await practiceWithTherapist();
    const both = await makeStaff(database.owner, practice, ['therapist', 'practiceAdmin']);
    const own = await makeCouple(database.owner, practice, both);
    await makeCouple(database.owner, practice, therapist);
    const { rows, total } = await asActor(both.token, (tx) => listCaseload(tx, {}));
    expect(rows.map(({ id }) => id)).toEqual([own.coupleId]);
    expect(total).toBe(1);
  });

  test('is not there for who cares for nobody by role', async () => {
    const { practice } = await practiceWithTherapist();
    for (const role of ['practiceAdmin', 'scheduler'] as const) {
      const other = await makeStaff(database.owner, practice, [role]);
      await expect(asActor(other.token, (tx) => listCaseload(tx, {}))).rejects.toMatchObject({ name: 'NotFound' });
    }
  });

  test('shows every couple once over its pages, 25 on each, whichever way it is sorted', async () => {
    const { practice, therapist } = await practiceWithTherapist();
    const made: string[] = [];
    for (let count = 0; count < 31; count += 1) {
      const couple = await makeCouple(database.owner, practice, therapist);
      made.push(couple.coupleId);
      if (count % 3 === 0)
        await makeAssignment(database.owner, practice, couple, therapist, ['S02', 'S06', 'S15'][(count / 3) % 3]!);
    }
    for (const sort of SORTS.flatMap((name) => [name, `-${name}`])) {
      const pages = await asActor(therapist.token, async (tx) => [
        await listCaseload(tx, { sort }),
        await listCaseload(tx, { sort, page: '2' }),
      ]);
      expect(pages.map(({ rows }) => rows.length)).toEqual([25, 6]);
      expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id)).toSorted()).toEqual(made.toSorted());
    }
    const stages = async (sort: string) =>
      (await asActor(therapist.token, (tx) => listCaseload(tx, { sort }))).rows.map(({ step }) => step?.stage);
    const given = (list: (number | undefined)[]) => list.filter((stage) => stage !== undefined);
    expect(given(await stages('step'))).toEqual(given(await stages('step')).toSorted((a, b) => a - b));
    expect((await stages('-step'))[0]).toBe(3);
  });

  test('takes at most six statements beside begin and commit', async () => {
    const { practice, therapist } = await practiceWithTherapist();
    await makeCouple(database.owner, practice, therapist);
    const asked = vi.spyOn(PreparingClient.prototype, 'query');
    await asActor(therapist.token, (tx) => listCaseload(tx, {}));
    const count = asked.mock.calls.length;
    asked.mockRestore();
    expect(count - 2).toBeLessThanOrEqual(6);
    expect(count).toBeGreaterThan(2);
  });

  test('names the step given last that is neither finished nor taken back, and how many more', async () => {
    const { practice, therapist } = await practiceWithTherapist();
    const couple = await makeCouple(database.owner, practice, therapist);
    const read = async () => (await asActor(therapist.token, (tx) => listCaseload(tx, {}))).rows[0]!.step;
    expect(await read()).toBeNull();
    await makeAssignment(database.owner, practice, couple, therapist, 'S02');
    const last = await makeAssignment(database.owner, practice, couple, therapist, 'S15');
    expect(await read()).toMatchObject({ stage: 3, more: 1 });
    await event(practice, couple, 'finished', { assignmentId: last });
    expect(await read()).toMatchObject({ more: 0 });
    expect((await read())?.stage).not.toBe(3);
  });

  test('counts check-ins of 14 days, and lines up each partner’s own comfort, the oldest first', async () => {
    const { practice, therapist } = await practiceWithTherapist();
    const couple = await makeCouple(database.owner, practice, therapist);
    const assignmentId = await makeAssignment(database.owner, practice, couple, therapist, 'S02');
    await comfort(practice, couple, assignmentId, 0, 2, 20);
    await comfort(practice, couple, assignmentId, 0, 4, 3);
    await comfort(practice, couple, assignmentId, 0, 6, 1);
    await comfort(practice, couple, assignmentId, 1, 9, 2);
    const { rows } = await asActor(therapist.token, (tx) => listCaseload(tx, {}));
    expect(rows[0]).toMatchObject({ checkIns: 3, partners: [{ comfort: [2, 4, 6] }, { comfort: [9] }] });
  });

  test('can be narrowed to what needs a look, is paused, active, invited or ended', async () => {
    const { practice, therapist } = await practiceWithTherapist();
    const [looked, paused, takenBack, invited, ended] = await Promise.all(
      Array.from({ length: 5 }, () => makeCouple(database.owner, practice, therapist)),
    );
    const { owner } = database;
    await owner.query(
      `insert into flags (practice_id, couple_id, partner_id, tier, source, reason) values ($1, $2, $3, 'talk', 'consent', 'ownChoice')`,
      [practice.practiceId, looked!.coupleId, looked!.first.partnerId],
    );
    await event(practice, paused!, 'paused', { partnerId: paused!.second.partnerId });
    await event(practice, takenBack!, 'paused', { partnerId: takenBack!.first.partnerId });
    await event(practice, takenBack!, 'pauseTakenBack', { partnerId: takenBack!.first.partnerId });
    await owner.query(`update partners set status = 'invited' where couple_id = $1`, [invited!.coupleId]);
    await owner.query(`update couples set status = 'ended' where id = $1`, [ended!.coupleId]);

    const idsOf = async (state: string) =>
      (await asActor(therapist.token, (tx) => listCaseload(tx, { state }))).rows.map(({ id }) => id).toSorted();
    const of = (...couples: (CoupleInTest | undefined)[]) => couples.map((couple) => couple!.coupleId).toSorted();
    expect(await idsOf('look')).toEqual(of(looked));
    expect(await idsOf('paused')).toEqual(of(paused));
    expect(await idsOf('active')).toEqual(of(looked, paused, takenBack));
    expect(await idsOf('invited')).toEqual(of(invited));
    expect(await idsOf('ended')).toEqual(of(ended));
    expect(await idsOf('')).toEqual(of(looked, paused, takenBack, invited));
  });

  test('can be narrowed to a stage, of the step given last', async () => {
    const { practice, therapist } = await practiceWithTherapist();
    const [early, later] = [
      await makeCouple(database.owner, practice, therapist),
      await makeCouple(database.owner, practice, therapist),
    ];
    await makeAssignment(database.owner, practice, early, therapist, 'S02');
    await makeAssignment(database.owner, practice, later, therapist, 'S15');
    const found = async (stage: string) =>
      (await asActor(therapist.token, (tx) => listCaseload(tx, { stage }))).rows.map(({ id }) => id);
    expect(await found('3')).toEqual([later.coupleId]);
    expect(await found('7')).toEqual([]);
    expect(await found('x')).toHaveLength(2);
  });

  test('finds by initials and by either name, whatever the capitals, and takes signs of a pattern as they are', async () => {
    const { practice, therapist } = await practiceWithTherapist();
    await makeCouple(database.owner, practice, therapist);
    const found = async (q: string) => (await asActor(therapist.token, (tx) => listCaseload(tx, { q }))).total;
    expect(await found('bo sam')).toBe(1);
    expect(await found('a.e.')).toBe(1);
    expect(await found('%')).toBe(0);
    expect(await found('nobody')).toBe(0);
  });

  test('says apart whether nothing was found or there is nobody yet', async () => {
    const { practice, therapist } = await practiceWithTherapist();
    expect((await asActor(therapist.token, (tx) => listCaseload(tx, {}))).isEmpty).toBe(true);
    await makeCouple(database.owner, practice, therapist);
    expect((await asActor(therapist.token, (tx) => listCaseload(tx, { q: 'nobody' }))).isEmpty).toBe(false);
    expect((await asActor(therapist.token, (tx) => listCaseload(tx, { page: '7' }))).rows).toHaveLength(1);
  });

  test('leaves one line in the audit, without a name', async () => {
    const { practice, therapist } = await practiceWithTherapist();
    await asActor(therapist.token, (tx) => listCaseload(tx, { q: 'Ada' }));
    const { rows } = await database.owner.query('select * from audit_events where practice_id = $1', [
      practice.practiceId,
    ]);
    expect(rows).toMatchObject([{ act: 'listed', record_kind: 'caseload', record_id: null, couple_id: null }]);
  });

  test('as its page asks for it, leaves one too, and none for who may have no caseload', async () => {
    const { practice, therapist } = await practiceWithTherapist();
    await makeCouple(database.owner, practice, therapist);
    const scheduler = await makeStaff(database.owner, practice, ['scheduler']);
    const opened = ({ token }: { token: string }) =>
      readAsActor(
        token,
        (rows: ActorRows) => askForCaseload(rows, {}),
        (tx, found) => listCaseload(tx, {}, found),
      );
    await expect(opened(scheduler)).rejects.toMatchObject({ name: 'NotFound' });
    expect((await opened(therapist)).rows).toHaveLength(1);
    const { rows } = await database.owner.query(
      'select act, staff_member_id from audit_events where practice_id = $1',
      [practice.practiceId],
    );
    expect(rows).toEqual([{ act: 'listed', staff_member_id: therapist.staffMemberId }]);
  });
});

describe('its address', () => {
  test('says the view and nothing more, and reads back as it was written', () => {
    for (const state of [null, ...STATES])
      for (const sort of SORTS)
        for (const isDescending of [false, true])
          for (const page of [1, 3]) {
            const stage = page === 3 ? 2 : null;
            const view = { search: 'ä & b', state, stage, sort, isDescending, page };
            const asked = Object.fromEntries(new URL(caseloadHref(view), 'http://localhost').searchParams);
            expect(viewOf(asked)).toEqual(view);
          }
    expect(caseloadHref({ search: '', state: null, stage: null, sort: 'couple', isDescending: false, page: 1 })).toBe(
      '/caseload',
    );
  });

  test('with nonsense in it shows the whole caseload', () => {
    expect(viewOf({ q: '\u0000', state: 'dead', stage: '99', sort: '--x', page: '-1' })).toEqual({
      search: '',
      state: null,
      stage: null,
      sort: 'couple',
      isDescending: true,
      page: 1,
    });
    expect(viewOf({ q: ['a', 'b'], page: 'x' })).toMatchObject({ search: '', page: 1 });
  });
});
