// Rule 13: shared work ends at a turn that was chosen with the person at risk, quietly, and each keeps what is theirs.
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { endSharedWork, resumeSharedWork } from '@/lib/endings/end-shared-work';
import { endWork } from '@/lib/endings/end-work';
import { endSharedWorkInput, endWorkInput } from '@/lib/endings/schema';
import { dayAfter } from '@/lib/format/dates';
import { lookAtClosing } from '@/lib/endings/look-at-closing';
import { readHistory } from '@/lib/history/read-history';
import { readMyDay } from '@/lib/my-day/open-my-day';
import { closeSharedWork } from '@/lib/people/close-shared-work';
import { readToday } from '@/lib/today/read-today';
import { writeWords } from '@/lib/reflections/write-words';
import { readCouplePlan } from '@/lib/plan/read-couple-plan';
import { useFreshDatabase } from '@/tests/support/database';
import { makeStaff, type PartnerInTest } from '@/tests/support/people';
import {
  act,
  answer,
  assign,
  type AtWork,
  beginWork,
  bothSee,
  nextDay,
  refusalOf,
  sees,
  withoutRestDays,
  YES_ALONE,
} from './plan-in-test';

const database = useFreshDatabase();
beforeAll(() => withoutRestDays(database.owner));

const today = async ({ couple, therapist }: AtWork) =>
  (await asActor(therapist.token, (tx) => readCouplePlan(tx, couple.coupleId))).couple.today;

/** Ends it from the turn so many days ahead, agreed with the first partner. */
async function endShared(work: AtWork, days = 1, sent: Record<string, unknown> = {}, token = work.therapist.token) {
  const input = endSharedWorkInput.parse({
    coupleId: work.couple.coupleId,
    agreedWith: work.couple.first.partnerId,
    effectiveOn: dayAfter(await today(work), days),
    isSecured: 'yes',
    ...sent,
  });
  return asActor(token, (tx) => endSharedWork(tx, input));
}
const resume = (work: AtWork, token = work.therapist.token) =>
  asActor(token, (tx) => resumeSharedWork(tx, { coupleId: work.couple.coupleId }));
const closeAsAdmin = (work: AtWork, token: string) =>
  asActor(token, (tx) => closeSharedWork(tx, { coupleId: work.couple.coupleId, isUnreachable: 'yes' }));

const dayOf = ({ token }: PartnerInTest) => asActor(token, readMyDay);
const days = ({ couple }: AtWork) => Promise.all(couple.partners.map(async (one) => JSON.stringify(await dayOf(one))));
const areApart = ({ couple }: AtWork) => Promise.all(couple.partners.map(async (one) => (await dayOf(one)).isApart));
const stillIn = async (partner: PartnerInTest) => {
  try {
    return Boolean(await dayOf(partner));
  } catch {
    return false;
  }
};

/** Two steps that are open: one for both, one that each does alone. */
async function openWork() {
  const work = await beginWork(database.owner);
  const shared = await assign(work, 'S12');
  const alone = await assign(work, 'S05');
  await nextDay(work);
  for (const partner of work.couple.partners) {
    await answer(partner, shared);
    await answer(partner, alone, YES_ALONE);
  }
  await nextDay(work);
  expect(await bothSee(work, shared)).toEqual(['open', 'open']);
  return { work, shared, alone };
}

describe('rule 13: the end of shared work', () => {
  test('until the chosen turn no byte of either page changes; from it on what is shared is closed for both and what each does alone stays', async () => {
    const { work, shared, alone } = await openWork();
    const before = await days(work);
    await endShared(work, 3);
    expect(await days(work)).toEqual(before);
    await nextDay(work, 2);
    expect(await bothSee(work, shared)).toEqual(['open', 'open']);
    expect(await areApart(work)).toEqual([false, false]);
    await nextDay(work);
    expect(await bothSee(work, shared)).toEqual(['closed', 'closed']);
    expect(await bothSee(work, alone)).toEqual(['open', 'open']);
  });

  test('both read the same line, whoever agreed to it, for four weeks', async () => {
    const { work } = await openWork();
    const other = await openWork();
    await endShared(work);
    await endShared(other.work, 1, { agreedWith: other.work.couple.second.partnerId });
    await nextDay(work);
    expect([await areApart(work), await areApart(other.work)]).toEqual([
      [true, true],
      [true, true],
    ]);
    const said = async (at: AtWork) =>
      Promise.all(
        at.couple.partners.map(async (one) => {
          const { units, recent, ...rest } = await dayOf(one);
          return JSON.stringify([units.map(({ title }) => title), recent.map(({ title }) => title), rest]);
        }),
      );
    expect(new Set([...(await said(work)), ...(await said(other.work))]).size).toBe(1);
    await nextDay(work, 27);
    expect(await areApart(work)).toEqual([true, true]);
    await nextDay(work);
    expect(await areApart(work)).toEqual([false, false]);
  });

  test('from the turn on no words are passed on: what was shared the day before does not arrive, what had arrived stays, and neither is offered it', async () => {
    const { work } = await openWork();
    const [one, two] = work.couple.partners as [PartnerInTest, PartnerInTest];
    const share = (text: string) => asActor(one.token, (tx) => writeWords(tx, { audience: 'shared', text }));
    const arrived = async () => (await dayOf(two)).words.map(({ text }) => text);
    await share('Arrived in time');
    await nextDay(work);
    await endShared(work);
    await share('Too late');
    await nextDay(work);
    expect(await arrived()).toEqual(['Arrived in time']);
    expect([(await dayOf(one)).isSharedOver, (await dayOf(two)).isSharedOver]).toEqual([true, true]);
    expect(await refusalOf(share('Later still'))).toMatch(/^Words are no longer passed on here/);
    await resume(work);
    await nextDay(work);
    expect([(await dayOf(one)).isSharedOver, (await dayOf(two)).isSharedOver]).toEqual([false, false]);
    await share('Again');
    await nextDay(work);
    expect(await arrived()).toEqual(['Again', 'Arrived in time']);
  });

  test('taken back before its turn it never was: what was open stays open, with the same consent', async () => {
    const { work, shared } = await openWork();
    await endShared(work, 2);
    expect((await resume(work)).message).toBe('Taken back. Nothing changes for either of them.');
    await nextDay(work, 3);
    expect(await bothSee(work, shared)).toEqual(['open', 'open']);
    expect(await areApart(work)).toEqual([false, false]);
  });

  test('taken up again after its turn, nothing opens by itself: each is asked anew, and it waits for a release', async () => {
    const { work, shared, alone } = await openWork();
    await endShared(work);
    await nextDay(work);
    expect(await refusalOf(act(work, shared, 'release.whole'))).toMatch(/Shared work has ended/);
    expect(await refusalOf(assign(work, 'S13'))).toMatch(/^Shared work has ended/);
    await resume(work);
    expect(await bothSee(work, shared)).toEqual(['closed', 'closed']);
    await nextDay(work);
    expect(await bothSee(work, shared)).toEqual(['asked', 'asked']);
    expect(await areApart(work)).toEqual([false, false]);
    expect(await sees(work.couple.first, alone)).toBe('open');
    for (const partner of work.couple.partners) await answer(partner, shared);
    await nextDay(work);
    expect(await bothSee(work, shared)).toEqual(['closed', 'closed']);
    await act(work, shared, 'release.whole');
    await nextDay(work);
    expect(await bothSee(work, shared)).toEqual(['open', 'open']);
  });

  test('the account of the person at risk is secured first: their sign-ins end at once, the other’s stay', async () => {
    const { work } = await openWork();
    expect(
      endSharedWorkInput.safeParse({ coupleId: work.couple.coupleId }).error?.issues.map(({ path }) => path[0]),
    ).toEqual(['agreedWith', 'effectiveOn', 'isSecured']);
    await endShared(work, 5, { endsSignIns: 'yes' });
    expect(await Promise.all(work.couple.partners.map(stillIn))).toEqual([false, true]);
  });

  test('the day is one from the next turn on, at most four weeks ahead; Postgres refuses one that has begun', async () => {
    const { work } = await openWork();
    for (const ahead of [0, -3, 29]) await expect(endShared(work, ahead)).rejects.toMatchObject({ name: 'Refusal' });
    await expect(
      database.owner.query(
        `insert into plan_events (practice_id, couple_id, kind, effective_on) values ($1, $2, 'sharedEnded', $3)`,
        [work.practice.practiceId, work.couple.coupleId, await today(work)],
      ),
    ).rejects.toThrow('a turn that has not come yet');
    await endShared(work, 28);
    expect(await refusalOf(endShared(work, 2))).toMatch(
      /^Shared work ends already, from the turn of .*Take that back first/,
    );
  });

  test('the care team reads when, and with whom it was agreed; nobody else ends it or takes it back', async () => {
    const { work } = await openWork();
    const outsider = await makeStaff(database.owner, work.practice, ['therapist', 'practiceAdmin']);
    for (const token of [outsider.token, work.couple.first.token]) {
      await expect(endShared(work, 1, {}, token)).rejects.toMatchObject({ name: 'NotFound' });
      await expect(resume(work, token)).rejects.toMatchObject({ name: 'NotFound' });
    }
    await endShared(work);
    const plan = await asActor(work.therapist.token, (tx) => readCouplePlan(tx, work.couple.coupleId));
    const name = plan.couple.partners[0]!.name;
    expect(plan.sharedEnd).toMatchObject({ agreedWith: name, isInForce: false });
    const read = await asActor(work.therapist.token, (tx) => readHistory(tx, work.couple.coupleId, undefined));
    expect(read.days[0]!.entries[0]!.sentence).toMatch(
      new RegExp(`^The end of shared work was set for the turn of .*, agreed with ${name}\\.$`),
    );
  });

  test('a practice admin closes it when the care team can’t be reached, and is told “Closed.” whatever it was before', async () => {
    const admin = async (work: AtWork) => (await makeStaff(database.owner, work.practice, ['practiceAdmin'])).token;
    const open = await openWork();
    const ended = await openWork();
    const over = await openWork();
    await endShared(ended.work);
    await asActor(over.work.therapist.token, (tx) =>
      endWork(tx, endWorkInput.parse({ coupleId: over.work.couple.coupleId, reason: 'other', summary: 'Done' })),
    );
    await endShared(open.work, 20);
    for (const { work } of [open, ended, over])
      expect(await closeAsAdmin(work, await admin(work))).toEqual({ message: 'Closed.' });
    expect(await closeAsAdmin(open.work, await admin(open.work))).toEqual({ message: 'Closed.' });
    await nextDay(open.work);
    expect(await bothSee(open.work, open.shared)).toEqual(['closed', 'closed']);
    expect(await areApart(open.work)).toEqual([true, true]);
    const plan = await asActor(open.work.therapist.token, (tx) => readCouplePlan(tx, open.work.couple.coupleId));
    expect(plan.sharedEnd).toMatchObject({ agreedWith: null, isInForce: true });
    for (const token of [open.work.therapist.token, open.work.couple.second.token])
      await expect(closeAsAdmin(open.work, token)).rejects.toMatchObject({ name: 'NotFound' });
  });

  test('rule 13: that the practice closed it is a line on Today of the care team until one of them has looked', async () => {
    const { work } = await openWork();
    const { coupleId } = work.couple;
    const admin = await makeStaff(database.owner, work.practice, ['practiceAdmin']);
    const colleague = await makeStaff(database.owner, work.practice);
    await database.owner.query(
      `insert into care_team_members (practice_id, couple_id, staff_member_id, part, from_on) values ($1, $2, $3, 'coTherapist', '2000-01-01')`,
      [work.practice.practiceId, coupleId, colleague.staffMemberId],
    );
    const told = async ({ token }: { token: string }) =>
      (await asActor(token, readToday)).closed.map((line) => [line.coupleId, line.at instanceof Date]);
    await endShared(work, 20);
    expect(await told(work.therapist)).toEqual([]);
    await closeAsAdmin(work, admin.token);
    await closeAsAdmin(work, admin.token);
    for (const one of [work.therapist, colleague]) expect(await told(one)).toEqual([[coupleId, true]]);
    const look = async ({ token }: { token: string }) => {
      const { sharedEnd } = await asActor(token, (tx) => readCouplePlan(tx, coupleId));
      await asActor(token, (tx) => lookAtClosing(tx, coupleId, sharedEnd));
    };
    await look(colleague);
    for (const one of [work.therapist, colleague]) expect(await told(one)).toEqual([]);
    const { rows } = await database.owner.query(
      'select closed_by, seen_by from practice_closings where couple_id = $1',
      [coupleId],
    );
    expect(rows).toEqual([{ closed_by: admin.staffMemberId, seen_by: colleague.staffMemberId }]);
  });

  test('rule 13: who takes shared work up again has looked as well', async () => {
    const { work } = await openWork();
    const admin = await makeStaff(database.owner, work.practice, ['practiceAdmin']);
    await closeAsAdmin(work, admin.token);
    expect((await asActor(work.therapist.token, readToday)).closed).toHaveLength(1);
    await resume(work);
    expect((await asActor(work.therapist.token, readToday)).closed).toEqual([]);
  });
});
