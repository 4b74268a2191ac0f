/** Everything the page that assigns a step needs: what may be chosen, and for a chosen step its defaults and what both will read. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import type { StepOutline } from '@/db/queries/plan/program-outline';
import { findProgramOf, findStep, listOwnSteps, listSteps, listTitles, type StepRow } from '@/db/queries/plan/program';
import { type Couple, readCouple } from '@/lib/couples/read-couple';
import { NotFound } from '@/lib/errors';
import { FIELDS, type Field, type Terms } from '@/lib/format/assigned-terms';
import { reasonWords } from '@/lib/format/couple-words';
import { withTitles } from '@/lib/format/step-words';
import { matchSteps } from '@/lib/program/match-steps';
import { minutesOf } from '@/lib/program/read-library';
import {
  conditionsOf,
  mayOpenByItself,
  mayWaiveToAssign,
  needsRelease,
  obstaclesToAssign,
} from '@/lib/program/requirements';
import { type Suggestion, suggestStep } from '@/lib/program/suggest-step';
import { recordId } from '@/lib/record-id';
import { listPreparedLines, type PreparedLine, readPreparedChoice } from '@/lib/room/prepared-choice';
import type { Keyring } from '@/lib/sealed/keyring';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { askedBy, type AskedChange, readChanges } from './terms/read-changes';
import { forOneOf, type ForOne } from './terms/own-terms';
import { isFinished, outlineOf, type Plan, readPlan, walked } from './read-plan';
import { waiverRef } from './sealed-places';
import type { Assignment } from './standing';
import { type Changed, changedForPartners, versionToAssign } from '@/lib/program/step-version';
import { NO_TERMS, openOwnTerms, openTerms } from './terms/terms-of';

export type StepChoice = {
  stepId: string;
  title: string;
  mode: StepRow['content']['mode'];
  intensity: number;
  why: string;
  isOnPlan: boolean;
  obstacles: string[];
  /** False for a version of the library that no clinician has reviewed. */
  isReviewed: boolean;
  /** A written reason is all that it needs. */
  mayWaive: boolean;
};
export type Choosing = {
  asked: string;
  suggestion: Suggestion | null;
  /** Written for this couple alone. */
  own: StepChoice[];
  /** Chosen in the room, to be finished after the session. */
  prepared: PreparedLine[];
  stages: { n: number; title: string; steps: StepChoice[] }[];
};

/** What the form starts with, and what the preview of it is made of. */
export type Assigning = {
  stepId: string;
  /** The version that is read here and will be assigned. */
  versionId: string;
  version: number;
  isReviewed: boolean;
  /** What moving to this version changes for both; null where the assignment keeps its own. */
  moves: (Changed & { from: number }) | null;
  /** Written for this couple, so that its words may be changed here. */
  isOwn: boolean;
  title: string;
  why: string;
  mode: StepRow['content']['mode'];
  intensity: number;
  units: { unit: 'whole' | 'alone' | 'together'; isAlone: boolean; instructions: string[] }[];
  obstacles: string[];
  /** The reason that is asked for to assign it all the same; null where nothing can be waived. */
  waiver: { reason: string } | null;
  /** What the therapist has to judge before assigning; computed by nobody. */
  judgment: string[];
  rhythm: { kind: Assignment['rhythmKind']; times: number; weeks: number | null; days: number[] };
  minutes: { min: number; max: number };
  /** For both, each with its place in the step; those for the couple's reasons come first. */
  adaptations: { place: number; text: string; when: string; isForReasons: boolean; isChosen: boolean }[];
  /** For one of them alone, by partner. */
  forOne: ForOne[];
  fields: { name: Field; isRequired: boolean }[];
  own: string;
  line: string;
  mayOpenByItself: boolean;
  opensWhenBothYes: boolean;
  needsRelease: boolean;
  consentEvery: 'once' | 'week';
  /** The assignment whose place this one takes, and what was asked to be changed in it. */
  replaces: { id: string; title: string } | null;
  changes: AskedChange[];
};

export type AssignPage = { couple: Couple; choosing: Choosing | null; assigning: Assigning | null };
export type AssignSearch = { q?: unknown; step?: unknown; from?: unknown; easier?: unknown; version?: unknown };

export async function readAssign(tx: ActorTx, coupleId: string | undefined, search: AssignSearch): Promise<AssignPage> {
  const couple = await readCouple(tx, coupleId);
  const plan = await readPlan(tx, couple.id);
  if (search.step === undefined)
    return {
      couple,
      assigning: null,
      choosing: await readChoosing(tx, plan, typeof search.q === 'string' ? search.q.slice(0, 100) : ''),
    };
  return { couple, choosing: null, assigning: await readAssigning(tx, couple, plan, search) };
}

async function readChoosing(tx: ActorTx, plan: Plan, asked: string): Promise<Choosing> {
  const [all, written] = await Promise.all([listSteps(tx), listOwnSteps(tx, plan.coupleId)]);
  const steps = all.filter(({ isRetired }) => !isRetired);
  const titles = Object.fromEntries(all.map(({ code, content }) => [code, content.title]));
  const found = matchSteps(steps, plan.ground.stages, asked);
  const onPlan = new Set(
    plan.assignments
      .filter(({ id, retiredOn }) => retiredOn === null && !isFinished(plan, id))
      .map(({ stepId }) => stepId),
  );
  const choiceOf = (step: StepRow): StepChoice => ({
    stepId: step.stepId,
    title: step.content.title,
    mode: step.content.mode,
    intensity: step.content.intensity,
    why: withTitles(step.content.forPartners.why, titles),
    isOnPlan: onPlan.has(step.stepId),
    isReviewed: step.review !== null || written.includes(step),
    ...obstaclesOf(plan, outlineOf(step)),
  });
  return {
    asked,
    own: matchSteps(written, plan.ground.stages, asked).map(choiceOf),
    prepared: await listPreparedLines(tx, plan.coupleId),
    suggestion: suggestStep(plan.ground, walked(plan)),
    stages: plan.ground.stages.flatMap(({ n, title }) => {
      const within = found.filter(({ content }) => content.stage === n);
      const choices = within.map(choiceOf);
      return choices.length > 0 ? [{ n, title, steps: choices }] : [];
    }),
  };
}

function obstaclesOf(plan: Plan, outline: StepOutline): Pick<StepChoice, 'obstacles' | 'mayWaive'> {
  const known = { ...plan.ground, done: plan.done };
  return { obstacles: obstaclesToAssign(outline, known), mayWaive: mayWaiveToAssign(outline, known) };
}

async function readAssigning(tx: ActorTx, couple: Couple, plan: Plan, search: AssignSearch): Promise<Assigning> {
  const newest = await findStep(tx, recordId(search.step));
  const from = search.from === undefined ? null : (plan.assignments.find(({ id }) => id === search.from) ?? null);
  const titles = Object.fromEntries((await listTitles(tx)).map(({ code, title }) => [code, title]));
  if (!newest || (newest.coupleId !== null && newest.coupleId !== couple.id)) throw new NotFound();
  const isReplaced = from !== null && from.retiredOn === null && !isFinished(plan, from.id);
  // Its version is kept, as its terms are, unless the therapist chose to move it.
  const isKept = isReplaced && from.stepId === newest.stepId && search.version !== 'newest';
  const step = versionToAssign(newest, isReplaced ? from : null, isKept ? from.versionId : undefined);
  const { content, stepId } = step;
  const named = (text: string) => withTitles(text, titles);
  const outline = outlineOf(step);
  // Its terms are carried over only when it is the same step again.
  const before = from?.stepId === stepId ? from : null;
  const prepared = from ? null : await readPreparedChoice(tx, couple.id, stepId);
  const keyring = from ? await keyringFor(tx, [couple.id]) : null;
  const terms: Terms =
    before && keyring ? openTerms(keyring, { practiceId: tx.actor.practiceId, coupleId: couple.id }, before) : NO_TERMS;
  const easier = search.easier !== undefined && typeof content.easier !== 'string' ? [named(content.easier.text)] : [];
  const forBoth = content.adaptations.flatMap((adaptation, place) =>
    adaptation.for === 'both' ? [{ ...adaptation, place, text: named(adaptation.text) }] : [],
  );
  const { obstacles, mayWaive } = obstaclesOf(plan, outline);

  return {
    stepId,
    versionId: step.versionId,
    version: step.version,
    isReviewed: step.coupleId !== null || isKept || step.review !== null,
    moves:
      isReplaced && before && !isKept
        ? {
            from: before.version,
            ...changedForPartners(
              { content: before.content, common: await commonOf(tx, before.versionId) },
              { content, common: await commonOf(tx, step.versionId) },
              askedBy(plan.ground),
            ),
          }
        : null,
    isOwn: step.coupleId !== null,
    title: content.title,
    why: named(content.forPartners.why),
    mode: content.mode,
    intensity: content.intensity,
    units: content.parts?.map(({ id, instructions }) => ({
      unit: id,
      isAlone: id === 'alone',
      instructions: instructions.map(named),
    })) ?? [
      {
        unit: 'whole',
        isAlone: content.mode === 'alone',
        instructions: (content.forPartners.instructions ?? []).map(named),
      },
    ],
    obstacles,
    waiver: mayWaive ? { reason: before && keyring ? reasonBefore(tx, couple, before, keyring) : '' } : null,
    judgment: content.forStaff.judgment.map(named),
    rhythm: before
      ? { kind: before.rhythmKind, times: before.rhythmTimes, weeks: before.rhythmWeeks, days: before.rhythmDays }
      : (prepared?.rhythm ?? { ...content.rhythm, days: [] }),
    minutes: before ? { min: before.minutesMin, max: before.minutesMax } : (prepared?.minutes ?? minutesOf(content)),
    adaptations: forBoth
      .map(({ place, text, when }) => ({
        place,
        text,
        when: reasonWords[when],
        isForReasons: plan.ground.reasons.includes(when),
        isChosen: terms.conditions.includes(text),
      }))
      .toSorted((a, b) => Number(b.isForReasons) - Number(a.isForReasons)),
    forOne: couple.partners
      .filter(({ status }) => status !== 'deactivated')
      .map((partner) =>
        forOneOf(
          partner,
          { ...content, adaptations: content.adaptations.map((one) => ({ ...one, text: named(one.text) })) },
          before && keyring ? openOwnTerms(keyring, tx.actor.practiceId, before, partner.id) : [],
        ),
      ),
    fields: FIELDS.filter((name) => content.fields.includes(name)).map((name) => ({
      name,
      isRequired:
        name === 'limits' &&
        (['alone', 'together'] as const).some((part) => conditionsOf(outline, part).includes('limitsSet')),
    })),
    own: [
      ...terms.conditions.filter((text) => !forBoth.some((adaptation) => adaptation.text === text)),
      ...easier,
    ].join('\n'),
    line: prepared?.line ?? terms.line,
    mayOpenByItself: mayOpenByItself(outline),
    opensWhenBothYes: before?.opensWhenBothYes ?? true,
    needsRelease: needsRelease(outline, content.mode === 'alone' ? 'alone' : 'together'),
    consentEvery: content.consentEvery,
    replaces: isReplaced && from ? { id: from.id, title: from.content.title } : null,
    changes: from && keyring ? await readChanges(tx, couple, plan, keyring, from) : [],
  };
}

async function commonOf(tx: ActorTx, versionId: string) {
  const program = await findProgramOf(tx, versionId);
  if (!program) throw new NotFound();
  return program.common;
}

/** A change in place starts with what was written the first time. */
function reasonBefore(tx: ActorTx, couple: Couple, { waivers }: Assignment, keyring: Keyring): string {
  const last = waivers.at(-1);
  if (!last) return '';
  return keyring.open(waiverRef(tx.actor.practiceId, couple.id, last.id), Buffer.from(last.reason, 'base64'));
}
