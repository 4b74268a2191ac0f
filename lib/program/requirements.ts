/** What has to be true before a step is put on a plan, and before what is done together is released: one clear sentence each. */
import 'server-only';
import type { StepOutline } from '@/db/queries/plan/program-outline';
import { capital, listed } from '@/lib/format/step-words';
import type { PersonOnPlan } from '@/lib/plan/standing';

/** What is done, as "S03" for a whole step and "S03 alone" for one part of it. */
export type Done = ReadonlySet<string>;
type Part = 'alone' | 'together';
type Required = { step: string; part?: Part };
type Known = {
  steps: readonly StepOutline[];
  people: readonly PersonOnPlan[];
  done: Done;
  /** Requirements that were set aside, in the words of `Done`. */
  waived?: ReadonlySet<string>;
};

/** A step, or one part of it, that the program asks for first and that is not done. The therapist may waive it, with a reason. */
export type Unmet = { key: string; words: string };

/** The step with which boundaries are agreed: nothing from intensity 3 on comes before it. */
export const BOUNDARIES = 'S15';

const inWork = (people: readonly PersonOnPlan[]) => people.filter((person) => person.status !== 'deactivated');

/** Why a step may not be assigned now; none when it may. */
export function obstaclesToAssign(step: StepOutline, known: Known): string[] {
  if (step.isRetired)
    return ['This step was retired from the library. Choose another one, or bring it back there first.'];
  const both = inWork(known.people);
  if (step.mode === 'alone') {
    const notYet = both.filter((person) => !person.hasMet);
    return [
      ...missing(unmetToAssign(step, known)),
      ...(notYet.length === both.length && notYet.length > 0
        ? [`No meeting alone is recorded yet. Record one first, under Contacts & safety.`]
        : []),
    ];
  }
  if (both.length < 2)
    return ['This step is done together, at least in part. With one partner, only steps done alone can be assigned.'];
  return [...notMet(both), ...missing(unmetToAssign(step, known))];
}

/** Those of the obstacles that may be waived: what the program wants done first. Meetings alone, pauses, consents and answers about safety never are. */
export function unmetToAssign(step: StepOutline, known: Known): Unmet[] {
  const required = requiredOf(step, step.mode === 'together' ? 'together' : 'alone');
  const isAfterBoundaries = step.mode !== 'alone' && step.intensity >= 3;
  return unmet([...required, ...(isAfterBoundaries ? [{ step: BOUNDARIES }] : [])], known);
}

/** Whether a written reason is all that stands between a step and its assignment. */
export const mayWaiveToAssign = (step: StepOutline, known: Known): boolean => {
  const waived = new Set(unmetToAssign(step, known).map(({ key }) => key));
  return waived.size > 0 && obstaclesToAssign(step, { ...known, waived }).length === 0;
};

/** Why a unit may not be released now, as far as steps and meetings go. */
export function obstaclesToRelease(step: StepOutline, part: Part, known: Known): string[] {
  return [...(part === 'together' ? notMet(inWork(known.people)) : []), ...missing(unmetToRelease(step, part, known))];
}

export const unmetToRelease = (step: StepOutline, part: Part, known: Known): Unmet[] =>
  unmet(requiredOf(step, part), known);

export const requiredOf = (step: StepOutline, part: Part) =>
  (step.parts ? step.parts.find(({ id }) => id === part)?.requires : step.requires)?.toAssign ?? [];

export const conditionsOf = (step: Pick<StepOutline, 'parts' | 'requires'>, part: Part): string[] =>
  (step.parts ? step.parts.find(({ id }) => id === part)?.requires : step.requires)?.toOpen ?? [];

/** Stage 4 and intensity 4 and 5 are opened by the therapist each week, and so is what the program says so of. */
export function needsRelease(
  step: Pick<StepOutline, 'stage' | 'intensity' | 'mode' | 'parts' | 'requires'>,
  part: Part,
): boolean {
  const isAsked = conditionsOf(step, part).includes('therapistRelease');
  return part === 'alone' ? isAsked : isAsked || step.stage === 4 || step.intensity >= 4;
}

/** Whether what is done together may open by itself once both have said yes. */
export const mayOpenByItself = (
  step: Pick<StepOutline, 'stage' | 'intensity' | 'mode' | 'parts' | 'requires'>,
): boolean => step.mode !== 'alone' && step.intensity <= 2 && !needsRelease(step, 'together');

function notMet(both: readonly PersonOnPlan[]): string[] {
  const open = both.filter((person) => !person.isMetForJoint);
  if (open.length === 0) return [];
  return [
    `What is done together waits until ${listed(open.map((person) => person.name))} ${open.length > 1 ? 'have each' : 'has'} been met alone, with the outcome joint work.`,
  ];
}

function unmet(required: readonly Required[], { steps, done, waived }: Known): Unmet[] {
  const open = new Map<string, Unmet>();
  for (const { step, part } of required) {
    const key = part ? `${step} ${part}` : step;
    if (done.has(key) || waived?.has(key)) continue;
    const title = `“${steps.find(({ code }) => code === step)?.title ?? 'an earlier step'}”`;
    open.set(key, { key, words: part ? `the part of ${title} done ${part}` : title });
  }
  return [...open.values()];
}

/** What a waiver was about, as staff read it. */
export function requirementWords(key: string, steps: readonly StepOutline[]): string {
  const [step = '', part] = key.split(' ');
  const found = unmet([{ step, ...(part ? { part: part as Part } : {}) }], { steps, people: [], done: new Set() });
  return capital(found[0]?.words ?? '');
}

const missing = (open: readonly Unmet[]): string[] => (open.length === 0 ? [] : [unmetWords(open)]);

/** One sentence; empty when nothing is open. */
export const unmetWords = (open: readonly Unmet[]): string =>
  open.length === 0
    ? ''
    : capital(`${listed(open.map(({ words }) => words))} ${open.length > 1 ? 'have' : 'has'} to be done first.`);
