// What one partner does alone leaves no trace on any page of the other: not a byte before the turn, and after it nothing but whether
// a step is open.
import fc from 'fast-check';
import type pg from 'pg';
import type { TestApp } from '@/tests/support/app';
import { expect, test } from '@/tests/support/browser';
import { moveClock, setClock } from '@/tests/support/clock';
import { allOf, differenceOf, type Device } from '@/tests/support/page-bytes';
import { askedOf, coupleAtHome, nextDay, openFor, type CoupleAtHome } from '@/tests/support/partner-day';
import { makeSignIn } from '@/tests/support/people';
import { timeLimit, volume } from '@/tests/support/volume';

const PAIRS_TRIED = { everyday: 20, deep: 200 };
const PAIRS = volume(PAIRS_TRIED);
/** Printed by a failing run: the same seed lives the same days. */
const SEED = Number(process.env.HEARTH_SEED ?? 20_261_123);

type Home = CoupleAtHome & { open: string; asked: string };

/** One step open for both and one asked of both, in the evening. */
async function oneEvening(owner: pg.Pool): Promise<Home> {
  const at = await coupleAtHome(owner);
  const open = await openFor(owner, at, 'S24');
  const asked = await askedOf(owner, at, 'S12');
  for (let days = 0; days < 12; days += 1) {
    const { rows } = await owner.query<{ rests: boolean }>(
      `select plan.is_rest_day($1, plan.day_of(auth.now(), 'America/New_York')) as rests`,
      [open.assignmentId],
    );
    if (!rows[0]!.rests) break;
    await nextDay(owner);
  }
  return { ...at, open: `/steps/${open.assignmentId}/whole`, asked: `/steps/${asked.assignmentId}/whole` };
}

/** Every page of a partner's side. */
const pagesOf = ({ open, asked }: Home) => [
  '/home',
  '/home/later',
  '/shared',
  '/me',
  '/appointments',
  '/me/reminders',
  '/api/reminders',
  '/support',
  '/write',
  '/write/private',
  '/write/shared',
  '/saved',
  '/paused',
  '/papers',
  '/welcome',
  open,
  `${open}/check-in`,
  `${open}/check-in/all`,
  asked,
  `${asked}/begin`,
  `${asked}/begin/all`,
];

async function whatIsSeen(device: Device, pages: readonly string[]): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const path of pages) {
    seen.set(path, allOf(await device.get(path)));
  }
  return seen;
}

function expectTheSame(before: Map<string, string>, after: Map<string, string>, when: string): void {
  for (const [path, bytes] of before)
    expect(differenceOf(bytes, after.get(path)!), `${path}, ${when} (seed ${SEED})`).toBeNull();
}

type Act = (typeof ACTS)[number];
const ACTS = [
  'check in',
  'check in badly',
  'say yes',
  'say no',
  'take a yes back',
  'pause',
  'pause and take it back',
  'write to the therapist',
  'share words',
  'take words back',
  'begin a text',
  'sign in again',
  'change settings and ask for data',
  'the therapist holds the step',
  'the therapist holds the plan',
  'the therapist releases',
  'the therapist sees one alone',
  'an appointment of one alone is moved, then cancelled',
] as const;

/** Gives one of them an appointment alone, by the form of the schedule. */
async function seeAlone(app: TestApp, at: Home, therapist: Device, day: number): Promise<string> {
  await therapist.fill(`/schedule/new?couple=${at.couple.coupleId}`, 'New appointment', {
    with: at.first.partnerId,
    on: `2197-05-${day}`,
    at: '10:00',
    place: 'The small room',
    videoLink: `https://video.example/${at.couple.coupleId}/${day}`,
  });
  const { rows } = await app.owner.query<{ id: string }>(
    `select id from sessions where partner_id = $1 and video_link like '%/' || $2`,
    [at.first.partnerId, day],
  );
  return rows[0]!.id;
}

/** Does it by the forms of the pages, as the person would; says whether it was to be had just now. */
async function act(app: TestApp, at: Home, one: Device, therapist: Device, what: Act): Promise<boolean> {
  const couple = `/couples/${at.couple.coupleId}`;
  const answer = async (path: string, answers: Record<string, string>) => {
    await one.fill(`${path}/all`, '', answers);
    await one.fill(`${path}/send`, 'Send');
  };
  const shareWords = async () => {
    await one.fill('/write/shared', '', { text: 'Thank you for waiting.' });
    await one.fill('/write/shared/send', 'Share');
  };
  const acts: Record<Act, () => Promise<unknown>> = {
    'check in': () => answer(`${at.open}/check-in`, { 'answers.comfort': '8', 'answers.freeToStop': 'Yes' }),
    'check in badly': () =>
      answer(`${at.open}/check-in`, {
        'answers.done': 'We stopped',
        'answers.freeToStop': 'No',
        'answers.contactMe': 'Yes',
      }),
    'say yes': () =>
      answer(`${at.asked}/begin`, {
        'answers.wantThisWeek': 'Yes',
        'answers.ownChoice': 'Fully',
        'answers.stopAllRight': 'Yes',
      }),
    'say no': () =>
      answer(`${at.asked}/begin`, {
        'answers.wantThisWeek': 'No',
        'answers.ownChoice': 'Not really',
        'answers.stopAllRight': 'No',
      }),
    'take a yes back': () => one.fill(at.open, 'I do not want this after all'),
    pause: () => one.fill('/support', 'Pause'),
    'pause and take it back': async () => {
      await one.fill('/support', 'Pause');
      await one.fill('/paused', 'Take it back');
    },
    'write to the therapist': () => one.fill('/write/private', '', { text: 'I would rather not say it at home.' }),
    'share words': shareWords,
    'take words back': async () => {
      await shareWords();
      const label = /aria-label="(Take back the words of [^"]+)"/.exec((await one.get('/shared')).html)?.[1];
      await one.fill('/shared', label ?? 'Take back');
    },
    'begin a text': () => one.fill(`${at.open}/check-in/all`, '', { 'answers.comfort': '1' }),
    'sign in again': () => makeSignIn(app.owner, at.first.accountId, at.practice, { partnerId: at.first.partnerId }),
    'change settings and ask for data': async () => {
      await one.fill('/me', 'Calendar', { isAloneInFile: 'yes' });
      await one.fill('/me', 'How to reach you', { words: 'Text, after five' });
      await one.fill('/me', 'Ask for my data');
    },
    // What stands behind “More” is made when it is opened; the card's own form takes the same acts.
    'the therapist holds the step': () => therapist.fill(couple, 'Senses evening', { act: 'hold' }),
    'the therapist holds the plan': () => therapist.fill(couple, 'Hold the plan', { act: 'hold' }),
    'the therapist sees one alone': () => seeAlone(app, at, therapist, 20),
    'an appointment of one alone is moved, then cancelled': async () => {
      const sessionId = await seeAlone(app, at, therapist, 22);
      const path = `/schedule/${sessionId}`;
      await therapist.fill(path, 'Move this appointment', { on: '2197-05-23', place: 'The smaller room' });
      await therapist.fill(path, 'Cancel this appointment');
    },
    'the therapist releases': () => therapist.fill(couple, 'Notice and thank', { act: 'release.whole' }),
  };
  try {
    await acts[what]();
    return true;
  } catch (error) {
    if (/has no form/.test((error as Error).message)) return false;
    throw error;
  }
}

test(`within a day nothing that one does changes a byte of the other’s pages, ${PAIRS} times`, async ({
  app,
  device,
}) => {
  test.setTimeout(timeLimit(180_000, PAIRS_TRIED));
  const days = fc.sample(fc.uniqueArray(fc.constantFrom(...ACTS), { minLength: 3, maxLength: 5 }), {
    numRuns: PAIRS,
    seed: SEED,
  });
  const done = new Set<Act>();
  for (const acts of days) {
    const at = await oneEvening(app.owner);
    const [one, other, therapist] = [await device(at.first), await device(at.second), await device(at.therapist)];
    const before = await whatIsSeen(other, pagesOf(at));
    for (const what of acts) {
      if (await act(app, at, one, therapist, what)) done.add(what);
    }
    expectTheSame(before, await whatIsSeen(other, pagesOf(at)), `after: ${acts.join(', ')}`);
    const mailed = JSON.stringify(app.mail.messages.map(({ to }) => to)).includes(at.second.email);
    expect(mailed, `a mail to the other after: ${acts.join(', ')}`).toBe(false);
  }
  expect(
    [...ACTS].filter((what) => !done.has(what)),
    'acts that were never done',
  ).toEqual([]);
});

const CAUSES: Record<string, Act[]> = {
  'a pause': ['pause'],
  'a pause after one that was taken back': ['pause and take it back', 'pause'],
  'a yes that was taken back': ['take a yes back'],
  'an answer about safety': ['check in badly'],
  'the therapist’s hold': ['the therapist holds the step'],
  'a hold of the whole plan, and words to the therapist': ['write to the therapist', 'the therapist holds the plan'],
};

test('after the turn a closed step tells nothing of why it closed: five pairs of worlds', async ({ app, device }) => {
  test.setTimeout(120_000);
  const at = await oneEvening(app.owner);
  const [one, other, therapist] = [await device(at.first), await device(at.second), await device(at.therapist)];
  const evening = (await app.owner.query<{ now: Date }>('select auth.now() as now')).rows[0]!.now;
  const worlds: [string, Map<string, string>][] = [];
  for (const [cause, acts] of Object.entries(CAUSES)) {
    await setClock(app.owner, evening);
    await whatIsSeen(other, ['/home']);
    for (const what of acts) expect(await act(app, at, one, therapist, what), what).toBe(true);
    await moveClock(app.owner, '24 hours');
    const seen = await whatIsSeen(other, pagesOf(at));
    expect(seen.get(at.open), `the step is closed after ${cause}`).toMatch(/^307/);
    worlds.push([cause, seen]);
    await backTo(app.owner, at, evening);
  }
  const [first, ...others] = worlds;
  for (const [cause, seen] of others) expectTheSame(first![1], seen, `after ${first![0]} and after ${cause}`);
});

/** The evening as it was, with the same steps and the same drawn rest days. */
async function backTo(owner: pg.Pool, { couple }: Home, evening: Date): Promise<void> {
  const at = evening.toISOString();
  await owner.query(`
    begin; set local session_replication_role = replica;
    delete from plan_events where couple_id = '${couple.coupleId}' and at > '${at}';
    delete from flags where couple_id = '${couple.coupleId}';
    delete from check_ins where couple_id = '${couple.coupleId}';
    delete from reflections where couple_id = '${couple.coupleId}';
    delete from drafts where couple_id = '${couple.coupleId}';
    delete from day_sheets where "on" > plan.day_of('${at}', 'America/New_York') and partner_id in ('${couple.first.partnerId}', '${couple.second.partnerId}');
    commit`);
}
