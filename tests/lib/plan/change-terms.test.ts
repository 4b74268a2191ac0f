// Conditions after the assignment: merged for both (rule 4), and given to one alone (rule 12).
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { NotFound } from '@/lib/errors';
import { readMyDay } from '@/lib/my-day/open-my-day';
import { changeOwnTerms, changeTerms } from '@/lib/plan/terms/change-terms';
import { readCouplePlan } from '@/lib/plan/read-couple-plan';
import { readTermsSheet } from '@/lib/plan/terms/read-terms';
import { changeOwnTermsInput, changeTermsInput } from '@/lib/plan/schema';
import { useFreshDatabase } from '../../support/database';
import { makeStaff, type PartnerInTest } from '../../support/people';
import {
  act,
  answer,
  assign,
  type AtWork,
  beginWork,
  bothSee,
  markDone,
  nextDay,
  sees,
  stepIdOf,
  withoutRestDays,
  YES,
} from './plan-in-test';

const database = useFreshDatabase();
beforeAll(() => withoutRestDays(database.owner));

const merge = (work: AtWork, assignmentId: string, conditions: string, by = work.therapist.token) =>
  asActor(by, (tx) =>
    changeTerms(tx, changeTermsInput.parse({ coupleId: work.couple.coupleId, assignmentId, conditions })),
  );
const giveOne = (
  work: AtWork,
  assignmentId: string,
  partner: PartnerInTest,
  given: { adaptations?: string[]; own?: string },
) =>
  asActor(work.therapist.token, (tx) =>
    changeOwnTerms(
      tx,
      changeOwnTermsInput.parse({
        coupleId: work.couple.coupleId,
        assignmentId,
        partnerId: partner.partnerId,
        ...given,
      }),
    ),
  );
const unitOf = async (partner: PartnerInTest, assignmentId: string) => {
  const day = await asActor(partner.token, readMyDay);
  return day.units.find((one) => one.assignmentId === assignmentId);
};
const sheetOf = (work: AtWork, assignmentId: string) =>
  asActor(work.therapist.token, (tx) => readTermsSheet(tx, { coupleId: work.couple.coupleId, assignmentId }));
const stepOnPlan = async (work: AtWork, assignmentId: string) => {
  const plan = await asActor(work.therapist.token, (tx) => readCouplePlan(tx, work.couple.coupleId));
  return plan.stages.flatMap(({ steps }) => steps).find(({ id }) => id === assignmentId)!;
};

/** Everything a partner gets of a day, as one text. */
const bytesOf = async (partner: PartnerInTest) => JSON.stringify(await asActor(partner.token, readMyDay));

describe('rule 4: changes and leave-outs wait for the therapist', () => {
  test('rule 4: what is left out does not open a step, and is shown as not merged to the care team alone', async () => {
    const work = await beginWork(database.owner);
    await markDone(work, 'S15', 'S16');
    const step = await assign(work, 'S17');
    await nextDay(work);
    await answer(work.couple.first, step, { ...YES, leaveOut: 'Not my left shoulder' });
    await answer(work.couple.second, step);
    const before = await bytesOf(work.couple.second);
    expect((await stepOnPlan(work, step)).changes).toBe('unmerged');
    const sheet = await sheetOf(work, step);
    expect(sheet.changes.map(({ partner, standing }) => [partner.name, standing])).toEqual([
      ['Ada Example', 'unmerged'],
    ]);
    expect(sheet.changes[0]!.said.at(-1)!.answer).toBe('Not my left shoulder');
    expect(sheet.terms.conditions, 'nobody’s own words are filled in for both').toEqual([]);
    await nextDay(work);
    expect(await bothSee(work, step)).not.toContain('open');
    expect(before + (await bytesOf(work.couple.second))).not.toContain('shoulder');
  });

  test('rule 4: merged conditions reach both at the next turn, the same words for both, and both are asked anew', async () => {
    const work = await beginWork(database.owner);
    await markDone(work, 'S02');
    const step = await assign(work, 'S06');
    await nextDay(work);
    await answer(work.couple.first, step, { ...YES, wantThisWeek: 'Yes, with changes' });
    await answer(work.couple.second, step);
    await nextDay(work);
    const before = [await bytesOf(work.couple.first), await bytesOf(work.couple.second)];
    await merge(work, step, 'Lights on\n\nSitting, five minutes');
    expect([await bytesOf(work.couple.first), await bytesOf(work.couple.second)], 'until the turn').toEqual(before);
    expect((await stepOnPlan(work, step)).changes).toBe('merged');
    expect((await stepOnPlan(work, step)).termsFrom).toBe('From the next turn');
    await nextDay(work);
    expect(await bothSee(work, step)).toEqual(['asked', 'asked']);
    for (const partner of work.couple.partners) {
      const unit = await unitOf(partner, step);
      expect(unit!.conditions).toEqual(['Lights on', 'Sitting, five minutes']);
      expect(JSON.stringify(unit)).not.toContain('Example');
    }
    for (const partner of work.couple.partners) await answer(partner, step);
    await nextDay(work);
    expect(await bothSee(work, step), 'only the therapist reopens what was not a yes').toEqual(['closed', 'closed']);
    await act(work, step, 'release.whole');
    await nextDay(work);
    expect(await bothSee(work, step)).toEqual(['open', 'open']);
  });

  test('rule 4: a yes given on the day of the change was to the old conditions; a release goes on holding', async () => {
    const work = await beginWork(database.owner);
    await markDone(work, 'S15', 'S16');
    const step = await assign(work, 'S17');
    await nextDay(work);
    await merge(work, step, 'Ten minutes');
    for (const partner of work.couple.partners) await answer(partner, step);
    await act(work, step, 'release.whole');
    await nextDay(work);
    expect(await bothSee(work, step)).toEqual(['asked', 'asked']);
    for (const partner of work.couple.partners) await answer(partner, step);
    await nextDay(work);
    expect(await bothSee(work, step)).toEqual(['open', 'open']);
  });

  test('rule 4: consent holds for a week from intensity 3, and once below', async () => {
    const work = await beginWork(database.owner);
    await markDone(work, 'S15', 'S16', 'S02');
    const [weekly, once] = [await assign(work, 'S17'), await assign(work, 'S06')];
    await nextDay(work);
    for (const partner of work.couple.partners) for (const step of [weekly, once]) await answer(partner, step);
    await act(work, weekly, 'release.whole');
    await nextDay(work);
    expect([...(await bothSee(work, weekly)), ...(await bothSee(work, once))]).toEqual(Array(4).fill('open'));
    await nextDay(work, 6);
    expect(await bothSee(work, weekly)).toEqual(['asked', 'asked']);
    expect(await bothSee(work, once)).toEqual(['open', 'open']);
    const { rows } = await work.owner.query<{ intensity: number; every: string }>(
      `select (v.content ->> 'intensity')::int as intensity, v.content ->> 'consentEvery' as every from step_versions v
        where v.practice_id = $1 and v.content ->> 'mode' <> 'alone'`,
      [work.practice.practiceId],
    );
    for (const { intensity, every } of rows) expect(every).toBe(intensity >= 3 ? 'week' : 'once');
  });

  test('rule 4: nobody outside the care team merges, and a step that is done keeps its conditions', async () => {
    const work = await beginWork(database.owner);
    await markDone(work, 'S02');
    const step = await assign(work, 'S06');
    const outside = await makeStaff(work.owner, work.practice);
    for (const { token } of [outside, work.couple.first])
      await expect(merge(work, step, 'x', token)).rejects.toThrow(NotFound);
    await nextDay(work);
    await act(work, step, 'finish.whole');
    await expect(merge(work, step, 'x')).rejects.toThrow('its conditions stay');
  });
});

describe('rule 12: adaptations for one', () => {
  test('rule 12: what is for one alone stands on that person’s page from the next turn, and changes no byte of the other’s', async () => {
    const work = await beginWork(database.owner);
    const step = await assign(work, 'S01');
    await nextDay(work);
    const { first, second } = work.couple;
    const [mine, theirs] = [await bytesOf(first), await bytesOf(second)];
    await giveOne(work, step, first, { own: 'Feet on the floor before you begin' });
    expect(await bytesOf(first), 'until the turn').toBe(mine);
    expect(await bytesOf(second)).toBe(theirs);
    await nextDay(work);
    expect((await unitOf(first, step))!.own).toEqual(['Feet on the floor before you begin']);
    expect(await sees(first, step), 'nobody is asked anew').toBe('asked');
    const { day: _, ...after } = JSON.parse(await bytesOf(second)) as Record<string, unknown>;
    const { day: __, ...before } = JSON.parse(theirs) as Record<string, unknown>;
    expect(after).toEqual(before);
    await giveOne(work, step, first, { own: '' });
    await nextDay(work);
    expect((await unitOf(first, step))!.own).toEqual([]);
  });

  test('rule 12: chosen while assigning they come with the step, and only what the step has for one may be chosen', async () => {
    const work = await beginWork(database.owner);
    const content = await work.owner.query<{ content: { adaptations: { for: string; text: string }[] } }>(
      'select v.content from step_versions v where v.step_id = $1',
      [await stepIdOf(work, 'S01')],
    );
    const { adaptations } = content.rows[0]!.content;
    const forOne = adaptations.findIndex((one) => one.for === 'one');
    expect(forOne).toBeGreaterThanOrEqual(0);
    const step = await assign(work, 'S01', {
      isImmediate: 'yes',
      forOne: { [work.couple.second.partnerId]: { adaptations: adaptations.map((_, at) => String(at)) } },
    });
    expect((await unitOf(work.couple.second, step))!.own).toEqual(
      adaptations.filter((one) => one.for === 'one').map(({ text }) => text),
    );
    expect((await unitOf(work.couple.first, step))!.own).toEqual([]);
    expect((await stepOnPlan(work, step)).own.map(({ name }) => name)).toEqual(['Bo Sample']);
    const kept = await work.owner.query<{ words: Buffer }>('select words from own_terms where assignment_id = $1', [
      step,
    ]);
    expect(kept.rows[0]!.words.toString('latin1')).not.toContain(adaptations[forOne]!.text.slice(0, 12));
  });

  test('rule 12: nothing is given to someone else’s partner', async () => {
    const [work, elsewhere] = [await beginWork(database.owner), await beginWork(database.owner)];
    const step = await assign(work, 'S01');
    await expect(giveOne(work, step, elsewhere.couple.first, { own: 'x' })).rejects.toThrow(NotFound);
    const given = { forOne: { [work.couple.first.partnerId]: { own: 'x' } } };
    await expect(assign(elsewhere, 'S01', given)).rejects.toThrow(NotFound);
  });
});
