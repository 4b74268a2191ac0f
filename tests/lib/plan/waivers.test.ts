// A requirement of the program set aside with a written reason: what may be waived, what never is, and who ever reads it.
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { readMyDay } from '@/lib/my-day/open-my-day';
import { readAssign } from '@/lib/plan/read-assign';
import { readCouplePlan } from '@/lib/plan/read-couple-plan';
import { waiveInput } from '@/lib/plan/schema';
import { waiveRequirement } from '@/lib/plan/waive-requirement';
import { useFreshDatabase } from '../../support/database';
import {
  act,
  actOnWhole,
  answer,
  assign,
  type AtWork,
  beginWork,
  bothSee,
  markDone,
  nextDay,
  refusalOf,
  stepIdOf,
  withoutRestDays,
  YES_ALONE,
} from './plan-in-test';

const database = useFreshDatabase();
beforeAll(() => withoutRestDays(database.owner));

const REASON = 'They did this with an earlier therapist.';

const stepOnPlan = async (work: AtWork, id: string) => {
  const plan = await asActor(work.therapist.token, (tx) => readCouplePlan(tx, work.couple.coupleId));
  return plan.stages.flatMap(({ steps }) => steps).find((step) => step.id === id)!;
};
const waive = (work: AtWork, assignmentId: string, unit: string, waiver = REASON) =>
  asActor(work.therapist.token, (tx) =>
    waiveRequirement(tx, waiveInput.parse({ coupleId: work.couple.coupleId, assignmentId, unit, waiver })),
  );

describe('assigning a step whose requirement is not met', () => {
  test('is refused without a written reason, at the field that asks for it', async () => {
    const work = await beginWork(database.owner);
    await expect(assign(work, 'S17')).rejects.toMatchObject({
      message: expect.stringContaining('to be done first'),
      fields: { waiver: expect.any(String) },
    });
    expect(await refusalOf(assign(work, 'S17', { waiver: '   ' }))).toContain('to be done first');
  });

  test('is done with one, and the reason stands in the record with its author', async () => {
    const work = await beginWork(database.owner);
    const id = await assign(work, 'S17', { waiver: REASON });
    const { waivers } = await stepOnPlan(work, id);
    expect(waivers.map(({ reason }) => reason)).toEqual([REASON, REASON]);
    expect(waivers.map(({ by }) => by)).toEqual([
      expect.stringContaining('Tess Example'),
      expect.stringContaining('Tess Example'),
    ]);
    expect(waivers.map(({ requirement }) => requirement).join()).not.toMatch(/S\d\d/);
    const found = await work.owner.query(
      `select (select count(*)::int from audit_events where act = 'waived' and couple_id = $1) as audited,
              (select bool_or(position(convert_to($2, 'UTF8') in reason) > 0) from waivers where couple_id = $1) as is_readable`,
      [work.couple.coupleId, REASON],
    );
    expect(found.rows[0]).toEqual({ audited: 2, is_readable: false });
  });

  test('the page asks for the reason only where nothing else is missing', async () => {
    const work = await beginWork(database.owner, { isMet: false });
    const step = await stepIdOf(work, 'S17');
    const page = () => asActor(work.therapist.token, (tx) => readAssign(tx, work.couple.coupleId, { step }));
    expect((await page()).assigning).toMatchObject({ waiver: null });
    const met = await beginWork(database.owner);
    const asked = await asActor(met.therapist.token, async (tx) =>
      readAssign(tx, met.couple.coupleId, { step: await stepIdOf(met, 'S17') }),
    );
    expect(asked.assigning).toMatchObject({ waiver: { reason: '' } });
  });

  test('no reason stands in for a meeting alone', async () => {
    const work = await beginWork(database.owner, { isMet: false });
    expect(await refusalOf(assign(work, 'S17', { waiver: REASON }))).toContain('been met alone');
    const alone = await beginWork(database.owner, { isMet: false });
    expect(await refusalOf(assign(alone, 'S04', { waiver: REASON }))).toContain('No meeting alone');
    const { rows } = await work.owner.query('select from waivers where couple_id = any ($1)', [
      [work.couple.coupleId, alone.couple.coupleId],
    ]);
    expect(rows).toHaveLength(0);
  });

  test('a reason that nothing asked for leaves no row', async () => {
    const work = await beginWork(database.owner);
    const id = await assign(work, 'S01', { waiver: REASON });
    expect((await stepOnPlan(work, id)).waivers).toEqual([]);
  });

  test('the two find nothing of it: the same day as one whose requirements were met', async () => {
    const waived = await beginWork(database.owner);
    const met = await beginWork(database.owner);
    await markDone(met, 'S01');
    const inWaived = await assign(waived, 'S02', { waiver: REASON });
    const inMet = await assign(met, 'S02');
    await nextDay(waived);
    const unitOf = async (work: AtWork, id: string) => {
      const day = await asActor(work.couple.first.token, readMyDay);
      return JSON.stringify(day.units.find(({ assignmentId }) => assignmentId === id)).replaceAll(id, 'id');
    };
    expect(await unitOf(waived, inWaived)).toBe(await unitOf(met, inMet));
  });
});

describe('releasing what still waits for another step', () => {
  test('a waiver opens nothing by itself, and the release then stands on it', async () => {
    const work = await beginWork(database.owner);
    await markDone(work, 'S05');
    const id = await assign(work, 'S10');
    await nextDay(work);
    for (const partner of [work.couple.first, work.couple.second]) await answer(partner, id, undefined, 'together');
    expect(await refusalOf(act(work, id, 'release.together'))).toContain('to be done first');
    expect((await stepOnPlan(work, id)).units.find(({ unit }) => unit === 'together')?.unmet).toContain('to be done');
    expect(() => waiveInput.parse({ coupleId: work.couple.coupleId, assignmentId: id, unit: 'together' })).toThrow(
      'Write why',
    );
    await waive(work, id, 'together');
    await nextDay(work);
    expect(await bothSee(work, id, 'together')).not.toContain('open');
    await act(work, id, 'release.together');
    await nextDay(work);
    expect(await bothSee(work, id, 'together')).toEqual(['open', 'open']);
    expect(await refusalOf(waive(work, id, 'together'))).toContain('Nothing can be waived');
  });

  test('neither a hold nor a missing yes can be waived', async () => {
    const work = await beginWork(database.owner);
    const id = await assign(work, 'S10');
    await nextDay(work);
    await answer(work.couple.first, id, YES_ALONE, 'alone');
    await actOnWhole(work, 'hold');
    expect(await refusalOf(waive(work, id, 'together'))).toContain('Nothing can be waived');
    await actOnWhole(work, 'liftHold');
    await waive(work, id, 'together');
    await act(work, id, 'release.together');
    await nextDay(work);
    expect(await bothSee(work, id, 'together')).not.toContain('open');
  });
});

test('a waiver is never changed or taken away, by anyone', async () => {
  const work = await beginWork(database.owner);
  await assign(work, 'S02', { waiver: REASON });
  await expect(work.owner.query(`update waivers set requirement = 'S09'`)).rejects.toThrow('only ever added');
  await expect(work.owner.query('delete from waivers')).rejects.toThrow('only ever added');
});
