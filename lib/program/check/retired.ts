// What is offered never leads to what was retired: not as what comes first, not as the easier one, not on a path, not by its title.
import 'server-only';
import type { Program } from '@/db/program/content';
import { at, type Fault, type Place } from './shape';
import { unitsOf } from './units';
import { everyText, references } from './words';

export function checkRetired(program: Program, retired: ReadonlySet<string>, fault: Fault): void {
  if (retired.size === 0) return;
  const title = (id: string) => program.steps.find((step) => step.id === id)?.title ?? '';
  const say = (who: string, what: string, id: string, place: Place) =>
    fault(
      `${who} ${what} ${id}, which is retired.`,
      place,
      `“${title(id)}” was retired. Choose another, or bring it back first.`,
    );
  for (const step of program.steps.filter(({ id }) => !retired.has(id))) {
    for (const unit of unitsOf(step))
      for (const { step: earlier } of unit.requires?.toAssign ?? [])
        if (retired.has(earlier)) say(unit.name, 'requires', earlier, at(step, `${unit.field}.toAssign`));
    if (typeof step.easier === 'string' && retired.has(step.easier))
      say(step.id, 'has the easier step', step.easier, at(step, 'easier.step'));
  }
  for (const { text, at: place } of everyText(program))
    if (place?.step && !retired.has(place.step) && typeof text === 'string')
      for (const named of references(text)) if (retired.has(named)) say(place.step, 'names', named, place);
  for (const [path, ids] of Object.entries(program.paths))
    for (const id of ids) if (retired.has(id)) say(`Path ${path}`, 'names', id, { field: `paths.${path}` });
}
