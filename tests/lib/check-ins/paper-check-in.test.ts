// A check-in given on paper, entered by staff in a meeting alone.
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { enterPaperCheckIn } from '@/lib/check-ins/enter-paper-check-in';
import { readPaperPage } from '@/lib/check-ins/read-paper-check-in';
import { readTimeline } from '@/lib/check-ins/read-timeline';
import { paperCheckInInput } from '@/lib/check-ins/schema';
import { sendCheckIn } from '@/lib/check-ins/send-check-in';
import { NotFound } from '@/lib/errors';
import { settleFlag } from '@/lib/flags/settle-flag';
import { useFreshDatabase } from '../../support/database';
import { bytesOf, dayOf, eventsOf, flagsOf, openSealed } from '../../support/partner-day';
import { makeSignIn, makeStaff, type PartnerInTest, type StaffInTest } from '../../support/people';
import { answer, assign, type AtWork, beginWork, markDone, nextDay, withoutRestDays, YES } from '../plan/plan-in-test';

const database = useFreshDatabase();
beforeAll(() => withoutRestDays(database.owner));

/** Both said yes to a step, and it is open. */
async function withOpenStep() {
  const work = await beginWork(database.owner);
  await markDone(work, 'S16', 'S15');
  const step = await assign(work, 'S12');
  await nextDay(work);
  for (const partner of work.couple.partners) await answer(partner, step, YES);
  await nextDay(work);
  const { day } = await dayOf(work.couple.first);
  return { work, step, day };
}

function enter(
  work: AtWork,
  of: { partner: PartnerInTest; step: string; on: string; answers: Record<string, string>; unit?: string },
  by: StaffInTest | PartnerInTest = work.therapist,
) {
  const { partner, step, on, answers, unit = 'whole' } = of;
  const { coupleId } = work.couple;
  const input = paperCheckInInput.parse({
    coupleId,
    partnerId: partner.partnerId,
    assignmentId: step,
    unit,
    on,
    answers,
  });
  return asActor(by.token, (tx) => enterPaperCheckIn(tx, input));
}

const rowsOf = async (work: AtWork) =>
  (
    await work.owner.query(`select *, "on"::text as "on" from check_ins where couple_id = $1 order by sent_at`, [
      work.couple.coupleId,
    ])
  ).rows;

describe('a check-in on paper', () => {
  test('asks what the portal asks, in its order, but for sharing with the other', async () => {
    for (const code of ['S12', 'S24', 'S03']) {
      const work = await beginWork(database.owner);
      await markDone(work, 'S15', 'S16');
      const step = await assign(work, code, {
        waiver: 'For this test, set aside what comes before.',
        isImmediate: 'yes',
      });
      const { units } = await dayOf(work.couple.first);
      const asked = units.filter(({ assignmentId }) => assignmentId === step);
      expect(asked.length, code).toBeGreaterThan(0);
      for (const { unit, checkIn } of asked) {
        const page = await asActor(work.therapist.token, (tx) =>
          readPaperPage(tx, work.couple.coupleId, { partner: work.couple.first.partnerId, of: step, unit }),
        );
        expect(page.kind === 'form' && page.place.questions, `${code} ${unit}`).toEqual(
          checkIn.filter(({ id }) => id !== 'reflectionFor'),
        );
      }
    }
  });

  test('is sealed as that partner’s own, under what they agreed to, and says who entered it', async () => {
    const { work, step, day } = await withOpenStep();
    const { first } = work.couple;
    const answers = { comfort: '7', freeToStop: 'Yes', hardToSayOrHear: 'A little' };
    await expect(enter(work, { partner: first, step, on: day, answers })).resolves.toEqual({
      redirectTo: `/couples/${work.couple.coupleId}/check-ins`,
    });
    const [row] = await rowsOf(work);
    expect(row).toMatchObject({
      partner_id: first.partnerId,
      on: day,
      comfort: 7,
      policy: 'limitedSecrets',
      entered_by: work.therapist.staffMemberId,
    });
    const { occasions } = await asActor(work.therapist.token, (tx) => readTimeline(tx, work.couple.coupleId));
    expect(occasions[0]!.lanes.map(({ enteredBy }) => enteredBy)).toEqual([expect.any(String), null]);
    const { rows } = await work.owner.query(
      `select 1 from audit_events where act = 'recorded' and record_kind = 'checkIn' and record_id = $1 and concerns_partner_id = $2`,
      [row.id, first.partnerId],
    );
    expect(rows).toHaveLength(1);
  });

  test('keeps its texts under that partner’s own key', async () => {
    const work = await beginWork(database.owner);
    await markDone(work, 'S15', 'S16');
    const step = await assign(work, 'S24', { waiver: 'For this test, set aside what comes before.' });
    const { first } = work.couple;
    const { day } = await dayOf(first);
    await enter(work, { partner: first, step, on: day, answers: { comfort: '6', reflection: 'Cool linen.' } });
    const [row] = await rowsOf(work);
    const at = { ...work, first, second: work.couple.second };
    const texts = await openSealed(first, at, {
      table: 'check_ins',
      column: 'texts',
      rowId: row.id,
      sealed: row.texts,
    });
    expect(JSON.parse(texts)).toEqual({ reflection: 'Cool linen.' });
    expect((await dayOf(work.couple.second)).words).toEqual([]);
  });

  test('rule 11: raises the same flags and the same hold as one sent from the portal', async () => {
    const { work, step, day } = await withOpenStep();
    const { first, second } = work.couple;
    for (const answers of [{ comfort: '2' }, { comfort: '3', freeToStop: 'No', contactMe: 'Yes' }] as Record<
      string,
      string
    >[]) {
      await enter(work, { partner: first, step, on: day, answers });
      await asActor(second.token, (tx) => sendCheckIn(tx, { assignmentId: step, unit: 'whole', answers }));
    }
    const raised = await flagsOf(work.owner, second);
    expect(raised).toContain('safety freeToStop');
    expect(raised).toContain('review comfort');
    expect(await flagsOf(work.owner, first)).toEqual(raised);
    const { rows } = await work.owner.query(
      `select staff_member_id from plan_events where partner_id = $1 and kind = 'safetyRaised'`,
      [first.partnerId],
    );
    expect(rows).toEqual([{ staff_member_id: work.therapist.staffMemberId }]);
    expect(await eventsOf(work.owner, second)).toContain('safetyRaised');
  });

  test('shows nowhere in the portal: not to the one who gave it, nor to the other, that day or later', async () => {
    const { work, step, day } = await withOpenStep();
    const { first, second } = work.couple;
    const before = [await bytesOf(first), await bytesOf(second)];
    await enter(work, { partner: first, step, on: day, answers: { comfort: '4', contactMe: 'Yes' } });
    expect([await bytesOf(first), await bytesOf(second)]).toEqual(before);
    const flagIds = (await work.owner.query('select id from flags where couple_id = $1', [work.couple.coupleId])).rows;
    expect(flagIds).toHaveLength(1);
    await asActor(work.therapist.token, (tx) =>
      settleFlag(tx, { coupleId: work.couple.coupleId, flagIds: flagIds.map(({ id }) => id), outcome: 'talked' }),
    );
    await nextDay(work);
    const token = await makeSignIn(work.owner, first.accountId, work.practice, { partnerId: first.partnerId });
    expect((await dayOf({ ...first, token })).hasAnswer).toBe(false);
  });

  test('with a worried answer closes what is shared at the turn, for both, and not before', async () => {
    const { work, step, day } = await withOpenStep();
    const { first, second } = work.couple;
    const before = [await bytesOf(first), await bytesOf(second)];
    await enter(work, { partner: first, step, on: day, answers: { freeToStop: 'No' } });
    expect([await bytesOf(first), await bytesOf(second)]).toEqual(before);
    await nextDay(work);
    for (const partner of [first, second]) expect((await dayOf(partner)).units).toEqual([]);
  });

  test('may be about an earlier day since it was assigned, and of a step that is done; not about a day to come', async () => {
    const { work, step, day } = await withOpenStep();
    const { first: partner } = work.couple;
    await nextDay(work, 5);
    await enter(work, { partner, step, on: day, answers: { comfort: '5' } });
    expect((await rowsOf(work)).map(({ on }) => on)).toEqual([day]);
    for (const on of ['2020-01-01', '2099-01-01'])
      await expect(enter(work, { partner, step, on, answers: { comfort: '5' } })).rejects.toMatchObject({
        name: 'Refusal',
        fields: { on: expect.stringContaining('day') },
      });
    await expect(enter(work, { partner, step, on: day, answers: {} })).rejects.toMatchObject({ name: 'Refusal' });
    await expect(enter(work, { partner, step, on: day, answers: { comfort: '11' } })).rejects.toMatchObject({
      fields: { 'answers.comfort': expect.any(String) },
    });
    expect(await rowsOf(work)).toHaveLength(1);
  });

  test('is entered by the care team alone, of a partner and a step of that couple', async () => {
    const { work, step, day } = await withOpenStep();
    const other = await beginWork(database.owner);
    const { first, second } = work.couple;
    const of = { partner: first, step, on: day, answers: { comfort: '5' } };
    const outside = await makeStaff(database.owner, work.practice, ['therapist', 'practiceAdmin', 'scheduler']);
    for (const by of [outside, other.therapist, first, second])
      await expect(enter(work, of, by)).rejects.toThrow(NotFound);
    for (const wrong of [{ partner: other.couple.first }, { unit: 'alone' }, { step: other.couple.coupleId }])
      await expect(enter(work, { ...of, ...wrong })).rejects.toThrow(NotFound);
    expect(await rowsOf(work)).toEqual([]);
  });
});
