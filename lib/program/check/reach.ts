// The program as a whole can be walked: no circles, no step out of reach, no path that comes to a step too early.
import 'server-only';
import type { Program } from '@/db/program/content';
import { checkNoRepeat } from './shape';
import type { Fault, Place } from './shape';
import { NO_SUCH_STEP } from './conditions';
import { REASONS } from './steps';
import { Order, unitsOf } from './units';

export function checkReach(program: Program, fault: Fault): void {
  const order = new Order(program);
  for (const name of order.units.keys())
    if (order.before(name).has(name))
      fault(
        `${name} requires itself, directly or by a circle.`,
        firstOf(order, name),
        'What is required here leads back to this step in a circle.',
      );
  const reached = walkFreely(order);
  for (const name of order.units.keys())
    if (!reached.has(name))
      fault(
        `${name} can never be reached.`,
        firstOf(order, name),
        'With what is required here, this can never be reached.',
      );
  checkPaths(program, order, fault);
}

const firstOf = (order: Order, name: string): Place => {
  const { stepId, field } = order.units.get(name)!;
  return { step: stepId, field: `${field}.toAssign` };
};

/** Does whatever is ready until nothing more becomes ready. */
function walkFreely(order: Order): Set<string> {
  const done = new Set<string>();
  for (let before = -1; before !== done.size;) {
    before = done.size;
    for (const [name, unit] of order.units) {
      const needed = (unit.requires?.toAssign ?? []).map((requirement) => order.named(requirement));
      if (needed.every((names) => names.length > 0 && names.every((earlier) => done.has(earlier)))) done.add(name);
    }
  }
  return done;
}

function checkPaths(program: Program, order: Order, fault: Fault): void {
  const isComplete = REASONS.every((reason) => program.paths[reason]);
  if (!isComplete || Object.keys(program.paths).length !== REASONS.length)
    fault(`The paths are not ${REASONS.join(', ')}.`);
  for (const [path, ids] of Object.entries(program.paths)) {
    const place = { field: `paths.${path}` };
    checkNoRepeat(ids, `Path ${path}`, fault, place);
    const walked = new Set<string>();
    for (const id of ids) {
      const step = order.steps.get(id);
      if (!step) {
        fault(`Path ${path} names ${id}, which does not exist.`, place, NO_SUCH_STEP);
        continue;
      }
      for (const unit of unitsOf(step)) {
        for (const earlier of (unit.requires?.toAssign ?? []).flatMap((requirement) => order.named(requirement)))
          if (!walked.has(earlier))
            fault(
              `Path ${path} comes to ${unit.name} before ${earlier}, which it requires.`,
              place,
              `“${step.title}” comes before “${order.steps.get(earlier.slice(0, 3))!.title}”, which it requires.`,
            );
        walked.add(unit.name);
      }
    }
  }
}
