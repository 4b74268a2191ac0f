// Whoever looks over a shoulder at what comes after an answer learns nothing from it: one page after all of them, to the byte.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Program } from '@/db/program/content';
import { expect, test } from '@/tests/support/browser';
import { everyPair, type Choices, type Chosen } from '@/tests/e2e/portal/every-pair';
import { allOf, differenceOf, formsIn, type Device, type PlainForm, type Sent } from '@/tests/support/page-bytes';
import { askedOf, coupleAtHome, nextDay, openFor } from '@/tests/support/partner-day';

const SEED = Number(process.env.HEARTH_SEED ?? 20_261_123);
const program = JSON.parse(await readFile('db/program/program.json', 'utf8')) as Program;

/** What may be said to a question; a scale at its ends and on both sides of where it would be looked at. */
const answersTo = (question: Program['questions'][string]): (string | null)[] => {
  if (question.kind === 'text') return [null, 'I would rather not say it at home.'];
  if (question.kind === 'yesno') return [null, 'Yes', 'No'];
  return [null, ...(question.answers ?? ['0', '3', '4', '7', '10'])];
};

const fieldsOf = (chosen: Chosen) =>
  Object.fromEntries(Object.entries(chosen).map(([id, answer]) => [`answers.${id}`, answer]));

/** Sends one form of a page again and again, each time as another act. */
async function sender(device: Device, path: string, label: string) {
  const form: PlainForm | undefined = formsIn((await device.get(path)).html).find((one) => one.label === label);
  if (!form) throw new Error(`${path} has no form “${label}”`);
  return (typed: Record<string, string> = {}) => device.send(path, form, { ...typed, key: randomUUID() });
}

/** Holds every answer of the server, and every page it led to, to the first of its kind. */
function sameAsTheFirst() {
  const first = new Map<string, string>();
  return (what: string, kind: string, sent: Sent) => {
    const all = allOf(sent);
    const before = first.get(kind);
    if (before === undefined) first.set(kind, all);
    else expect(differenceOf(before, all), `${kind}, ${what} (seed ${SEED})`).toBeNull();
  };
}

test('rule 11: every check-in, with every two answers together, ends with the same page', async ({ app, device }) => {
  test.setTimeout(120_000);
  const at = await coupleAtHome(app.owner);
  const unit = await openFor(app.owner, at, 'S24');
  const own = await device(at.first);
  const path = `/steps/${unit.assignmentId}/${unit.unit}/check-in`;
  const choices: Choices = Object.fromEntries(
    program.checkIn.full.map((id) => [id, answersTo(program.questions[id]!)] as const),
  );
  const rows = everyPair(choices, SEED).map((row) => ({
    ...row,
    // Words without a reader are not sent at all, which is another page.
    ...(row.reflection && !row.reflectionFor ? { reflectionFor: 'My therapist and me' } : {}),
  }));
  const answer = await sender(own, `${path}/all`, '');
  await answer({ 'answers.comfort': '5' });
  const give = await sender(own, `${path}/send`, 'Send');
  await give();
  const same = sameAsTheFirst();
  for (const row of rows) {
    const what = JSON.stringify(row);
    same(what, 'keeping the answers', await answer(fieldsOf(row)));
    const sent = await give();
    expect([sent.status, new URL(sent.location!, app.origin).pathname], what).toEqual([303, '/saved']);
    same(what, 'sending them', sent);
    same(what, 'the page after', await own.get('/saved'));
  }
  expect(rows.length).toBeGreaterThan(25);
});

test('rule 11: every answer before a step, with every two together, and every text ends with the same page', async ({
  app,
  device,
}) => {
  test.setTimeout(120_000);
  const at = await coupleAtHome(app.owner);
  const { assignmentId } = await askedOf(app.owner, at, 'S13');
  const own = await device(at.first);
  const path = `/steps/${assignmentId}/whole/begin`;
  const choices: Choices = Object.fromEntries(
    program.consent.together.map((question) => [question.id, answersTo(question)] as const),
  );
  const same = sameAsTheFirst();
  const end = async (what: string, kind: string, sent: Sent) => {
    expect([sent.status, new URL(sent.location!, app.origin).pathname], what).toEqual([303, '/saved']);
    same(what, kind, sent);
    same(what, 'the page after', await own.get('/saved'));
  };
  const answer = await sender(own, `${path}/all`, '');
  await answer({ 'answers.wantThisWeek': 'Yes' });
  const give = await sender(own, `${path}/send`, 'Send');
  for (const row of everyPair(choices, SEED).filter((one) => Object.keys(one).length > 0)) {
    const what = JSON.stringify(row);
    same(what, 'keeping the answers', await answer(fieldsOf(row)));
    await end(what, 'sending', await give());
    // Asked again, as in another week.
    await app.owner.query(
      `begin; set local session_replication_role = replica;
       delete from plan_events where couple_id = '${at.couple.coupleId}' and partner_id is not null and kind not in ('metAlone');
       delete from consents where couple_id = '${at.couple.coupleId}'; commit`,
    );
  }

  const words = await sender(own, '/write/private', '');
  for (const text of ['No.', 'I am afraid.', 'Long. '.repeat(600), '🌧 « ‹ <b>&amp; ﷽'])
    await end(`${text.length} characters to the therapist`, 'sending', await words({ text }));
  for (const text of ['Thank you.', 'Thank you for the walk. '.repeat(40)]) {
    await own.fill('/write/shared', '', { text });
    await end(`${text.length} characters for both`, 'sending', await own.fill('/write/shared/send', 'Share'));
  }
});

test('rule 5: the page after a pause is the same whatever was open, asked or given, and whatever the other did', async ({
  app,
  device,
}) => {
  test.setTimeout(120_000);
  const same = sameAsTheFirst();
  const pause = async (what: string, own: Device) => {
    same(what, 'pausing', await own.fill('/support', 'Pause'));
    same(what, 'the page after a pause', await own.get('/paused'));
  };
  const at = await coupleAtHome(app.owner);
  const [own, other] = [await device(at.first), await device(at.second)];
  await pause('with nothing assigned', own);
  await own.fill('/paused', 'Take it back');
  const asked = await askedOf(app.owner, at, 'S13');
  await pause('with a step asked', own);
  await own.fill('/paused', 'Take it back');
  await pause('again, after one was taken back', own);

  const open = await coupleAtHome(app.owner);
  const unit = await openFor(app.owner, open, 'S24');
  const [one, two] = [await device(open.first), await device(open.second)];
  await pause('with a step open', one);
  await pause('a second time', one);
  await nextDay(app.owner);
  await pause('on one that stands', one);
  await one.fill('/paused', 'Take it back');
  await pause('on one that stands, after one was taken back', one);
  await pause('after the other’s', two);
  await other.fill(`/steps/${asked.assignmentId}/whole/begin/all`, '', { 'answers.wantThisWeek': 'No' });
  await other.fill(`/steps/${asked.assignmentId}/whole/begin/send`, 'Send');
  await pause('after one’s own no', other);
  expect(unit.unit).toBe('whole');
});

test('rule 7: the address of a pause, typed on a later day, answers the same whether one stands or none ever was', async ({
  app,
  device,
}) => {
  const [paused, never] = [await coupleAtHome(app.owner), await coupleAtHome(app.owner)];
  const [one, other] = [await device(paused.first), await device(never.first)];
  await one.fill('/support', 'Pause');
  expect((await one.get('/paused')).html).toContain('Take it back');
  await nextDay(app.owner);
  const [typed, without] = [await one.get('/paused'), await other.get('/paused')];
  expect(new URL(typed.location!, app.origin).pathname).toBe('/home');
  expect(differenceOf(allOf(typed), allOf(without))).toBeNull();
  expect(differenceOf(allOf(await one.get('/home')), allOf(await other.get('/home')))).toBeNull();
});
