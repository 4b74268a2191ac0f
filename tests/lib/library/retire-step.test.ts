// A retired step is offered no more, stays where it is assigned, and can be brought back; an earlier version stays readable.
import { beforeAll, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { NotFound } from '@/lib/errors';
import { readOutlineForm, readStepForm } from '@/lib/library/read-step-form';
import { standStep } from '@/lib/library/retire-step';
import { savePaths } from '@/lib/library/save-outline';
import { readAssign } from '@/lib/plan/read-assign';
import { readCouplePlan } from '@/lib/plan/read-couple-plan';
import { readLibrary, readStep } from '@/lib/program/read-library';
import { readRoom } from '@/lib/room/read-room';
import { useFreshDatabase } from '../../support/database';
import { makeStaff } from '../../support/people';
import {
  act,
  assign,
  type AtWork,
  beginWork,
  bothSee,
  markDone,
  nextDay,
  refusalOf,
  stepIdOf,
  withoutRestDays,
} from '../plan/plan-in-test';
import { edit, faultsOf } from './library-in-test';

const database = useFreshDatabase();
let work: AtWork;
beforeAll(async () => {
  await withoutRestDays(database.owner);
  work = await beginWork(database.owner);
});

const stand = async (code: string, isRetired: 'yes' | 'no', who = work.therapist) => {
  const stepId = await stepIdOf(work, code);
  return asActor(who.token, (tx) => standStep(tx, { stepId, isRetired }));
};
const view = async (code: string, version?: string) => {
  const stepId = await stepIdOf(work, code);
  return asActor(work.therapist.token, (tx) => readStep(tx, stepId, version));
};
const assignPage = (search: Record<string, string>) =>
  asActor(work.therapist.token, (tx) => readAssign(tx, work.couple.coupleId, search));
const offered = async () =>
  (await assignPage({})).choosing!.stages.flatMap(({ steps }) => steps.map(({ stepId }) => stepId));

test('a retired step is offered no more, anywhere, and refused if it is asked for all the same', async () => {
  const stepId = await stepIdOf(work, 'S32');
  const { title } = await view('S32');
  expect(await offered()).toContain(stepId);
  await stand('S32', 'yes');
  expect(await offered()).not.toContain(stepId);
  const room = await asActor(work.therapist.token, (tx) => readRoom(tx, work.couple.coupleId, { q: title }));
  expect(room.found.map((found) => found.stepId)).not.toContain(stepId);
  const library = await asActor(work.therapist.token, (tx) => readLibrary(tx, ''));
  expect(library.stages.flatMap(({ steps }) => steps.map((step) => step.stepId))).not.toContain(stepId);
  expect(library.retired.map((step) => step.stepId)).toEqual([stepId]);
  const other = await stepIdOf(work, 'S02');
  const { choices } = await asActor(work.therapist.token, (tx) => readStepForm(tx, other, false));
  expect(choices.steps.map(({ label }) => label)).not.toContain(title);
  expect((await assignPage({ step: stepId })).assigning!.obstacles).toEqual([expect.stringContaining('was retired')]);
  expect(await refusalOf(assign(work, 'S32'))).toContain('was retired from the library');
});

test('it is never lost: every version stays readable, and back again it is a new version with the same words', async () => {
  const first = await view('S32', '1');
  await stand('S32', 'no');
  const back = await view('S32');
  expect([back.version, back.isRetired, back.review, back.partners]).toEqual([3, false, null, first.partners]);
  expect(back.versions.map(({ version, isRetired }) => [version, isRetired])).toEqual([
    [3, false],
    [2, true],
    [1, false],
  ]);
  expect(await offered()).toContain(back.stepId);
});

test('what is assigned stays: both see it as before, its conditions change, and no move is offered', async () => {
  await markDone(work, 'S02');
  const id = await assign(work, 'S31');
  await nextDay(work);
  const before = await bothSee(work, id);
  await edit(work.therapist, await stepIdOf(work, 'S31'), (form) => (form.why = 'Another line of words.'));
  await stand('S31', 'yes');
  await nextDay(work);
  expect(await bothSee(work, id)).toEqual(before);
  const plan = await asActor(work.therapist.token, (tx) => readCouplePlan(tx, work.couple.coupleId));
  expect(plan.stages.flatMap(({ steps }) => steps).find((step) => step.id === id)!.newer).toBeNull();
  const again = await assignPage({ step: await stepIdOf(work, 'S31'), from: id });
  expect(again.assigning!.obstacles).toEqual([]);
  await act(work, id, 'hold');
});

test('a step that another leads to is not retired, and one sentence says which and what to do', async () => {
  const said = await refusalOf(stand('S06', 'yes'));
  expect(said).toMatch(/“.*” still leads? to this step, so it was not retired: take it out there, then retire it\./);
  expect(said).toContain('the path for “');
  expect(said).not.toMatch(/\bS\d\d\b/);
  expect(await refusalOf(stand('S15', 'yes'))).toContain('nothing with touch');
  expect((await view('S06')).isRetired).toBe(false);
});

test('nothing new leads to a retired step, and it is not edited until it is back', async () => {
  await stand('S32', 'yes');
  const faults = await faultsOf(
    edit(work.therapist, await stepIdOf(work, 'S07'), (form) => (form.easier = { step: 'S32', text: '' })),
  );
  expect(faults['easier.step']).toContain('was retired');
  const { version, paths } = await asActor(work.therapist.token, readOutlineForm);
  const changed = Object.fromEntries(
    paths.map(({ name, steps }) => [name, name === 'trauma' ? [...steps, 'S32'] : steps]),
  ) as Parameters<typeof savePaths>[1]['paths'];
  const onPath = await faultsOf(
    asActor(work.therapist.token, (tx) => savePaths(tx, { basedOn: version, follows: {}, paths: changed })),
  );
  expect(onPath['paths.trauma']).toContain('was retired');
  await expect(edit(work.therapist, await stepIdOf(work, 'S32'), () => {})).rejects.toThrow(NotFound);
});

test('only those who write the library retire a step', async () => {
  const admin = await makeStaff(database.owner, work.practice, ['practiceAdmin']);
  await expect(stand('S36', 'yes', admin)).rejects.toThrow(NotFound);
  expect((await view('S36')).isRetired).toBe(false);
});
