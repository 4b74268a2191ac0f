// The two properties of the day sheet, as functions that say what was found, so that a planted leak can be looked for with the same eyes.
import fc from 'fast-check';
import { type Act, ACTS_OF_A, ACTS_OF_T, type ActOfB, ARRIVALS, type Day, ENDINGS } from './acts/every-act';
import { fingerprint, type Story } from './story';
import type { Seen } from './what-partner-gets';

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ by: fc.constant('A' as const), act: fc.constantFrom(...ACTS_OF_A), of: fc.nat(3) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ by: fc.constant('T' as const), act: fc.constantFrom(...ACTS_OF_T), of: fc.nat(3) }),
  },
);
/** The same, the endings, and what arrives: for what must hold until a turn. */
const actOrEnding: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: act },
  {
    weight: 1,
    arbitrary: fc.record({ by: fc.constant('T' as const), act: fc.constantFrom(...ENDINGS), of: fc.nat(3) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ by: fc.constant('A' as const), act: fc.constantFrom(...ARRIVALS), of: fc.nat(3) }),
  },
);
const own: fc.Arbitrary<ActOfB> = fc.record({
  act: fc.constantFrom('answerYes', 'answerYes', 'answerYes', 'answerNo', 'pause', 'takeBackPause', 'answerPolicy'),
  of: fc.nat(3),
});

const days = fc.array(fc.record({ others: fc.array(act, { maxLength: 3 }), own: fc.array(own, { maxLength: 2 }) }), {
  minLength: 2,
  maxLength: 5,
});

/** Most histories have none: after an ending little is on a page that could tell anything. */
const daysWithEndings = fc.array(
  fc.record({ others: fc.array(actOrEnding, { maxLength: 3 }), own: fc.array(own, { maxLength: 2 }) }),
  { minLength: 2, maxLength: 5 },
);

/** What everybody does first, so that steps are open often enough to be closed. */
const OPENING: Day = {
  own: [0, 1, 2, 3].map((of) => ({ act: 'answerYes', of })),
  others: [0, 1, 2, 3].flatMap((of): Act[] => [
    { by: 'A', act: 'answerYes', of },
    { by: 'T', act: 'release', of },
  ]),
};

const AGREES: ActOfB = { act: 'answerPolicy', of: 0 };
/** Both have said yes to another policy, and it is not in force yet. */
export const AGREED: Day = { own: [AGREES], others: [{ by: 'A', act: 'answerPolicy', of: 0 }] };

/**
 * Days on which A does, by ones and in every order, what a page could count, date, sort, size or answer. Which steps rest is drawn anew in
 * each database, so several days are lived: on all of them nothing but one step to see is as good as impossible. And one on which what both
 * agreed to comes into force.
 */
export const DIRECTED: [Day[], Act[]][] = [
  ...[0, 1, 2, 3, 4].map((quietDays): [Day[], Act[]] => [
    Array.from({ length: quietDays }, () => ({ own: [], others: [] })),
    [
      ...[0, 1, 2, 3, 0].map((of): Act => ({ by: 'A', act: 'answerYes', of })),
      ...(['checkIn', 'pause', 'takeBackPause', 'seeAlone'] as const).map((act): Act =>
        act === 'seeAlone' ? { by: 'T', act, of: 1 } : { by: 'A', act, of: 1 },
      ),
    ],
  ]),
  [[AGREED], (['bringIntoForce', 'takeBackProposal', 'propose'] as const).map((act): Act => ({ by: 'T', act, of: 0 }))],
];

/** (1) Within one day nothing that A or the therapist does changes a byte of what B gets. */
export async function changesWithinADay(
  story: Story,
  runs: number,
  { seed, first = [] }: { seed?: number; first?: [Day[], Act[]][] } = {},
): Promise<fc.RunDetails<[Day[], Act[]]>> {
  return fc.check(
    fc.asyncProperty(
      fc.oneof({ weight: 3, arbitrary: days }, { weight: 1, arbitrary: daysWithEndings }),
      fc.array(actOrEnding, { minLength: 1, maxLength: 5 }),
      async (history, acts) => {
        await story.rewind();
        for (const day of [OPENING, ...history]) await live(story, day);
        const before = await story.whatBGets();
        for (const one of acts) {
          await story.do(one);
          expectSame(before, await story.whatBGets(), `after ${one.by}: ${one.act}`);
        }
        await story.forgetSheetOfB();
        expectSame(before, await story.whatBGets(), 'when the sheet is made late');
      },
    ),
    { numRuns: runs, seed, examples: first, endOnFailure: true },
  );
}

export type Tally = { sameDays: number };

/** (2) In two worlds that differ in what A and the therapist did, B gets the same bytes on each day on which, and before which, the same steps were open. */
export async function differsBetweenWorlds(
  story: Story,
  runs: number,
  { tally = { sameDays: 0 }, seed, first = [] }: { tally?: Tally; seed?: number; first?: [Day[], Act[][]][] } = {},
): Promise<fc.RunDetails<[Day[], Act[][]]>> {
  return fc.check(
    fc.asyncProperty(
      days,
      fc.array(fc.array(act, { maxLength: 3 }), { minLength: 5, maxLength: 5 }),
      async (history, elsewhere) => {
        const here = await lived(story, history);
        const there = await lived(
          story,
          history.map((day, i) => ({ own: day.own, others: elsewhere[i] ?? [] })),
        );
        for (let d = 1; d < here.length; d += 1) {
          if (here[d]!.open !== there[d]!.open || here[d - 1]!.open !== there[d - 1]!.open) continue;
          tally.sameDays += 1;
          expectSame(here[d]!, there[d]!, `on day ${d} of two worlds`);
        }
      },
    ),
    { numRuns: runs, seed, examples: first, endOnFailure: true },
  );
}

/**
 * (3) Rule 13: shared work ends on the same day in two worlds, agreed with A in one and with B in the other, planned ahead or the day
 * before, by the care team or by a practice admin: B gets the same bytes on every day.
 */
export async function tellsWhoEndedIt(
  story: Story,
  runs: number,
  seed?: number,
): Promise<fc.RunDetails<[Day[], number, number]>> {
  return fc.check(
    fc.asyncProperty(days, fc.nat(3), fc.nat(3), async (history, here, there) => {
      const withEnd = (way: number): Day[] =>
        history.map((day, place) => ({
          own: day.own,
          others: [...day.others, ...(place === WAYS[way]!.on ? [WAYS[way]!.act] : [])],
        }));
      const one = await lived(story, withEnd(here));
      const other = await lived(story, withEnd(there));
      for (let d = 0; d < one.length; d += 1)
        expectSame(one[d]!, other[d]!, `on day ${d} of two ways to end shared work`);
    }),
    { numRuns: runs, seed, endOnFailure: true },
  );
}

/** Each ends it from the turn after the second day. */
const WAYS: { on: number; act: Act }[] = [
  { on: 1, act: { by: 'T', act: 'endShared', of: 4 } },
  { on: 1, act: { by: 'T', act: 'endShared', of: 1 } },
  { on: 1, act: { by: 'T', act: 'closeAsAdmin', of: 0 } },
  { on: 0, act: { by: 'T', act: 'endSharedLater', of: 3 } },
];

/**
 * (4) Rule 8: another policy comes into force on the same day in two worlds, in which A said yes sooner or later, before B or after, for
 * what was written before as well or not: B gets the same bytes on every day, and the policy from the turn after.
 */
export async function tellsHowPolicyCame(
  story: Story,
  runs: number,
  seed?: number,
): Promise<fc.RunDetails<[Day[], Yes, Yes]>> {
  const yes: fc.Arbitrary<Yes> = fc.record({ on: fc.nat(1), of: fc.constantFrom(0, 2) });
  return fc.check(
    fc.asyncProperty(
      fc.tuple(days, days, days).map((all) => all.flat().slice(0, 4)),
      yes,
      yes,
      async (history, here, there) => {
        const answers = (one: { act: string }) => one.act === 'answerPolicy';
        const withYes = (ofA: Yes): Day[] =>
          history.map((day, place) => ({
            own: [...day.own.filter((one) => !answers(one)), ...(place === 1 ? [AGREES] : [])],
            others: [
              ...day.others.filter((one) => !answers(one)),
              ...(place === ofA.on ? [{ by: 'A', act: 'answerPolicy', of: ofA.of } as const] : []),
              ...(place === 1 ? [{ by: 'T', act: 'bringIntoForce', of: 0 } as const] : []),
            ],
          }));
        const one = await lived(story, withYes(here));
        const other = await lived(story, withYes(there));
        for (let d = 0; d < one.length; d += 1) {
          expectSame(one[d]!, other[d]!, `on day ${d} of two ways to another policy`);
          if (/agreed\\*":\\*"noSecrets/.test(one[d]!.bytes) !== d >= 2)
            throw new Error(`B has ${d >= 2 ? 'not' : 'already'} another policy on day ${d}`);
        }
      },
    ),
    { numRuns: runs, seed, endOnFailure: true },
  );
}

type Yes = { on: number; of: number };

async function lived(story: Story, history: Day[]): Promise<Seen[]> {
  await story.rewind();
  const seen: Seen[] = [];
  for (const day of [OPENING, ...history]) {
    await live(story, day);
    seen.push(await story.whatBGets());
  }
  return seen;
}

/** A day's acts, and the turn after them: what B gets is looked at in the new day, before anyone acts. */
async function live(story: Story, day: Day): Promise<void> {
  for (const one of day.own) await story.doOwn(one);
  for (const one of day.others) await story.do(one);
  await story.nextDay();
}

function expectSame(a: Seen, b: Seen, when: string): void {
  if (a.bytes === b.bytes) return;
  const at = [...a.bytes].findIndex((c, i) => c !== b.bytes[i]);
  throw new Error(
    `B could tell, ${when}: ${fingerprint(a)} is not ${fingerprint(b)}; …${a.bytes.slice(Math.max(0, at - 60), at + 60)}… is not …${b.bytes.slice(Math.max(0, at - 60), at + 60)}…`,
  );
}
