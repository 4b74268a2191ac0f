/** What the plan's page shows of each step: two lanes, why it is closed, and what may be done about it. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Actor, ActorTx } from '@/db/access/as-actor';
import type { ComfortGiven, UnitState } from '@/db/queries/plan/plan';
import { type CouplePartner, marked } from '@/lib/couples/read-couple';
import type { CoupleOnPlan } from '@/db/queries/plan/plan-ground';
import type { Terms } from '@/lib/format/assigned-terms';
import { shortDay } from '@/lib/format/dates';
import { minutesWords, rhythmWords } from '@/lib/format/rhythms';
import { intensityWords, modeWords, unitWords } from '@/lib/format/step-words';
import { requirementWords, unmetWords } from '@/lib/program/requirements';
import type { Keyring } from '@/lib/sealed/keyring';
import { inOrder } from './answer-order';
import { askedBy, changesIn, standingOfChanges } from './terms/read-changes';
import { peopleInWork, type Plan } from './read-plan';
import { unmetForRelease, whyNotRelease } from './release-unit';
import { waiverRef } from './sealed-places';
import type { Assignment, LatestAnswer } from './standing';
import { laneDifferences } from './lane-differences';
import { openOwnTerms, openTerms } from './terms/terms-of';
import { aloneWords, consentWords, sharedStatus, type UnitStatus } from './unit-words';

export type Lane = {
  partner: Pick<CouplePartner, 'id' | 'name' | 'initials' | 'place'>;
  consent: string;
  isYes: boolean;
  /** How it stands for this person alone; empty where it stands the same for both. */
  state: string;
  /** Everything this person answered before it, for the care team. */
  said: { ask: string; answer: string }[];
  /** The last few check-ins: "12 Nov: 6". */
  checkIns: string[];
};
export type StepAct = { value: string; label: string };
export type PlanUnit = {
  formKey: string;
  unit: UnitState['unit'];
  heading: string;
  isAlone: boolean;
  status: UnitStatus | null;
  lanes: Lane[];
  /** Where the two lanes differ, as facts. */
  differences: string[];
  acts: StepAct[];
  /** What a release still waits for and may be waived: one sentence; empty when nothing. */
  unmet: string;
  waiveKey: string;
};
export type PlanStep = {
  id: string;
  moreKey: string;
  title: string;
  facts: string;
  stage: number;
  isHeld: boolean;
  terms: Terms;
  /** Changed today: both read it from the next turn on. */
  termsFrom: string | null;
  /** What one of them alone reads. */
  own: { name: string; place: CouplePartner['place']; lines: string[] }[];
  /** For the care team alone. */
  waivers: { id: string; requirement: string; reason: string; by: string }[];
  units: PlanUnit[];
  /** Acts on the whole step, less often needed. */
  more: StepAct[];
  /** None once work has ended, like every act. */
  easier: { href: string; label: string } | null;
  /** Conditions, for both or for one; and the whole assignment anew. */
  termsHref: string | null;
  changeHref: string | null;
  /** A newer version with other words or questions for partners. */
  newer: { version: number; href: string } | null;
  /** What was asked to be changed, and whether its conditions were written since or the care team left it as it is. */
  changes: 'merged' | 'unmerged' | 'declined' | null;
};

/** A step that is done says no more than when, and how to do it again. */
export type DoneStep = { id: string; title: string; doneOn: string | null; repeatHref: string | null };

/** The head of the page, with its partners as marks know them. */
export type CoupleShown = Omit<CoupleOnPlan, 'partners'> & {
  partners: (CoupleOnPlan['partners'][number] & Pick<CouplePartner, 'place' | 'initials'>)[];
};

export const coupleShown = (
  actor: Pick<Actor, 'areNamesShielded'>,
  { id, label, status, timeZone, today, policy, isInJointSession, programStamp, reasons, partners }: CoupleOnPlan,
): CoupleShown => ({
  id,
  label,
  status,
  timeZone,
  today,
  policy,
  isInJointSession,
  programStamp,
  reasons,
  partners: partners.map((partner) => marked(actor, partner)),
});

export type ViewFacts = {
  couple: CoupleShown;
  plan: Plan;
  answers: LatestAnswer[];
  /** What was written beside an answer, opened once. */
  textsOf: (answer: LatestAnswer) => Readonly<Record<string, string>>;
  comfort: ComfortGiven[];
  keyring: Keyring;
  /** Assignments of which an asked change still waits. */
  asking: ReadonlySet<string | null>;
};

export function stepView(tx: ActorTx, facts: ViewFacts, assignment: Assignment): PlanStep {
  const { couple, plan, keyring } = facts;
  const { id, content } = assignment;
  const units = unitsOf(facts, assignment);
  const assignHref = (step: string, extra = '') => hrefToAssign(couple, assignment, step) + extra;
  const easierStep =
    typeof content.easier === 'string' ? plan.ground.steps.find(({ code }) => code === content.easier) : undefined;
  const rhythm = {
    kind: assignment.rhythmKind,
    times: assignment.rhythmTimes,
    weeks: assignment.rhythmWeeks,
    days: assignment.rhythmDays,
  };
  return {
    id,
    moreKey: randomUUID(),
    title: content.title,
    facts: [
      modeWords[assignment.mode],
      rhythmWords(rhythm),
      minutesWords({ min: assignment.minutesMin, max: assignment.minutesMax }),
      intensityWords(assignment.intensity),
    ].join(' · '),
    stage: content.stage,
    isHeld: assignment.isHeld,
    terms: openTerms(keyring, { practiceId: tx.actor.practiceId, coupleId: couple.id }, assignment),
    termsFrom: assignment.changed && !assignment.changed.isOut ? 'From the next turn' : null,
    own: couple.partners.flatMap(({ id: partnerId, name, place }) => {
      const lines = openOwnTerms(keyring, tx.actor.practiceId, assignment, partnerId);
      return lines.length > 0 ? [{ name, place, lines }] : [];
    }),
    waivers: assignment.waivers.map((waiver) => ({
      id: waiver.id,
      requirement: requirementWords(waiver.requirement, plan.ground.steps),
      reason: keyring.open(waiverRef(tx.actor.practiceId, couple.id, waiver.id), Buffer.from(waiver.reason, 'base64')),
      by: `${waiver.by}, ${shortDay(waiver.on, couple.today)}`,
    })),
    units,
    more: hasEnded(couple) ? [] : moreActs(assignment, units),
    easier: hasEnded(couple)
      ? null
      : {
          href: assignHref(easierStep?.stepId ?? assignment.stepId, easierStep ? '' : '&easier=1'),
          label: easierStep ? `Easier: “${easierStep.title}”` : 'Easier version',
        },
    changeHref: hasEnded(couple) ? null : assignHref(assignment.stepId),
    newer: hasEnded(couple) ? null : newerThan(plan, assignment, assignHref(assignment.stepId, '&version=newest')),
    termsHref: hasEnded(couple) ? null : `/couples/${couple.id}/steps/${id}/terms`,
    changes: standingOfChanges(
      assignment,
      facts.answers.filter(
        (answer) => answer.assignmentId === id && changesIn(answer, facts.textsOf(answer), String).length > 0,
      ),
      facts.asking.has(id),
    ),
  };
}

function newerThan({ ground }: Plan, { stepId, shown }: Assignment, href: string): PlanStep['newer'] {
  const newest = ground.steps.find((step) => step.stepId === stepId);
  return newest && !newest.isRetired && newest.shown !== shown ? { version: newest.version, href } : null;
}

export function doneView({ couple, plan }: ViewFacts, assignment: Assignment): DoneStep {
  const { id, content, stepId } = assignment;
  const doneOn = plan.states.next
    .filter((state) => state.assignmentId === id)
    .flatMap(({ doneOn }) => doneOn ?? [])
    .toSorted()
    .at(-1);
  return {
    id,
    title: content.title,
    doneOn: doneOn ? shortDay(doneOn, couple.today) : null,
    repeatHref: hasEnded(couple) ? null : hrefToAssign(couple, assignment, stepId),
  };
}

/** The plan stays as it is: nothing that would be refused is offered. */
const hasEnded = ({ status }: Pick<CoupleShown, 'status'>): boolean => status === 'ended';

const hrefToAssign = (couple: CoupleShown, { id }: Assignment, stepId: string) =>
  `/couples/${couple.id}/assign?step=${stepId}&from=${id}`;

function unitsOf({ couple, plan, answers, comfort, textsOf }: ViewFacts, assignment: Assignment): PlanUnit[] {
  const ask = askedBy(plan.ground);
  const order = [
    ...Object.values(plan.ground.consent).flatMap((list) => list.map(({ id }) => id)),
    ...assignment.content.extraConsent,
  ];
  const names = assignment.mode === 'parts' ? (['alone', 'together'] as const) : (['whole'] as const);
  return names.map((unit) => {
    const of = (states: readonly UnitState[]) =>
      states.filter((state) => state.assignmentId === assignment.id && state.unit === unit);
    const next = of(plan.states.next);
    const isAlone = next[0]?.isAlone ?? assignment.mode === 'alone';
    const status = isAlone
      ? null
      : sharedStatus({
          assignment,
          isPlanHeld: plan.ground.isPlanHeld,
          people: peopleInWork(plan),
          hasEnded: hasEnded(couple),
          today: of(plan.states.today),
          next,
        });
    const lanes = couple.partners.flatMap(({ id: partnerId, name, initials, place }): Lane[] => {
      const partner = { id: partnerId, name, initials, place };
      const state = next.find(({ partnerId }) => partnerId === partner.id);
      if (!state) return [];
      const answer = answers.find(
        (one) => one.assignmentId === assignment.id && one.unit === unit && one.partnerId === partner.id,
      );
      const { words, isYes } = consentWords(answer, state);
      const given = comfort.filter((one) => one.assignmentId === assignment.id && one.partnerId === partner.id);
      return [
        {
          partner,
          consent: words,
          isYes,
          state: isAlone && !hasEnded(couple) ? aloneWords(state, assignment) : '',
          said: answer
            ? inOrder({ ...answer.answers, ...textsOf(answer) }, order).map(([id, value]) => ({
                ask: ask(id),
                answer: value,
              }))
            : [],
          checkIns:
            unit === 'alone'
              ? []
              : given
                  .slice(-4)
                  .map(({ on, comfort: value }) => `${shortDay(on, couple.today)}: ${value ?? 'no number'}`),
        },
      ];
    });
    return {
      formKey: randomUUID(),
      unit,
      heading: unitWords[unit],
      isAlone,
      status,
      lanes,
      differences: isAlone
        ? []
        : laneDifferences(
            couple.partners,
            comfort.filter((one) => one.assignmentId === assignment.id),
          ),
      acts: hasEnded(couple) ? [] : actsOn(plan, assignment, unit, next, isAlone),
      unmet: assignment.isSeen && !hasEnded(couple) ? unmetWords(unmetForRelease(plan, assignment.id, unit)) : '',
      waiveKey: randomUUID(),
    };
  });
}

function actsOn(
  plan: Plan,
  assignment: Assignment,
  unit: UnitState['unit'],
  next: readonly UnitState[],
  isAlone: boolean,
): StepAct[] {
  if (next.every(({ state }) => state === 'done')) return [];
  if (!assignment.isSeen) return unit === 'together' ? [] : [{ value: 'retire', label: 'Take it back unseen' }];
  const acts: StepAct[] = [];
  const may = (isImmediate: boolean) => whyNotRelease(plan, assignment.id, unit, isImmediate).length === 0;
  const isOpenToday = plan.states.today.some(
    (state) => state.assignmentId === assignment.id && state.unit === unit && state.state === 'open',
  );
  if (may(false))
    acts.push({
      value: `release.${unit}`,
      label: next.every(({ isReleased }) => isReleased) ? 'Release for another week' : 'Release',
    });
  if (!isAlone && !isOpenToday && may(true))
    acts.push({ value: `releaseAtOnce.${unit}`, label: 'Joint session: open for both now' });
  acts.push({ value: `finish.${unit}`, label: 'Done' });
  return acts;
}

function moreActs(assignment: Assignment, units: readonly PlanUnit[]): StepAct[] {
  const hasShared = units.some(({ isAlone }) => !isAlone);
  const hold = assignment.isHeld ? [{ value: 'liftHold', label: 'Lift the hold' }] : [{ value: 'hold', label: 'Hold' }];
  return [
    ...(hasShared ? hold : []),
    ...(assignment.isSeen ? [{ value: 'retire', label: 'Step back' }] : []),
    ...(hasShared ? [{ value: 'closeForBoth', label: 'Close it for both now' }] : []),
  ];
}
