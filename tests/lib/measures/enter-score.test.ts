// What staff enter: paper forms, and totals from elsewhere.
import { expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { NotFound, Refusal } from '@/lib/errors';
import { dayAfter } from '@/lib/format/dates';
import { enterExternalScore, enterPaperMeasure, markScoreInError } from '@/lib/measures/enter-score';
import { readMeasureAnswers } from '@/lib/measures/read-answers';
import { readBlankForm, readPaperMeasure } from '@/lib/measures/read-forms';
import { readMeasures } from '@/lib/measures/read-measures';
import { externalScoreInput, paperMeasureInput } from '@/lib/measures/schema';
import { changeSettings } from '@/lib/practices/change-settings';
import { readSettings } from '@/lib/practices/read-settings';
import { useFreshDatabase } from '../../support/database';
import { bytesOf, dayOf, flagsOf } from '../../support/partner-day';
import { makeStaff, type PartnerInTest } from '../../support/people';
import { type AtWork, beginWork } from '../plan/plan-in-test';
import { alike, answerAll, giveTo, scoresOf } from './measure-in-test';

const database = useFreshDatabase();

async function begin() {
  const work = await beginWork(database.owner);
  const { day } = await dayOf(work.couple.first);
  return { work, day, ...work.couple };
}
type Paper = { form?: string; on: string; answers: Record<string, string> };
const onPaper = (work: AtWork, { partnerId }: PartnerInTest, { form = 'nine', ...sent }: Paper) =>
  asActor(work.therapist.token, (tx) =>
    enterPaperMeasure(tx, paperMeasureInput.parse({ coupleId: work.couple.coupleId, partnerId, form, ...sent })),
  );
const total = (work: AtWork, { partnerId }: PartnerInTest, sent: { name: string; on: string; total: string }) =>
  asActor(work.therapist.token, (tx) =>
    enterExternalScore(tx, externalScoreInput.parse({ coupleId: work.couple.coupleId, partnerId, ...sent })),
  );
const read = (work: AtWork) => asActor(work.therapist.token, (tx) => readMeasures(tx, work.couple.coupleId));

test('a paper form counts as one that was sent, says who entered it, and its last question is as urgent', async () => {
  const { work, day, first, second, coupleId } = await begin();
  const before = await bytesOf(second);
  await onPaper(work, first, { on: dayAfter(day, -3), answers: { ...alike(8, 1), q9: '2' } });
  expect(await flagsOf(database.owner, first)).toEqual(['urgent phq9.q9']);
  expect(await scoresOf(work)).toMatchObject([
    { total: 10, entered_by: work.therapist.staffMemberId, policy: 'limitedSecrets', given_id: null },
  ]);
  const { people } = await read(work);
  const [line] = people[0]!.courses[0]!.lines;
  expect(line).toMatchObject({ total: '10', band: 'moderate', how: 'On paper, entered by Tess Example' });
  const answers = await asActor(work.therapist.token, (tx) => readMeasureAnswers(tx, { coupleId, scoreId: line!.id }));
  expect(answers.items.map(({ points }) => points)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 2, null]);
  expect(await bytesOf(second)).toBe(before);
});

test('a paper form left blank in one place is kept and has no score', async () => {
  const { work, day, first } = await begin();
  await onPaper(work, first, { form: 'seven', on: day, answers: alike(6, 2) });
  expect(await scoresOf(work)).toMatchObject([{ total: null, left_out: 1 }]);
  await expect(onPaper(work, first, { form: 'seven', on: day, answers: {} })).rejects.toThrow(Refusal);
  await expect(onPaper(work, first, { on: dayAfter(day), answers: { q1: '1' } })).rejects.toMatchObject({
    fields: { on: expect.any(String) },
  });
});

test('what is in error stays readable and counts no more; what they sent themselves is never marked', async () => {
  const { work, day, first, coupleId } = await begin();
  await onPaper(work, first, { on: day, answers: alike(9, 3) });
  await answerAll(first, await giveTo(work, first), { ...alike(8, 1), q9: '0' });
  const [entered, sent] = await scoresOf(work);
  const mark = (scoreId: string) => asActor(work.therapist.token, (tx) => markScoreInError(tx, { coupleId, scoreId }));
  await mark(entered!.id);
  await expect(mark(entered!.id)).rejects.toThrow(Refusal);
  await expect(mark(sent!.id)).rejects.toThrow(Refusal);
  const [course] = (await read(work)).people[0]!.courses;
  expect(course).toMatchObject({ latest: '8 of 27', change: null });
  expect(course!.lines.map(({ total: of, isInError }) => [of, isInError])).toEqual([
    ['8', false],
    ['27', true],
  ]);
  for (const statement of [
    `update measure_scores set total = 0 where couple_id = $1`,
    `update measure_scores set in_error_at = null where couple_id = $1`,
    `delete from measure_scores where couple_id = $1`,
    `update measures_given set due_on = due_on + 1 where couple_id = $1`,
    `delete from measures_given where couple_id = $1`,
  ])
    await expect(database.owner.query(statement, [coupleId])).rejects.toThrow(/stay as they were written/);
});

test('a total from elsewhere is a name, a day and a number, sealed where it names something and never read for anyone', async () => {
  const { work, day, first } = await begin();
  await total(work, first, { name: 'RDAS', on: dayAfter(day, -30), total: '40' });
  await total(work, first, { name: 'RDAS', on: day, total: '52,5' });
  await total(work, first, { name: 'Canary Scale', on: day, total: '-3' });
  const [rdas, canary] = (await read(work)).people[0]!.courses;
  expect(rdas).toMatchObject({ name: 'RDAS', latest: '52.5', reading: [], mark: null, citation: '' });
  expect(rdas!.change).toMatch(/: from 40 to 52\.5\.$/);
  expect(canary!.name).toBe('Canary Scale');
  expect(rdas!.lines.map(({ href, band }) => [href, band])).toEqual([
    [null, ''],
    [null, ''],
  ]);
  const { rows } = await database.owner.query(`select s::text as row from measure_scores s`);
  expect(JSON.stringify(rows)).not.toContain('Canary');
  for (const wrong of ['', 'high', '1e9', '12.345', '1234567'])
    expect(externalScoreInput.safeParse({ ...work.couple, ...first, name: 'X', on: day, total: wrong }).success).toBe(
      false,
    );
});

test('each person’s course is their own, with the change since the first by the value that the practice chose', async () => {
  const { work, day, first, second } = await begin();
  const pcl = (on: string, place: number) => onPaper(work, first, { form: 'twenty', on, answers: alike(20, place) });
  await pcl(dayAfter(day, -60), 3);
  await pcl(dayAfter(day, -30), 2);
  await pcl(day, 2);
  await onPaper(work, second, { form: 'twenty', on: day, answers: alike(20, 0) });
  const seen = (await read(work)).people.map(({ courses }) =>
    courses.map(({ points }) => points.map(({ value }) => value)),
  );
  expect(seen).toEqual([[[60, 40, 40]], [[0]]]);
  expect((await read(work)).people[0]!.courses[0]!.change).toContain(
    'reliable improvement (Marx et al. 2022, one sample: 15 or more)',
  );
  const admin = await makeStaff(database.owner, work.practice, ['practiceAdmin']);
  await asActor(admin.token, async (tx) => {
    const { settings, contacts } = await readSettings(tx);
    expect(settings.pclChange).toBe(15);
    await changeSettings(tx, { ...settings, contacts, pclChange: 18 });
  });
  expect((await read(work)).people[0]!.courses[0]!.change).toContain('the other sample: 18 or more');
});

test('the forms are there for a couple of one’s own whose work goes on, and for no other', async () => {
  const { work, first, coupleId } = await begin();
  const outside = await makeStaff(database.owner, work.practice);
  const page = await asActor(work.therapist.token, (tx) =>
    readPaperMeasure(tx, coupleId, { of: first.partnerId, form: 'sixteen' }),
  );
  expect(page.kind === 'form' && page.form.items.length).toBe(16);
  for (const search of [
    { of: coupleId, form: 'nine' },
    { of: first.partnerId, form: 'phq9' },
  ])
    await expect(asActor(work.therapist.token, (tx) => readPaperMeasure(tx, coupleId, search))).rejects.toThrow(
      NotFound,
    );
  await expect(asActor(outside.token, (tx) => readPaperMeasure(tx, coupleId, {}))).rejects.toThrow(NotFound);
  const { form } = await asActor(work.therapist.token, (tx) => readBlankForm(tx, { coupleId, form: 'nine' }));
  expect(form.license).toMatch(/No permission required/);
});
