/** A couple's way through the program, written as steps with days and numbers, and turned into moments of the stage. */
import 'server-only';
import { settleFlag } from '@/lib/flags/settle-flag';
import { listFlags } from '@/lib/flags/list-flags';
import { type Answers, felt, type InTreatment, type Unit } from './in-treatment';
import { assigns, finishes, releases, type Terms } from './plan';
import { type Moment, moment } from './stage';
import { session } from './therapy';
import { noteAlone, noteOf } from './wording';

/** How it was for one partner: comfort, with more answers where they matter; null where that partner sent nothing. */
type Told = number | [number, Answers] | null;
/** Days before today, and what each partner told that evening, in the couple's order. */
export type Evening = [ago: number, ...told: Told[]];

type Leg = {
  code: string;
  /** Assigned that many days ago; shared steps open two days later at the earliest, after the evening of the answers. */
  from: number;
  /** Marked as done. */
  until?: number;
  evenings: Evening[];
  terms?: Terms;
};

/** Steps whose consent holds for a week. The therapist opens each once, and some each week. */
const ASKED_WEEKLY = new Set(['S17', 'S18', 'S20', 'S24']);
const RELEASED_WEEKLY = new Set(['S20']);

/** Opens every step there is; a step takes from it what it asks. */
const WILLING: Answers = {
  wantAlone: 'Yes',
  privatePlace: 'Yes',
  wantAgreement: 'Yes',
  askedToStop: 'Yes',
  wantThisWeek: 'Yes',
  ownChoice: 'Fully',
  stopAllRight: 'Yes',
  talkOrQuiet: 'Either',
  tellAlone: 'No',
  keptWorry: 'No',
  concernForTherapist: 'No',
  lyingDown: 'Sitting or lying down',
  nothingFurther: 'It suits me',
  goOn: 'Together',
};

const within = (value: number) => Math.max(0, Math.min(10, value));

/** What somebody answers who was that much at ease; a step takes from it what it asks. */
const told = (comfort: number, more: Answers = {}): Answers =>
  felt(comfort, {
    raiseAlone: 'No',
    stoppingPossible: 'Yes',
    heard: String(within(comfort + 1)),
    blamed: 'No',
    heldBack: 'No',
    markedFreely: 'Yes',
    listWorry: 'No',
    settledBefore: String(within(comfort - 2)),
    settledAfter: String(within(comfort + 1)),
    couldAsk: comfort > 5 ? 'Yes' : 'Mostly',
    afterSharing: comfort > 5 ? 'More' : 'About the same',
    kindOrHarsh: comfort > 4 ? 'More kind' : 'Some of each',
    planConfident: String(within(comfort - 1)),
    stopEarlier: 'No',
    askedForChange: 'Yes',
    watchingMyself: comfort > 6 ? 'Not at all' : 'A little',
    done: comfort > 5 ? 'All of it' : 'Part of it',
    distressNow: String(within(6 - comfort)),
    distressWorst: String(within(8 - comfort)),
    connected: String(within(comfort + (comfort % 2))),
    pain: comfort < 5 ? '2' : '0',
    nextTime: comfort > 7 ? 'Ready to look at the next one' : comfort > 4 ? 'Same' : 'Smaller',
    ...more,
  });

const answersOf = (one: Told) => (one === null ? null : typeof one === 'number' ? told(one) : told(...one));

const checksIn = (couple: InTreatment, code: string, unit: Unit, [ago, ...each]: Evening): Moment =>
  moment(ago, '20:45', couple.checkIn(code, unit, each.map(answersOf)));

const willing = (couple: InTreatment, code: string, unit: Unit) =>
  couple.consent(
    code,
    unit,
    couple.partners.map(() => WILLING),
  );

/** A step from its assignment to its end, with the answers before it opens and an evening for each check-in. */
export function takes(couple: InTreatment, { code, from, until, evenings, terms }: Leg): Moment[] {
  const answered = [from - 1];
  if (ASKED_WEEKLY.has(code)) for (let ago = from - 8; ago > (until ?? 0); ago -= 7) answered.push(ago);
  const released = RELEASED_WEEKLY.has(code) ? answered : ASKED_WEEKLY.has(code) ? [from - 1] : [];
  const opensOn = [...evenings.map(([ago]) => ago), ...(terms?.opensOn ?? [])];
  return [
    moment(from, '09:10', assigns(couple, code, { ...terms, opensOn })),
    ...answered.map((ago) => moment(ago, '20:05', willing(couple, code, 'whole'))),
    ...released.map((ago) => moment(ago, '09:20', releases(couple, code, 'whole'))),
    ...evenings.map((evening) => checksIn(couple, code, 'whole', evening)),
    ...(until === undefined ? [] : [moment(until, '09:05', finishes(couple, code))]),
  ];
}

/** A step with a part for each alone and one for both, done in four days. */
export function takesInParts(couple: InTreatment, code: string, from: number, alone: Told[], both: Told[]): Moment[] {
  return [
    moment(from, '09:15', assigns(couple, code, { opensOn: [from - 3] })),
    moment(from - 1, '20:05', willing(couple, code, 'alone'), willing(couple, code, 'together')),
    checksIn(couple, code, 'alone', [from - 1, ...alone]),
    moment(from - 2, '09:20', finishes(couple, code, 'alone'), releases(couple, code, 'together')),
    checksIn(couple, code, 'together', [from - 3, ...both]),
    moment(from - 4, '09:05', finishes(couple, code)),
  ];
}

/** The first week of nearly everyone: met alone, signed up, where each starts from, the agreement. */
export function begins(couple: InTreatment, ago: number, first: Told[], agreed: Told[]): Moment[] {
  return [
    moment(ago, '10:30', couple.begin, ...couple.partners.map((_, place) => couple.meet(place, ago))),
    moment(ago, '19:20', couple.accept(...couple.partners.keys())),
    ...takes(couple, { code: 'S01', from: ago - 1, until: ago - 4, evenings: [[ago - 2, ...first]] }),
    ...takes(couple, { code: 'S02', from: ago - 4, until: ago - 7, evenings: [[ago - 6, ...agreed]] }),
  ];
}

type Weekly = {
  at: string;
  /** The first and the last session that took place. */
  from: number;
  to: number;
  every?: 7 | 14;
  withOnly?: number;
  /** What each session was about, in order; it is told again from the start where there are more sessions. */
  about: readonly string[];
  /** Sessions at which somebody came late, by their day. */
  late?: number[];
};

/** Sessions at the same hour, each with its signed note. */
export function meetsWeekly(couple: InTreatment, { at, from, to, every = 7, withOnly, about, late }: Weekly): Moment[] {
  const moments: Moment[] = [];
  const end = `${at.slice(0, 2)}:55`;
  for (let ago = from, place = 0; ago >= to; ago -= every, place += 1) {
    const came = late?.includes(ago) ? (['attended', 'late'] as const) : undefined;
    const write = withOnly === undefined ? noteOf : noteAlone;
    const note = write(couple.seed, place, about[place % about.length]!);
    moments.push(...session(couple, { ago, at, end, withOnly, came }, note));
  }
  return moments;
}

/** The therapist talked with whoever raised something, and says so. */
export const settles = (couple: InTreatment, ago: number): Moment =>
  moment(ago, '12:10', () =>
    couple.stage.cast.as(couple.therapist, async (tx) => {
      const flagIds = (await listFlags(tx, couple.coupleId)).flatMap(({ ids }) => ids);
      if (flagIds.length > 0) await settleFlag(tx, { coupleId: couple.coupleId, flagIds, outcome: 'talked' });
    }),
  );
