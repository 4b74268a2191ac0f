// A step in the therapist's own words: whose it is, and that it asks, waits and opens like any other.
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { NotFound } from '@/lib/errors';
import { readMyDay } from '@/lib/my-day/open-my-day';
import { ownStepInput } from '@/lib/own-steps/schema';
import { writeOwnStep } from '@/lib/own-steps/write-own-step';
import { assignStep } from '@/lib/plan/assign-step';
import { readAssign } from '@/lib/plan/read-assign';
import { readCouplePlan } from '@/lib/plan/read-couple-plan';
import { assignStepInput } from '@/lib/plan/schema';
import { readLibrary, readStep } from '@/lib/program/read-library';
import { useFreshDatabase } from '../../support/database';
import { makeCouple, makeStaff } from '../../support/people';
import {
  act,
  answer,
  type AtWork,
  beginWork,
  bothSee,
  nextDay,
  refusalOf,
  withoutRestDays,
} from '../plan/plan-in-test';

const database = useFreshDatabase();
beforeAll(() => withoutRestDays(database.owner));

const WORDS = {
  title: 'An evening by the lake',
  why: 'A place that belongs to both of you.',
  instructions: 'Choose a day.\n\n  Walk to the lake.\nSay one thing you saw.',
  mode: 'together',
  intensity: '1',
  stage: '2',
};

async function write(work: AtWork, words: Record<string, unknown> = {}): Promise<string> {
  const input = ownStepInput.parse({ coupleId: work.couple.coupleId, ...WORDS, ...words });
  const { redirectTo } = await asActor(work.therapist.token, (tx) => writeOwnStep(tx, input));
  return redirectTo!.split('step=')[1]!;
}

async function assignOwn(work: AtWork, stepId: string, sent: Record<string, unknown> = {}): Promise<string> {
  const input = assignStepInput.parse({
    coupleId: work.couple.coupleId,
    stepId,
    rhythm: { kind: 'once' },
    minutes: { min: '5', max: '10' },
    opensWhenBothYes: 'yes',
    ...sent,
  });
  const { redirectTo } = await asActor(work.therapist.token, (tx) => assignStep(tx, input));
  return redirectTo!.split('#step-')[1]!;
}

const faultOf = (words: Record<string, unknown>): string[] => {
  const parsed = ownStepInput.safeParse({ coupleId: crypto.randomUUID(), ...WORDS, ...words });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
};

describe('whose it is', () => {
  test('it stands in no library and on no other couple’s page, not even of the same therapist', async () => {
    const work = await beginWork(database.owner);
    const other = await makeCouple(database.owner, work.practice, work.therapist);
    const stepId = await write(work);
    await asActor(work.therapist.token, async (tx) => {
      expect(JSON.stringify(await readLibrary(tx, ''))).not.toContain(WORDS.title);
      expect(JSON.stringify(await readAssign(tx, other.coupleId, {}))).not.toContain(WORDS.title);
      const own = await readAssign(tx, work.couple.coupleId, {});
      expect(own.choosing?.own.map(({ title }) => title)).toEqual([WORDS.title]);
    });
    await expect(asActor(work.therapist.token, (tx) => readStep(tx, stepId))).rejects.toThrow(NotFound);
    await expect(
      asActor(work.therapist.token, (tx) => readAssign(tx, other.coupleId, { step: stepId })),
    ).rejects.toThrow(NotFound);
    await expect(assignOwn({ ...work, couple: other }, stepId)).rejects.toThrow(NotFound);
    await expect(write({ ...work, couple: other }, { stepId })).rejects.toThrow(NotFound);
  });

  test('a therapist outside the care team neither writes nor finds one', async () => {
    const work = await beginWork(database.owner);
    const stepId = await write(work);
    const outside = { ...work, therapist: await makeStaff(database.owner, work.practice) };
    await expect(write(outside)).rejects.toThrow(NotFound);
    await expect(write(outside, { stepId })).rejects.toThrow(NotFound);
    await expect(asActor(outside.therapist.token, (tx) => readStep(tx, stepId))).rejects.toThrow(NotFound);
  });
});

describe('on the plan', () => {
  test('both read its words on their day, are asked alone, and it opens as any step does', async () => {
    const work = await beginWork(database.owner);
    const id = await assignOwn(work, await write(work), { line: 'As we said.' });
    await nextDay(work);
    const day = await asActor(work.couple.second.token, readMyDay);
    expect(day.units.find(({ assignmentId }) => assignmentId === id)).toMatchObject({
      state: 'asked',
      title: WORDS.title,
      why: WORDS.why,
      instructions: ['Choose a day.', 'Walk to the lake.', 'Say one thing you saw.'],
    });
    for (const partner of work.couple.partners) await answer(partner, id);
    await nextDay(work);
    expect(await bothSee(work, id)).toEqual(['open', 'open']);
    await act(work, id, 'finish.whole');
    const plan = await asActor(work.therapist.token, (tx) => readCouplePlan(tx, work.couple.coupleId));
    expect(plan.done.map(({ title }) => title)).toEqual([WORDS.title]);
  });

  test('from intensity 3 on it is asked every week, comes after the boundaries, and is released', async () => {
    const work = await beginWork(database.owner);
    const stepId = await write(work, { intensity: '4', stage: '4', hasTouch: 'yes' });
    expect(await refusalOf(assignOwn(work, stepId))).toContain('to be done first');
    const id = await assignOwn(work, stepId, { waiver: 'Agreed in the room.' });
    const { rows } = await work.owner.query(
      'select consent_every, needs_release, opens_when_both_yes from assignments where id = $1',
      [id],
    );
    expect(rows).toEqual([{ consent_every: 'week', needs_release: true, opens_when_both_yes: false }]);
  });

  test('intensity 5 needs written limits, like every step of that intensity', async () => {
    const work = await beginWork(database.owner);
    const stepId = await write(work, { intensity: '5', stage: '5' });
    expect(await refusalOf(assignOwn(work, stepId, { waiver: 'Agreed.' }))).toContain('limits that you write');
  });

  test('new words leave what is assigned as it was', async () => {
    const work = await beginWork(database.owner);
    const stepId = await write(work);
    const id = await assignOwn(work, stepId);
    await write(work, { stepId, title: 'By the river', stage: '0' });
    await nextDay(work);
    const day = await asActor(work.couple.first.token, readMyDay);
    expect(day.units.find(({ assignmentId }) => assignmentId === id)?.title).toBe(WORDS.title);
    const page = await asActor(work.therapist.token, (tx) => readAssign(tx, work.couple.coupleId, { step: stepId }));
    expect(page.assigning?.title).toBe('By the river');
  });
});

describe('what is typed', () => {
  test('is refused at its field when it is empty, too long or does not fit', () => {
    expect(faultOf({})).toEqual([]);
    expect(faultOf({ title: ' ' })).toEqual(['title']);
    expect(faultOf({ title: 'x'.repeat(81) })).toEqual(['title']);
    expect(faultOf({ why: 'x'.repeat(121) })).toEqual(['why']);
    expect(faultOf({ instructions: ' \n ' })).toEqual(['instructions']);
    expect(faultOf({ instructions: 'abcdefghijk'.split('').join('\n') })).toEqual(['instructions']);
    expect(faultOf({ instructions: 'Walk.\nWalk.' })).toEqual(['instructions']);
    expect(faultOf({ instructions: 'x'.repeat(401) })).toEqual(['instructions']);
    expect(faultOf({ intensity: '6' })).toEqual(['intensity']);
    expect(faultOf({ hasTouch: 'yes' })).toEqual(['intensity']);
    expect(faultOf({ hasTouch: 'yes', mode: 'alone', intensity: '2' })).toEqual(['hasTouch']);
  });

  test('a stage that the program does not have, or an intensity too high for it, is refused', async () => {
    const work = await beginWork(database.owner);
    expect(await refusalOf(write(work, { stage: '9' }))).toContain('Choose a stage');
    expect(await refusalOf(write(work, { stage: '1', intensity: '3' }))).toContain('later stage');
  });
});
