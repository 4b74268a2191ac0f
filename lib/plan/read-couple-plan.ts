/** The plan of one couple as its page shows it: three statements that wait for nothing. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorRows, ActorTx } from '@/db/access/as-actor';
import type { OpenFlag, OpenFlagOfCouple } from '@/db/queries/flags';
import { type ComfortGiven, readStates, type TurnStates } from '@/db/queries/plan/plan';
import { openCoupleOnPlan, type OpenedPlan } from '@/db/queries/plan/plan-ground';
import { NotFound } from '@/lib/errors';
import { type ShownSharedEnd, shownSharedEnd } from '@/lib/endings/shared-end';
import { type FlagLine, flagLines } from '@/lib/flags/list-flags';
import { ASKED_CHANGE } from '@/lib/flags/raise';
import { dayAndTime, shortDay } from '@/lib/format/dates';
import { type Suggestion, suggestStep } from '@/lib/program/suggest-step';
import { recordId } from '@/lib/record-id';
import { keyringFor } from '@/lib/sealed/keyring-for';
import {
  type CoupleShown,
  coupleShown,
  type DoneStep,
  doneView,
  type PlanStep,
  stepView,
  type ViewFacts,
} from './plan-view';
import { type PracticeDays, practiceDays } from './practice-days';
import { isFinished, peopleInWork, type Plan, planOf, walked, wasTakenBack } from './read-plan';
import { latestAnswer } from './standing';
import { askedBy, changesIn, textsOf } from './terms/read-changes';
import type { Keyring } from '@/lib/sealed/keyring';

/** A line of what needs a look, with the day and time in words. */
export type ShownFlag = FlagLine & {
  formKey: string;
  place: 'first' | 'second';
  raisedWords: string[];
  /** What was asked to be changed or left out, of a line about that. */
  asked: { ask: string; answer: string }[];
};
export type TrendLine = {
  partner: 'first' | 'second';
  name: string;
  points: { on: string; day: string; value: number | null }[];
};

export type CouplePlan = {
  couple: CoupleShown;
  planKey: string;
  isPlanHeld: boolean;
  sharedEnd: ShownSharedEnd | null;
  paused: { id: string; name: string; formKey: string }[];
  flags: ShownFlag[];
  suggestion: Suggestion | null;
  stages: { n: number; title: string; steps: PlanStep[] }[];
  done: DoneStep[];
  takenOff: { id: string; title: string; on: string }[];
  comfort: { summary: string; lines: TrendLine[] };
  practice: PracticeDays | null;
};

type Asked = [OpenedPlan | null, TurnStates, Keyring];

/** What the page asks: everything at once. */
export async function askForPlan(asker: ActorRows, coupleId: string | undefined): Promise<Asked> {
  const id = recordId(coupleId);
  return Promise.all([openCoupleOnPlan(asker, id), readStates(asker, id), keyringFor(asker, [id])]);
}

export async function readCouplePlan(tx: ActorTx, coupleId: string | undefined, asked?: Asked): Promise<CouplePlan> {
  const [row, states, keyring] = asked ?? (await askForPlan(tx, coupleId));
  if (!row) throw new NotFound();
  const plan = await planOf(tx, row.id, row, states);
  const couple = coupleShown(tx.actor, row);
  const { comfort, flags: openFlags } = row;
  const answers = row.answers.map((answer) => latestAnswer(answer, plan.happened));

  const asking = openFlags.filter(({ reason }) => reason === ASKED_CHANGE.reason);
  const facts: ViewFacts = {
    couple,
    plan,
    answers,
    textsOf: openedOnce(tx, keyring),
    comfort,
    keyring,
    asking: new Set(asking.map(({ assignmentId }) => assignmentId)),
  };
  const standing = plan.assignments.filter(({ retiredOn }) => retiredOn === null);
  const isDone = ({ id }: { id: string }) => isFinished(plan, id);
  const onPlan = standing
    .filter((assignment) => !isDone(assignment))
    .map((assignment) => stepView(tx, facts, assignment));
  return {
    couple,
    planKey: randomUUID(),
    isPlanHeld: plan.ground.isPlanHeld,
    sharedEnd: shownSharedEnd(plan.happened, couple, randomUUID()),
    paused: peopleInWork(plan).flatMap(({ id, name, isPaused }) =>
      isPaused ? [{ id, name, formKey: randomUUID() }] : [],
    ),
    flags: flagLines(
      openFlags.map((flag) => withNames(flag, couple, plan)),
      plan.ground,
    ).map((line) => shownFlag(facts, line)),
    suggestion: couple.status === 'ended' ? null : suggestStep(plan.ground, walked(plan)),
    stages: plan.ground.stages.flatMap(({ n, title }) => {
      const steps = onPlan.filter(({ stage }) => stage === n);
      return steps.length > 0 ? [{ n, title, steps }] : [];
    }),
    done: standing.filter(isDone).map((assignment) => doneView(facts, assignment)),
    takenOff: plan.assignments
      .filter((assignment) => !wasTakenBack(assignment))
      .flatMap(({ id, content, retiredOn }) =>
        retiredOn ? [{ id, title: content.title, on: shortDay(retiredOn, couple.today) }] : [],
      ),
    comfort: trendOf(couple, comfort),
    practice: practiceDays(couple, comfort),
  };
}

export function withNames(flag: OpenFlagOfCouple, couple: CoupleShown, plan: Plan): OpenFlag {
  const partner = couple.partners.find(({ id }) => id === flag.partnerId);
  return {
    ...flag,
    coupleId: couple.id,
    coupleLabel: couple.label,
    partnerName: partner?.name ?? '',
    partnerPosition: partner?.position ?? 1,
    stepTitle: plan.assignments.find(({ id }) => id === flag.assignmentId)?.content.title ?? null,
  };
}

function shownFlag({ couple, plan, answers, textsOf }: ViewFacts, line: FlagLine): ShownFlag {
  const own = answers.filter((answer) => answer.assignmentId === line.changeOf && answer.partnerId === line.partner.id);
  return {
    ...line,
    asked: own.flatMap((answer) => changesIn(answer, textsOf(answer), askedBy(plan.ground))),
    formKey: randomUUID(),
    place: couple.partners.find(({ id }) => id === line.partner.id)?.place ?? 'first',
    raisedWords: line.raised.map(({ raisedAt }) => dayAndTime(raisedAt, couple.timeZone, couple.today)),
  };
}

/** Opens each text once, and only what the page asks for. */
function openedOnce(tx: ActorTx, keyring: Keyring): ViewFacts['textsOf'] {
  const opened = new Map<string, Readonly<Record<string, string>>>();
  return (answer) => {
    const texts = opened.get(answer.consentId) ?? textsOf(tx, keyring, answer);
    opened.set(answer.consentId, texts);
    return texts;
  };
}

/** One point a day: the last number of that day. */
function trendOf(couple: CoupleShown, comfort: readonly ComfortGiven[]): CouplePlan['comfort'] {
  const lines = couple.partners.map((partner): TrendLine => {
    const byDay = new Map(
      comfort
        .filter(({ partnerId, comfort: value }) => partnerId === partner.id && value !== null)
        .map(({ on, comfort: value }) => [on, value]),
    );
    const points = [...byDay]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([on, value]) => ({ on, day: shortDay(on, couple.today), value }));
    return { partner: partner.place, name: partner.initials, points };
  });
  const spoken = lines.flatMap(({ name, points }) => {
    const first = points[0];
    const last = points.at(-1);
    if (!first || !last) return [`${name} has given no number yet.`];
    return [
      points.length === 1
        ? `${name} gave ${last.value} on ${last.day}.`
        : `${name} went from ${first.value} on ${first.day} to ${last.value} on ${last.day}.`,
    ];
  });
  return { summary: spoken.join(' '), lines };
}
