/** The next step that the couple's reasons point to. A suggestion to staff, with its why; never shown to a partner, never taken by itself. */
import 'server-only';
import type { StepOutline } from '@/db/queries/plan/program-outline';
import type { When } from '@/db/program/content';
import { reasonWords } from '@/lib/format/couple-words';
import { listed } from '@/lib/format/step-words';
import type { PlanGround } from '@/lib/plan/read-plan';
import { type Done, obstaclesToAssign } from './requirements';

export type Suggestion = {
  stepId: string;
  title: string;
  /** Why this one, in a sentence for staff. */
  why: string;
  /** What is missing before it can be assigned; none when it can be now. */
  obstacles: string[];
};

const PATHS: readonly When[] = ['medical', 'trauma', 'lowMood', 'timePoor'];

/** The first step on the merged path that was never assigned and whose requirements are met; failing that, the first that waits. */
export function suggestStep(ground: PlanGround, done: Done, everAssigned: ReadonlySet<string>): Suggestion | null {
  const chosen = PATHS.filter((path) => ground.reasons.includes(path));
  const order = chosen.length > 0 ? mergePaths(chosen.map((path) => ground.paths[path])) : sharedStart(ground.paths);
  const open = order
    .filter((code) => !everAssigned.has(code))
    .flatMap((code) => ground.steps.find((step) => step.code === code) ?? [])
    .map((step) => ({ step, obstacles: obstaclesToAssign(step, { ...ground, done }) }));
  const found = open.find(({ obstacles }) => obstacles.length === 0) ?? open[0];
  if (!found) return null;
  const { step, obstacles } = found;
  return { stepId: step.stepId, title: step.title, why: whyOf(step, chosen, ground), obstacles };
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
