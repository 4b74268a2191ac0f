/** What has to be true before a step is put on a plan, and before what is done together is released: one clear sentence each. */
import 'server-only';
import type { StepOutline } from '@/db/queries/program-outline';
import { capital, listed } from '@/lib/format/step-words';
import type { PersonOnPlan } from '@/lib/plan/standing';

/** What is done, as "S03" for a whole step and "S03 alone" for one part of it. */
export type Done = ReadonlySet<string>;
type Known = { steps: readonly StepOutline[]; people: readonly PersonOnPlan[]; done: Done };
type Part = 'alone' | 'together';

/** The step with which boundaries are agreed: nothing from intensity 3 on comes before it. */
const BOUNDARIES = 'S15';

const inWork = (people: readonly PersonOnPlan[]) => people.filter((person) => person.status !== 'deactivated');

/** Why a step may not be assigned now; none when it may. */
export function obstaclesToAssign(step: StepOutline, { steps, people, done }: Known): string[] {
  const both = inWork(people);
  if (step.mode === 'alone') {
    const notYet = both.filter((person) => !person.hasMet);
    return [
      ...missing(requiredOf(step, 'alone'), steps, done),
      ...(notYet.length === both.length && notYet.length > 0
        ? [`No meeting alone is recorded yet. Record one first, under Contacts & safety.`]
        : []),
    ];
  }
  if (both.length < 2)
    return ['This step is done together, at least in part. With one partner, only steps done alone can be assigned.'];
  return [
    ...notMet(both),
    ...missing(
      [
        ...requiredOf(step, step.mode === 'parts' ? 'alone' : 'together'),
        ...(step.intensity >= 3 ? [{ step: BOUNDARIES }] : []),
      ],
      steps,
      done,
    ),
  ];
}

/** Why a unit may not be released now, as far as steps and meetings go. */
export function obstaclesToRelease(step: StepOutline, part: Part, { steps, people, done }: Known): string[] {
  const both = inWork(people);
  return [...(part === 'together' ? notMet(both) : []), ...missing(requiredOf(step, part), steps, done)];
}

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

function missing(
  required: readonly { step: string; part?: Part }[],
  steps: readonly StepOutline[],
  done: Done,
): string[] {
  const open = required.filter(({ step, part }) => !done.has(part ? `${step} ${part}` : step));
  if (open.length === 0) return [];
  const once = open.filter(
    (one, at) => open.findIndex(({ step, part }) => step === one.step && part === one.part) === at,
  );
  const names = once.map(({ step, part }) => {
    const title = `“${steps.find(({ code }) => code === step)?.title ?? 'an earlier step'}”`;
    return part ? `the part of ${title} done ${part}` : title;
  });
  return [capital(`${listed(names)} ${once.length > 1 ? 'have' : 'has'} to be done first.`)];
}
