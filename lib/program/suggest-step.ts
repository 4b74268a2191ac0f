/** The next step that the couple's reasons point to. A suggestion to staff, with its why; never shown to a partner, never taken by itself. */
import 'server-only';
import type { StepOutline } from '@/db/queries/plan/program-outline';
import type { When } from '@/db/program/content';
import { reasonWords } from '@/lib/format/couple-words';
import { listed } from '@/lib/format/step-words';
import type { PlanGround, Walked } from '@/lib/plan/read-plan';
import { mayWaiveToAssign, obstaclesToAssign } from './requirements';

export type Suggestion = {
  stepId: string;
  title: string;
  /** Why this one, in a sentence for staff. */
  why: string;
  /** What is missing before it can be assigned; none when it can be now. */
  obstacles: string[];
  /** Whether a written reason is all that is missing. */
  mayWaive: boolean;
};

const PATHS: readonly When[] = ['medical', 'trauma', 'lowMood', 'timePoor'];

/**
 * The first step on the merged path that was never assigned and whose requirements are met; failing that, the first that waits.
 * What is finished is never suggested, nor what lies behind the couple.
 */
export function suggestStep(ground: PlanGround, { done, everAssigned, stage }: Walked): Suggestion | null {
  const chosen = PATHS.filter((path) => ground.reasons.includes(path));
  const paths = chosen.length > 0 ? chosen.map((path) => ground.paths[path]) : [sharedStart(ground.paths)];
  const ahead = new Set(paths.flatMap((path) => notBehind(path, ground.steps, stage)));
  const open = mergePaths(paths)
    .filter((code) => ahead.has(code) && !everAssigned.has(code) && !done.has(code))
    .flatMap((code) => ground.steps.find((step) => step.code === code && !step.isRetired) ?? [])
    .map((step) => ({ step, obstacles: obstaclesToAssign(step, { ...ground, done }) }));
  const found = open.find(({ obstacles }) => obstacles.length === 0) ?? open[0];
  if (!found) return null;
  const { step, obstacles } = found;
  const mayWaive = mayWaiveToAssign(step, { ...ground, done });
  return { stepId: step.stepId, title: step.title, why: whyOf(step, chosen, ground), obstacles, mayWaive };
}

/**
 * A path may go back on purpose, to a step of an earlier stage after one of a later. So a step lies behind a couple that has reached a
 * further stage than any step up to it on the path.
 */
function notBehind(path: readonly string[], steps: PlanGround['steps'], reached: number): string[] {
  const stages = path.map((code) => steps.find((step) => step.code === code)?.stage ?? -1);
  return path.filter((_, at) => Math.max(...stages.slice(0, at + 1)) >= reached);
}

/** Paths walked side by side: the first step of each, then the second of each. Their own orders are kept where they agree. */
export function mergePaths(paths: readonly (readonly string[])[]): string[] {
  const longest = Math.max(0, ...paths.map((path) => path.length));
  const merged = new Set<string>();
  for (let place = 0; place < longest; place += 1)
    for (const path of paths) {
      const code = path[place];
      if (code) merged.add(code);
    }
  return [...merged];
}

/** For a couple whose reasons have no path of their own: what all paths share. */
function sharedStart(paths: PlanGround['paths']): string[] {
  const [first = [], ...rest] = PATHS.map((path) => paths[path] ?? []);
  return first.filter((code) => rest.every((path) => path.includes(code)));
}

function whyOf(step: StepOutline, chosen: readonly When[], { paths }: PlanGround): string {
  const leading = chosen.filter((path) => paths[path].includes(step.code));
  if (leading.length === 0) return 'The next step that every path shares.';
  const reasons = listed(leading.map((path) => `“${reasonWords[path]}”`));
  return `The next step on the path for ${reasons} that was not assigned yet.`;
}
