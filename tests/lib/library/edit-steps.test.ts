// Copying and editing steps: versions, what stays as it was, two people at once, and who may.
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { NotFound } from '@/lib/errors';
import { readPreview } from '@/lib/library/read-preview';
import { readOutlineForm } from '@/lib/library/read-step-form';
import { reviewStep } from '@/lib/library/review-step';
import { savePaths, saveStages } from '@/lib/library/save-outline';
import { readMyDay } from '@/lib/my-day/open-my-day';
import { readAssign } from '@/lib/plan/read-assign';
import { readCouplePlan } from '@/lib/plan/read-couple-plan';
import { checkProgram } from '@/lib/program/check-program';
import { readLibrary, readStep } from '@/lib/program/read-library';
import { useFreshDatabase } from '../../support/database';
import { makeAssignment, makeStaff, type StaffInTest } from '../../support/people';
import { beginWork, nextDay, refusalOf, withoutRestDays, type AtWork } from '../plan/plan-in-test';
import { edit, faultsOf, formOf, save, stepCalled } from './library-in-test';

const database = useFreshDatabase();
beforeAll(() => withoutRestDays(database.owner));

let work: AtWork;
let therapist: StaffInTest;
beforeAll(async () => {
  work = await beginWork(database.owner);
  therapist = work.therapist;
});

const view = (stepId: string, version?: string) => asActor(therapist.token, (tx) => readStep(tx, stepId, version));
const idOf = async (code: string): Promise<string> =>
  (
    await database.owner.query<{ id: string }>('select id from steps where practice_id = $1 and code = $2', [
      work.practice.practiceId,
      code,
    ])
  ).rows[0]!.id;
const programNow = async () => {
  const { rows } = await database.owner.query<{ program: unknown }>(
    `select (select common from programs where practice_id = $1 order by version desc limit 1)
         || jsonb_build_object('steps', (select jsonb_agg(v.content order by s.code) from steps s
              join lateral (select content from step_versions x where x.step_id = s.id order by version desc limit 1) v on true
             where s.practice_id = $1 and s.couple_id is null)) as program`,
    [work.practice.practiceId],
  );
  return rows[0]!.program;
};

describe('an edit', () => {
  test('opened and saved unchanged, the form of every step brings back exactly what there was, and no version', async () => {
    const { stages } = await asActor(therapist.token, (tx) => readLibrary(tx, ''));
    const before = await database.owner.query('select count(*) from step_versions');
    for (const { stepId } of stages.flatMap(({ steps }) => steps)) await edit(therapist, stepId, () => {});
    expect((await database.owner.query('select count(*) from step_versions')).rows).toEqual(before.rows);
  });

  test('is a new version that nobody has reviewed; the one before stays, with its words and its mark', async () => {
    const stepId = await idOf('S02');
    const first = await view(stepId);
    await asActor(therapist.token, (tx) => reviewStep(tx, { stepId, versionId: first.versionId, isRead: 'yes' }));
    await edit(therapist, stepId, (form) => (form.why = 'A line that was not there before.'));
    const now = await view(stepId);
    expect([now.version, now.partners.why, now.review]).toEqual([2, 'A line that was not there before.', null]);
    const then = await view(stepId, '1');
    expect(then.partners.why).toBe(first.partners.why);
    expect(then.review?.by).toContain('LMFT');
    expect(now.versions.map(({ version, by }) => [version, by])).toEqual([
      [2, expect.any(String)],
      [1, null],
    ]);
  });

  test('changes no row: neither a version nor a review nor the program is ever changed or removed', async () => {
    for (const table of ['step_versions', 'step_reviews', 'programs'])
      for (const statement of [`update ${table} set practice_id = practice_id`, `delete from ${table}`])
        await expect(database.owner.query(statement), statement).rejects.toThrow(/only ever added/);
  });

  test('leaves assignments alone: both partners go on reading what they were given', async () => {
    const stepId = await idOf('S06');
    const assignmentId = await makeAssignment(database.owner, work.practice, work.couple, therapist, 'S06');
    await nextDay(work);
    const read = async () =>
      (await asActor(work.couple.second.token, readMyDay)).units.find((one) => one.assignmentId === assignmentId);
    const before = await read();
    expect(before).toBeDefined();
    await edit(therapist, stepId, (form) => {
      form.title = 'Another title altogether';
      form.units.whole.instructions[0] = 'Begin in another way.';
    });
    await nextDay(work);
    expect(await read()).toEqual(before);
    const plan = await asActor(therapist.token, (tx) => readCouplePlan(tx, work.couple.coupleId));
    expect(plan.stages.flatMap(({ steps }) => steps).find(({ id }) => id === assignmentId)?.title).toBe(before!.title);
  });

  test('of the stages renews what is kept of the program, and a path may lead another way', async () => {
    const { version, stages, paths } = await asActor(therapist.token, readOutlineForm);
    const renamed = stages.map((stage, n) => (n === 1 ? { ...stage, title: 'Talking' } : stage));
    await asActor(therapist.token, (tx) => saveStages(tx, { basedOn: version, follows: {}, stages: renamed }));
    const page = await asActor(therapist.token, (tx) => readAssign(tx, work.couple.coupleId, {}));
    expect(page.choosing!.stages.map(({ title }) => title)).toContain('Talking');

    const byName = Object.fromEntries(paths.map(({ name, steps }) => [name, steps]));
    const shorter = { ...byName, timePoor: byName.timePoor!.slice(0, -1) } as never;
    await asActor(therapist.token, (tx) => savePaths(tx, { basedOn: version + 1, follows: {}, paths: shorter }));
    const backwards = { ...byName, medical: byName.medical!.toReversed() } as never;
    const faults = await faultsOf(
      asActor(therapist.token, (tx) => savePaths(tx, { basedOn: version + 2, follows: {}, paths: backwards })),
    );
    expect(faults['paths.medical']).toContain('which it requires');
    expect(faults['paths.medical']).not.toMatch(/S\d\d/);
  });
});

describe('a copy', () => {
  test('is a step of its own with everything the first has; the first stays', async () => {
    const from = await idOf('S03');
    const page = await formOf(therapist, from, true);
    expect(page.form.title).toBe('');
    const stepId = await save(therapist, { copyOf: from }, page.form, (form) => (form.title = 'A walk of our own'));
    const made = await view(stepId);
    const first = await view(from);
    expect(made.version).toBe(1);
    expect(made.review).toBeNull();
    expect({ ...made.partners, units: made.partners.units }).toEqual(first.partners);
    expect(made.staff.cautions).toEqual(first.staff.cautions);
    // Its together part waits for its own alone part, not for that of the first.
    expect(made.staff.requires.join()).toContain('A walk of our own');
    expect(checkProgram(await programNow())).toEqual([]);
  });

  test('needs a title that no other step has', async () => {
    const from = await idOf('S05');
    const { form } = await formOf(therapist, from, true);
    const title = (await view(from)).title;
    const faults = await faultsOf(save(therapist, { copyOf: from }, form, (one) => (one.title = title)));
    expect(faults).toEqual({ title: 'Another step has this title already.' });
  });

  test('names other steps by their titles in braces, and never by a code', async () => {
    const stepId = await idOf('S20');
    const agreement = (await view(await idOf('S15'))).title;
    await edit(therapist, stepId, (form) => (form.why = `As you agreed in {${agreement}}.`));
    expect((await view(stepId)).partners.why).toBe(`As you agreed in ${agreement}.`);
    expect((await formOf(therapist, stepId)).form.why).toBe(`As you agreed in {${agreement}}.`);
    expect(await faultsOf(edit(therapist, stepId, (form) => (form.why = 'As in {No such step}.')))).toEqual({
      why: 'Between braces stands the whole title of a step.',
    });
  });
});

describe('two at once', () => {
  test('the second is refused with what was typed, may read the first, and follows it by choice', async () => {
    const stepId = await idOf('S07');
    const { form, version } = await formOf(therapist, stepId);
    await edit(therapist, stepId, (one) => (one.purpose = 'Written first.'));
    const mine = (follows: Record<string, string> = {}) =>
      save(therapist, { stepId, basedOn: version, follows }, form, (one) => (one.purpose = 'Written second.'));
    expect(await faultsOf(mine())).toEqual({ [`follows.v${version + 1}`]: expect.stringContaining('Version 2') });
    expect((await view(stepId)).staff.purpose).toBe('Written first.');
    await mine({ [`v${version + 1}`]: 'yes' });
    expect((await view(stepId)).staff.purpose).toBe('Written second.');
    expect((await view(stepId, String(version + 1))).staff.purpose).toBe('Written first.');
  });

  test('of twelve that save the same version at the same moment one does, and none is lost unsaid', async () => {
    const stepId = await idOf('S08');
    const { form, version } = await formOf(therapist, stepId);
    const ended = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        refusalOf(save(therapist, { stepId, basedOn: version }, form, (one) => (one.purpose = `Version of ${at}.`))),
      ),
    );
    expect(ended.filter((sentence) => sentence === '')).toHaveLength(1);
    expect(ended.filter((sentence) => sentence.includes('everything you typed is still here'))).toHaveLength(11);
    expect((await view(stepId)).version).toBe(version + 1);
  });

  test('two edits that are sound alone and a fault together: the second is told', async () => {
    const [gentle, after] = [await idOf('S16'), await idOf('S17')];
    const forms = await Promise.all([formOf(therapist, gentle), formOf(therapist, after)]);
    const raised = save(therapist, { stepId: gentle, basedOn: forms[0].version }, forms[0].form, (form) => {
      form.title = forms[1].form.title.concat(' twice');
    });
    await raised;
    const faults = await faultsOf(
      save(therapist, { stepId: after, basedOn: forms[1].version }, forms[1].form, (form) => {
        form.title = forms[1].form.title.concat(' twice');
      }),
    );
    expect(faults.title).toBe('Another step has this title already.');
  });
});

describe('the review', () => {
  test('carries name, credential and day, once, and needs a credential', async () => {
    const stepId = await idOf('S09');
    const { versionId } = await view(stepId);
    const review = (who: { token: string }) =>
      asActor(who.token, (tx) => reviewStep(tx, { stepId, versionId, isRead: 'yes' }));
    const without = await makeStaff(database.owner, work.practice);
    await database.owner.query(`update staff_members set credential = '' where id = $1`, [without.staffMemberId]);
    expect(await refusalOf(review(without))).toContain('none is recorded for you');
    await review(therapist);
    await review(therapist);
    const { review: mark } = await view(stepId);
    expect(mark!.by).toMatch(/, LMFT$/);
    expect(mark!.on).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(
      (await database.owner.query('select from step_reviews where step_version_id = $1', [versionId])).rowCount,
    ).toBe(1);
    const library = await asActor(therapist.token, (tx) => readLibrary(tx, ''));
    const listed = library.stages.flatMap(({ steps }) => steps);
    expect(listed.find((step) => step.stepId === stepId)!.isReviewed).toBe(true);
    expect(listed.some(({ isReviewed }) => !isReviewed)).toBe(true);
  });

  test('is of a version of the library: not of what was written for a couple, nor of another step', async () => {
    const { versionId } = await view(await idOf('S10'));
    const other = await idOf('S11');
    await expect(
      asActor(therapist.token, (tx) => reviewStep(tx, { stepId: other, versionId, isRead: 'yes' })),
    ).rejects.toThrow(NotFound);
  });
});

describe('who may', () => {
  test('therapists and supervisors edit; admins and schedulers read and find no form', async () => {
    const stepId = await stepCalled(therapist, (await view(await idOf('S12'))).title);
    const supervisor = await makeStaff(database.owner, work.practice, ['supervisor']);
    await edit(supervisor, stepId, (form) => (form.purpose = 'By a supervisor.'));
    const { form, version } = await formOf(therapist, stepId);
    for (const role of ['practiceAdmin', 'scheduler'] as const) {
      const reader = await makeStaff(database.owner, work.practice, [role]);
      expect((await asActor(reader.token, (tx) => readStep(tx, stepId))).mayEdit).toBe(false);
      await expect(formOf(reader, stepId)).rejects.toThrow(NotFound);
      await expect(
        save(reader, { stepId, basedOn: version }, form, (one) => (one.purpose = 'By another.')),
      ).rejects.toThrow(/NotFound|not found|42501|refused|denied|database/i);
    }
  });
});

test('the preview of every unit is what a partner is given of it, letter for letter', async () => {
  const fresh = await beginWork(database.owner);
  for (const code of ['S02', 'S03', 'S06'])
    await makeAssignment(database.owner, fresh.practice, fresh.couple, fresh.therapist, code);
  await nextDay(fresh);
  const day = await asActor(fresh.couple.first.token, readMyDay);
  expect(day.units.length).toBeGreaterThan(2);
  for (const unit of day.units) {
    const stepId = await stepCalled(fresh.therapist, unit.title);
    const preview = await asActor(fresh.therapist.token, (tx) => readPreview(tx, stepId, '1'));
    const shown = preview.units.find((one) => one.unit === unit.unit);
    // Minutes and rhythm are the assignment's; all else is the step's.
    const { minutes: _, rhythm: __, ...given } = unit as typeof unit & { consentEvery?: string };
    delete given.consentEvery;
    expect({ ...shown, assignmentId: unit.assignmentId, state: unit.state }).toMatchObject(given);
  }
});
