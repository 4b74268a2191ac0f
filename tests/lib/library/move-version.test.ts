// An assignment keeps its version and is moved by choice: what each said yes to was the old words, so both are asked anew.
import { beforeAll, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { NotFound } from '@/lib/errors';
import { readMyDay } from '@/lib/my-day/open-my-day';
import { assignStep } from '@/lib/plan/assign-step';
import { readAssign } from '@/lib/plan/read-assign';
import { readCouplePlan } from '@/lib/plan/read-couple-plan';
import { assignStepInput } from '@/lib/plan/schema';
import { useFreshDatabase } from '../../support/database';
import {
  act,
  answer,
  assign,
  type AtWork,
  beginWork,
  bothSee,
  markDone,
  nextDay,
  refusalOf,
  sees,
  stepIdOf,
  withoutRestDays,
} from '../plan/plan-in-test';
import { edit } from './library-in-test';

const database = useFreshDatabase();
beforeAll(() => withoutRestDays(database.owner));

const LINE = 'An hour with the window open.';

/** A step that is open for both, and then edited in the library. */
async function openAndEdited(): Promise<{ work: AtWork; old: string; stepId: string }> {
  const work = await beginWork(database.owner);
  await markDone(work, 'S02');
  const old = await assign(work, 'S06', { line: 'As we said.' });
  await nextDay(work);
  for (const partner of work.couple.partners) await answer(partner, old);
  await nextDay(work);
  expect(await bothSee(work, old)).toEqual(['open', 'open']);
  const stepId = await stepIdOf(work, 'S06');
  await edit(work.therapist, stepId, (form) => (form.why = LINE));
  return { work, old, stepId };
}

const plan = (work: AtWork) => asActor(work.therapist.token, (tx) => readCouplePlan(tx, work.couple.coupleId));
const onPlan = async (work: AtWork, id: string) =>
  (await plan(work)).stages.flatMap(({ steps }) => steps).find((step) => step.id === id);

const assigning = async (work: AtWork, search: Record<string, string>) =>
  (await asActor(work.therapist.token, (tx) => readAssign(tx, work.couple.coupleId, search))).assigning!;

/** Sends the form as it was filled. */
async function send(work: AtWork, shown: Awaited<ReturnType<typeof assigning>>): Promise<string> {
  const input = assignStepInput.parse({
    coupleId: work.couple.coupleId,
    stepId: shown.stepId,
    versionId: shown.versionId,
    replaces: shown.replaces?.id,
    rhythm: { kind: 'once' },
    minutes: { min: String(shown.minutes.min), max: String(shown.minutes.max) },
    own: shown.own,
    line: shown.line,
    opensWhenBothYes: 'yes',
  });
  const { redirectTo } = await asActor(work.therapist.token, (tx) => assignStep(tx, input));
  return redirectTo!.split('#step-')[1]!;
}

test('a new version is offered beside the step, and changes nothing for the couple by itself', async () => {
  const { work, old, stepId } = await openAndEdited();
  expect((await onPlan(work, old))!.newer).toEqual({
    version: 2,
    href: `/couples/${work.couple.coupleId}/assign?step=${stepId}&from=${old}&version=newest`,
  });
  await nextDay(work);
  expect(await bothSee(work, old)).toEqual(['open', 'open']);
});

test('where only staff’s words changed, no move is offered: there is nothing to be asked anew', async () => {
  const work = await beginWork(database.owner);
  await markDone(work, 'S02');
  const id = await assign(work, 'S06');
  await edit(work.therapist, await stepIdOf(work, 'S06'), (form) => {
    form.purpose = 'Only for staff.';
    form.cautions.push('A caution more.');
  });
  expect((await onPlan(work, id))!.newer).toBeNull();
});

test('moved, both are asked anew from the next turn, with the same terms; until then nothing changes', async () => {
  const { work, old, stepId } = await openAndEdited();
  const shown = await assigning(work, { step: stepId, from: old, version: 'newest' });
  expect(shown.moves).toMatchObject({ from: 1, now: [`Why: ${LINE}`] });
  expect(shown.line).toBe('As we said.');
  const moved = await send(work, shown);
  expect(await bothSee(work, old)).toEqual(['open', 'open']);
  await nextDay(work);
  expect(await bothSee(work, old)).toEqual(['closed', 'closed']);
  expect(await bothSee(work, moved)).toEqual(['asked', 'asked']);
  const day = await asActor(work.couple.first.token, readMyDay);
  expect(day.units.find(({ assignmentId }) => assignmentId === moved)).toMatchObject({
    why: LINE,
    line: 'As we said.',
  });
  expect((await onPlan(work, moved))!.newer).toBeNull();
});

test('a change of the conditions alone keeps the version', async () => {
  const { work, old, stepId } = await openAndEdited();
  const shown = await assigning(work, { step: stepId, from: old });
  expect([shown.version, shown.moves, shown.why === LINE]).toEqual([1, null, false]);
  const changed = await send(work, { ...shown, line: 'In the kitchen.' });
  expect((await onPlan(work, changed))!.newer?.version).toBe(2);
});

test('what was on hold stays on hold when it is moved', async () => {
  const { work, old, stepId } = await openAndEdited();
  await act(work, old, 'hold');
  const moved = await send(work, await assigning(work, { step: stepId, from: old, version: 'newest' }));
  await nextDay(work);
  for (const partner of work.couple.partners) await answer(partner, moved);
  await nextDay(work);
  expect(await sees(work.couple.first, moved)).toBe('closed');
});

test('what was read is what is assigned: a step edited meanwhile is refused, and a version of elsewhere', async () => {
  const { stepId } = await openAndEdited();
  const other = await beginWork(database.owner);
  await markDone(other, 'S02');
  const shown = await assigning(other, { step: await stepIdOf(other, 'S06') });
  await edit(other.therapist, shown.stepId, (form) => (form.why = LINE));
  expect(await refusalOf(send(other, shown))).toContain('edited while you were looking');
  await expect(send({ ...other }, { ...shown, stepId })).rejects.toThrow(NotFound);
});
