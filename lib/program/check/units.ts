// A unit is what opens and is done: a step, or each of its parts. What comes before which.
import 'server-only';
import type { Minutes, Program, Requires, StepContent } from '@/db/program/content';

export interface Unit {
  name: string;
  stepId: string;
  /** As the form of a step names it. */
  field: 'units.whole' | 'units.alone' | 'units.together';
  mode: 'alone' | 'together';
  instructions: string[] | undefined;
  minutes: Minutes | undefined;
  requires: Requires | undefined;
}

export function unitsOf(step: StepContent): Unit[] {
  if (step.parts)
    return step.parts.map(({ id, instructions, minutes, requires }) => ({
      name: `${step.id} ${id}`,
      stepId: step.id,
      field: `units.${id}`,
      mode: id,
      instructions,
      minutes,
      requires,
    }));
  const { instructions, minutes } = step.forPartners;
  const mode = step.mode as 'alone' | 'together';
  return [
    { name: step.id, stepId: step.id, field: 'units.whole', mode, instructions, minutes, requires: step.requires },
  ];
}

export class Order {
  readonly steps: Map<string, StepContent>;
  readonly units: Map<string, Unit>;

  constructor(program: Program) {
    this.steps = new Map(program.steps.map((step) => [step.id, step]));
    this.units = new Map(program.steps.flatMap(unitsOf).map((unit) => [unit.name, unit]));
  }

  /** The units a requirement stands for: one part, or all of a step. */
  named({ step, part }: { step: string; part?: string }): string[] {
    if (part) return [`${step} ${part}`];
    const found = this.steps.get(step);
    return found ? unitsOf(found).map((unit) => unit.name) : [];
  }

  /** Every unit that comes before this one, directly or by others. */
  before(name: string, seen = new Set<string>()): Set<string> {
    for (const requirement of this.units.get(name)?.requires?.toAssign ?? [])
      for (const earlier of this.named(requirement))
        if (!seen.has(earlier)) {
          seen.add(earlier);
          this.before(earlier, seen);
        }
    return seen;
  }

  stepsBefore(step: StepContent): Set<string> {
    return new Set(unitsOf(step).flatMap((unit) => [...this.before(unit.name)].map((name) => name.slice(0, 3))));
  }
}
