// A measure that was given to one partner, answered alone in the portal.
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { NotFound, Refusal } from '@/lib/errors';
import { readTimeline } from '@/lib/check-ins/read-timeline';
import { readSinceSession } from '@/lib/couples/read-since';
import { listFlags } from '@/lib/flags/list-flags';
import { occasionOn } from '@/lib/measures/occasions';
import { answerItem } from '@/lib/measures/mine/answer-item';
import { readItemPage, readSendMeasurePage, readWaiting } from '@/lib/measures/mine/read-item-page';
import { readMeasureAnswers } from '@/lib/measures/read-answers';
import { readMeasures } from '@/lib/measures/read-measures';
import { answerItemInput } from '@/lib/measures/schema';
import { moveClock } from '../../support/clock';
import { useFreshDatabase } from '../../support/database';
import { withoutIds } from '../../support/page-bytes';
import { bytesOf, dayOf, eventsOf, flagsOf, openSealed } from '../../support/partner-day';
import { makeSignIn, makeStaff } from '../../support/people';
import { beginWork, nextDay, withoutRestDays } from '../plan/plan-in-test';
import { alike, answerAll, giveTo, keepAll, scoresOf, send, takeBack, waitingFor } from './measure-in-test';

const database = useFreshDatabase();
beforeAll(() => withoutRestDays(database.owner));
const begin = () => beginWork(database.owner);

describe('a measure that was given', () => {
  test('waits for that person alone, by no name, until it is sent', async () => {
    const work = await begin();
    const { first, second } = work.couple;
    const givenId = await giveTo(work, first);
    const mine = await asActor(first.token, readWaiting);
    expect(mine.waiting).toEqual([{ href: `/questions/${givenId}`, asks: expect.any(String), minutes: 3 }]);
    expect(withoutIds(JSON.stringify(mine.waiting))).not.toMatch(/phq|depress|20\d\d/i);
    expect((await asActor(second.token, readWaiting)).waiting).toEqual([]);
    await expect(asActor(second.token, (tx) => readItemPage(tx, { givenId }))).rejects.toThrow(NotFound);

    await expect(answerAll(first, givenId, { ...alike(10, 1), q9: '0' })).resolves.toEqual({
      redirectTo: '/saved',
      after: undefined,
    });
    expect((await asActor(first.token, readWaiting)).waiting).toEqual([]);
    await expect(asActor(first.token, (tx) => readItemPage(tx, { givenId }))).rejects.toThrow(NotFound);
    const [score] = await scoresOf(work);
    expect(score).toMatchObject({ total: 8, left_out: 0, instrument: 'phq9', given_id: givenId, occasion: 0 });
    expect(score).toMatchObject({
      policy: 'limitedSecrets',
      entered_by: null,
      language: 'en',
      version: 1,
      algorithm: 1,
    });
    const answers = await openSealed(
      first,
      { ...work, first, second },
      {
        table: 'measure_scores',
        column: 'answers',
        rowId: score!.id,
        sealed: score!.answers,
      },
    );
    expect(JSON.parse(answers)).toMatchObject({ q1: 1, q8: 1, q9: 0, q10: 1 });
  });

  test('asks every question in order, one a page or all, and each may be skipped', async () => {
    const work = await begin();
    const { first } = work.couple;
    const givenId = await giveTo(work, first);
    const answer = (place: string, sent: object) =>
      asActor(first.token, (tx) => answerItem(tx, answerItemInput.parse({ givenId, place, ...sent })));
    for (let at = 1; at <= 10; at += 1) {
      const page = await asActor(first.token, (tx) => readItemPage(tx, { givenId, place: String(at) }));
      expect(page.items.map(({ id }) => id)).toEqual([`q${at}`]);
      expect(page.count).toBe(`${at} of 10`);
      const next = at === 10 ? `/questions/${givenId}/send` : `/questions/${givenId}/${at + 1}`;
      const sent = at === 4 ? { skip: 'yes', answers: { q4: '3' } } : { answers: { [`q${at}`]: '2' } };
      await expect(answer(String(at), sent)).resolves.toEqual({ redirectTo: next });
    }
    const all = await asActor(first.token, (tx) => readItemPage(tx, { givenId, place: 'all' }));
    expect(all.items.map(({ given }) => given)).toEqual(['2', '2', '2', undefined, '2', '2', '2', '2', '2', '2']);
    await send(first, givenId);
    const [score] = await scoresOf(work);
    expect(score).toMatchObject({ total: null, left_out: 1 });
    const page = await asActor(work.therapist.token, (tx) => readMeasures(tx, work.couple.coupleId));
    expect(page.people[0]!.courses[0]!.lines[0]!.total).toBe('No score: 1 left out');
  });

  test('everything skipped can be sent too, so that it asks no more', async () => {
    const work = await begin();
    const { first } = work.couple;
    const givenId = await giveTo(work, first, { form: 'one' });
    await expect(send(first, givenId)).resolves.toEqual({ redirectTo: `/questions/${givenId}` });
    await keepAll(first, givenId, {});
    expect((await asActor(first.token, (tx) => readSendMeasurePage(tx, { givenId }))).isBegun).toBe(true);
    await send(first, givenId);
    expect(await scoresOf(work)).toMatchObject([{ total: null, left_out: 1 }]);
    expect(await waitingFor(first)).toEqual([]);
  });

  test('an answer that is none is refused, and the others are kept', async () => {
    const work = await begin();
    const { first } = work.couple;
    const givenId = await giveTo(work, first);
    for (const wrong of ['4', '-1', '1.5', 'often'])
      await expect(keepAll(first, givenId, { q1: '1', q2: wrong })).rejects.toMatchObject({
        fields: { 'answers.q2': expect.any(String) },
      });
    await expect(keepAll(first, givenId, { q1: '3', other: '9' })).resolves.toMatchObject({});
  });

  test('rule 7: after sending nothing of it can be read again, and a draft of an earlier sign-in only when taken up', async () => {
    const work = await begin();
    const { first } = work.couple;
    const givenId = await giveTo(work, first);
    await keepAll(first, givenId, { q1: '3' });
    await moveClock(database.owner, '1 minute');
    const later = { ...first, token: await makeSignIn(database.owner, first.accountId, work.practice, first) };
    const offered = await asActor(later.token, (tx) => readItemPage(tx, { givenId }));
    expect(offered.isOffered).toBe(true);
    expect(offered.items.map(({ given }) => given)).toEqual([undefined]);
    await expect(send(later, givenId)).resolves.toEqual({ redirectTo: `/questions/${givenId}` });
    expect(await scoresOf(work)).toEqual([]);
    await expect(send(first, givenId)).resolves.toMatchObject({ redirectTo: '/saved' });
    const { rows } = await database.owner.query('select count(*)::int as drafts from drafts where partner_id = $1', [
      first.partnerId,
    ]);
    expect(rows).toEqual([{ drafts: 0 }]);
  });

  test('two that send the same at once make one score', async () => {
    const work = await begin();
    const { first } = work.couple;
    const givenId = await giveTo(work, first);
    await keepAll(first, givenId, alike(9, 2));
    const sent = await Promise.all([send(first, givenId), send(first, givenId), send(first, givenId)]);
    expect(sent.map(({ redirectTo }) => redirectTo)).toEqual(['/saved', '/saved', '/saved']);
    expect(await scoresOf(work)).toHaveLength(1);
  });
});

describe('rule 11: the last question of the PHQ-9', () => {
  test('is urgent at once whatever the total, holds what is shared, and is never said before both', async () => {
    const work = await begin();
    const { first } = work.couple;
    const givenId = await giveTo(work, first);
    const sent = await answerAll(first, givenId, { ...alike(8, 0), q9: '1' });
    expect(sent).toEqual({ redirectTo: '/saved', after: expect.any(Function) });
    expect(await flagsOf(database.owner, first)).toEqual(['urgent phq9.q9']);
    expect(await eventsOf(database.owner, first)).toEqual(['safetyRaised']);
    const [line] = await asActor(work.therapist.token, (tx) => listFlags(tx, work.couple.coupleId));
    expect(line).toMatchObject({ tier: 'urgent', headline: 'Reach A.E. today' });
    expect(line!.raised[0]).toMatchObject({ question: expect.stringMatching(/^Thoughts/), source: 'measure' });
    const { people } = await asActor(work.therapist.token, (tx) => readMeasures(tx, work.couple.coupleId));
    const scoreId = people[0]!.courses[0]!.lines[0]!.id;
    const page = await asActor(work.therapist.token, (tx) => readMeasureAnswers(tx, { ...work.couple, scoreId }));
    expect(page.items.filter(({ isNeverJoint }) => isNeverJoint).map(({ id }) => id)).toEqual(['q9']);
  });

  test('at 0 it raises nothing, however much the rest counts', async () => {
    const work = await begin();
    const { first } = work.couple;
    await answerAll(first, await giveTo(work, first), { ...alike(8, 3), q9: '0' });
    expect(await flagsOf(database.owner, first)).toEqual([]);
    expect(await eventsOf(database.owner, first)).toEqual([]);
    expect(await scoresOf(work)).toMatchObject([{ total: 24 }]);
  });
});

test('rule 2: the other partner gets the same bytes whatever was given, answered and taken back', async () => {
  const work = await begin();
  const { first, second } = work.couple;
  const before = [await bytesOf(second), await waitingFor(second)];
  const givenId = await giveTo(work, first, { form: 'twenty', everyWeeks: '4' });
  await answerAll(first, givenId, alike(20, 3));
  await takeBack(work, givenId);
  await giveTo(work, first, { form: 'one' });
  expect([await bytesOf(second), await waitingFor(second)]).toEqual(before);
});

test('what comes again is asked from six days before each further day, as staff are told it', async () => {
  const work = await begin();
  const { first } = work.couple;
  const { day: dueOn } = await dayOf(first);
  const givenId = await giveTo(work, first, { form: 'one', everyWeeks: '2', dueOn });
  const asked: (number | null)[] = [];
  for (let passed = 0; passed < 30; passed += 1) {
    const { day } = await dayOf(first);
    const [waiting] = await waitingFor(first);
    const told = occasionOn({ dueOn, everyWeeks: 2 }, day);
    asked.push(waiting?.occasion ?? null);
    expect(waiting?.occasion ?? told).toBe(told);
    if (waiting) await answerAll(first, givenId, { q1: '2' });
    await nextDay(work);
  }
  expect(asked.flatMap((occasion, at) => (occasion === null ? [] : [[at, occasion]]))).toEqual([
    [0, 0],
    [8, 1],
    [22, 2],
  ]);
});

test('taken back it asks no more, what was sent stays, and a second one is not given while the first waits', async () => {
  const work = await begin();
  const { first, second } = work.couple;
  const givenId = await giveTo(work, first, { everyWeeks: '4' });
  await expect(giveTo(work, first)).rejects.toThrow(Refusal);
  await expect(giveTo(work, second)).resolves.toEqual(expect.any(String));
  await answerAll(first, givenId, alike(9, 1));
  await takeBack(work, givenId);
  await expect(takeBack(work, givenId)).rejects.toThrow(Refusal);
  await nextDay(work, 40);
  expect(await waitingFor(first)).toEqual([]);
  expect(await scoresOf(work)).toHaveLength(1);
});

test('nobody gives, takes back or reads but the care team', async () => {
  const work = await begin();
  const { first, second, coupleId } = work.couple;
  const outside = await makeStaff(database.owner, work.practice);
  const admin = await makeStaff(database.owner, work.practice, ['practiceAdmin']);
  const givenId = await giveTo(work, first);
  await answerAll(first, givenId, alike(9, 1));
  const [score] = await scoresOf(work);
  for (const by of [outside, admin, first, second]) {
    await expect(giveTo(work, first, { form: 'seven' }, by)).rejects.toThrow(NotFound);
    await expect(takeBack(work, givenId, by)).rejects.toThrow(Refusal);
    await expect(asActor(by.token, (tx) => readMeasures(tx, coupleId))).rejects.toThrow(NotFound);
    await expect(asActor(by.token, (tx) => readMeasureAnswers(tx, { coupleId, scoreId: score!.id }))).rejects.toThrow(
      NotFound,
    );
  }
});

test('a new score stands in what came since the last session, and in no timeline that goes into a note', async () => {
  const work = await begin();
  const { first, coupleId } = work.couple;
  await answerAll(first, await giveTo(work, first), alike(9, 1));
  const since = await asActor(work.therapist.token, (tx) => readSinceSession(tx, coupleId));
  expect(since.people.map(({ numbers }) => numbers.find(({ name }) => name === 'PHQ-9')?.value)).toEqual([
    expect.stringMatching(/^9, mild \(/),
    undefined,
  ]);
  expect((await asActor(work.therapist.token, (tx) => readTimeline(tx, coupleId))).occasions).toEqual([]);
});
