// What must hold before a unit is assigned and before it opens, given how close the step is.
import 'server-only';
import type { Program, StepContent } from '@/db/program/content';
import { openingConditions } from '@/lib/format/step-words';
import { at, checkKeys, checkNoRepeat } from './shape';
import type { Fault } from './shape';
import { unitsOf } from './units';
import type { Order, Unit } from './units';

/** The step in which the two agree how to stop; nothing with touch comes before it. */
const STOP_AGREEMENT = 'S15';

export const NO_SUCH_STEP = 'There is no such step.';

export function checkConditions(program: Program, step: StepContent, order: Order, fault: Fault): void {
  for (const unit of unitsOf(step)) {
    if (!unit.requires) {
      fault(`${unit.name} has no requires.`);
      continue;
    }
    checkRequirements(program, unit, order, fault);
    const has = (condition: string) => unit.requires?.toOpen.includes(condition) ?? false;
    const opening = at(step, `${unit.field}.toOpen`);
    const need = (condition: string, why: string) => {
      if (!has(condition))
        fault(
          `${unit.name} opens without "${condition}", though ${why}.`,
          opening,
          `Choose “${openingConditions[condition]}”, because ${why}.`,
        );
    };
    if (unit.mode === 'alone') {
      need('ownMeetingAlone', 'it is done alone');
      need('consentOwn', 'it is done alone');
      if (has('bothMetAlone') || has('consentBoth'))
        fault(
          `${unit.name} is done alone but waits for the other partner.`,
          opening,
          'What is done alone never waits for the other partner.',
        );
      checkWaitsForNobody(step, unit, order, fault);
    } else {
      need('bothMetAlone', 'it is done together');
      need('consentBoth', 'it is done together');
    }
    if (step.mode === 'parts' && unit.mode === 'together') {
      need('therapistRelease', 'it is the together part');
      if (!unit.requires.toAssign.some((earlier) => earlier.step === step.id && earlier.part === 'alone'))
        fault(
          `${unit.name} does not require its own alone part.`,
          at(step, `${unit.field}.toAssign`),
          'The part done alone comes first: add it here.',
        );
    }
    const isShared = step.stage >= 3 && step.stage <= 5 && unit.mode === 'together';
    if (step.intensity >= 3 || isShared) need('noOpenSafetyFlag', 'it is in stages 3 to 5 or of intensity 3 or more');
    if (step.intensity >= 4 || step.stage === 4) need('therapistRelease', 'it is in stage 4 or of intensity 4 or more');
    if (step.touch && step.stage >= 4) need('medicalAnswered', 'it has touch in stage 4 or later');
    if (step.fields.includes('limits')) need('limitsSet', 'the therapist writes its limits');
  }
  checkIntensity(step, order, fault);
}

function checkRequirements(program: Program, unit: Unit, order: Order, fault: Fault): void {
  const { toAssign, toOpen } = unit.requires!;
  const first = at({ id: unit.stepId }, `${unit.field}.toAssign`);
  const opening = at({ id: unit.stepId }, `${unit.field}.toOpen`);
  checkKeys(unit.requires, ['toAssign', 'toOpen'], [], `${unit.name} requires`, fault);
  for (const earlier of toAssign) {
    checkKeys(earlier, ['step'], ['part'], `${unit.name} toAssign`, fault);
    const found = order.steps.get(earlier.step);
    if (!found) fault(`${unit.name} requires ${earlier.step}, which does not exist.`, first, NO_SUCH_STEP);
    else if (earlier.part && !found.parts?.some(({ id }) => id === earlier.part))
      fault(
        `${unit.name} requires the part "${earlier.part}" of ${earlier.step}, which does not exist.`,
        first,
        'That step has no such part.',
      );
  }
  const named = toAssign.map(({ step, part }) => `${step} ${part ?? ''}`);
  checkNoRepeat(named, `${unit.name} toAssign`, fault, first);
  checkNoRepeat(toOpen, `${unit.name} toOpen`, fault, opening);
  for (const condition of toOpen)
    if (!program.conditions[condition])
      fault(`${unit.name} waits for "${condition}", which is not a condition.`, opening, 'Choose from the list.');
}

function checkWaitsForNobody(step: StepContent, unit: Unit, order: Order, fault: Fault): void {
  if (step.intensity >= 3 || step.stage >= 3) return;
  for (const name of order.before(unit.name))
    if (order.units.get(name)?.mode === 'together')
      fault(
        `${unit.name} is done alone but waits for ${name}, which is done together.`,
        at(step, `${unit.field}.toAssign`),
        'What is done alone in the first stages never waits for something done together.',
      );
}

function checkIntensity(step: StepContent, order: Order, fault: Fault): void {
  const comesAfterAgreement = order.stepsBefore(step).has(STOP_AGREEMENT);
  const first = at(step, `${unitsOf(step).at(-1)!.field}.toAssign`);
  const boundaries = `“${order.steps.get(STOP_AGREEMENT)?.title ?? ''}” comes before`;
  if (step.mode === 'alone' && step.touch)
    fault(
      `${step.id} is done alone but has touch between partners.`,
      at(step, 'touch'),
      'What is done alone has no touch between the two.',
    );
  if (step.touch && step.intensity < 2)
    fault(
      `${step.id} has touch but an intensity below 2.`,
      at(step, 'intensity'),
      'With touch it is of intensity 2 or more.',
    );
  if (step.touch && !comesAfterAgreement)
    fault(
      `${step.id} has touch but does not come after ${STOP_AGREEMENT}.`,
      first,
      `${boundaries} anything with touch. Require it here, or a step that comes after it.`,
    );
  if (step.intensity === 3 && !comesAfterAgreement)
    fault(
      `${step.id} has intensity 3 but does not come after ${STOP_AGREEMENT}.`,
      first,
      `${boundaries} intensity 3. Require it here, or a step that comes after it.`,
    );
  if (step.intensity === 5 && !step.fields.includes('limits'))
    fault(
      `${step.id} has intensity 5 but the therapist writes no limits.`,
      at(step, 'fields'),
      'At intensity 5 the therapist writes the limits: choose that here.',
    );
  if (step.stage < 3 && step.intensity > 2)
    fault(
      `${step.id} has intensity ${step.intensity} in stage ${step.stage}.`,
      at(step, 'intensity'),
      'In the first three stages a step is of intensity 2 at most.',
    );
  for (const unit of unitsOf(step))
    for (const { step: earlier } of unit.requires?.toAssign ?? [])
      if ((order.steps.get(earlier)?.intensity ?? 0) > step.intensity)
        fault(
          `${step.id} requires ${earlier}, which is more intense.`,
          at(step, `${unit.field}.toAssign`),
          `“${order.steps.get(earlier)!.title}” is more intense than this step, so it can’t come before it.`,
        );
}
