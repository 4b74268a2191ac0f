// What must hold before a unit is assigned and before it opens, given how close the step is.
import 'server-only';
import type { Program, StepContent } from '@/db/program/content';
import { checkKeys, checkNoRepeat } from './shape';
import type { Fault } from './shape';
import { unitsOf } from './units';
import type { Order, Unit } from './units';

/** The step in which the two agree how to stop; nothing with touch comes before it. */
const STOP_AGREEMENT = 'S15';

export function checkConditions(program: Program, step: StepContent, order: Order, fault: Fault): void {
  for (const unit of unitsOf(step)) {
    if (!unit.requires) {
      fault(`${unit.name} has no requires.`);
      continue;
    }
    checkRequirements(program, unit, order, fault);
    const has = (condition: string) => unit.requires?.toOpen.includes(condition) ?? false;
    const need = (condition: string, why: string) => {
      if (!has(condition)) fault(`${unit.name} opens without "${condition}", though ${why}.`);
    };
    if (unit.mode === 'alone') {
      need('ownMeetingAlone', 'it is done alone');
      need('consentOwn', 'it is done alone');
      if (has('bothMetAlone') || has('consentBoth'))
        fault(`${unit.name} is done alone but waits for the other partner.`);
      checkWaitsForNobody(step, unit, order, fault);
    } else {
      need('bothMetAlone', 'it is done together');
      need('consentBoth', 'it is done together');
    }
    if (step.mode === 'parts' && unit.mode === 'together') {
      need('therapistRelease', 'it is the together part');
      if (!unit.requires.toAssign.some((earlier) => earlier.step === step.id && earlier.part === 'alone'))
        fault(`${unit.name} does not require its own alone part.`);
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
  checkKeys(unit.requires, ['toAssign', 'toOpen'], [], `${unit.name} requires`, fault);
  for (const earlier of toAssign) {
    checkKeys(earlier, ['step'], ['part'], `${unit.name} toAssign`, fault);
    const found = order.steps.get(earlier.step);
    if (!found) fault(`${unit.name} requires ${earlier.step}, which does not exist.`);
    else if (earlier.part && !found.parts?.some(({ id }) => id === earlier.part))
      fault(`${unit.name} requires the part "${earlier.part}" of ${earlier.step}, which does not exist.`);
  }
  const named = toAssign.map(({ step, part }) => `${step} ${part ?? ''}`);
  checkNoRepeat(named, `${unit.name} toAssign`, fault);
  checkNoRepeat(toOpen, `${unit.name} toOpen`, fault);
  for (const condition of toOpen)
    if (!program.conditions[condition]) fault(`${unit.name} waits for "${condition}", which is not a condition.`);
}

function checkWaitsForNobody(step: StepContent, unit: Unit, order: Order, fault: Fault): void {
  if (step.intensity >= 3 || step.stage >= 3) return;
  for (const name of order.before(unit.name))
    if (order.units.get(name)?.mode === 'together')
      fault(`${unit.name} is done alone but waits for ${name}, which is done together.`);
}

function checkIntensity(step: StepContent, order: Order, fault: Fault): void {
  const comesAfterAgreement = order.stepsBefore(step).has(STOP_AGREEMENT);
  if (step.mode === 'alone' && step.touch) fault(`${step.id} is done alone but has touch between partners.`);
  if (step.touch && step.intensity < 2) fault(`${step.id} has touch but an intensity below 2.`);
  if (step.touch && !comesAfterAgreement) fault(`${step.id} has touch but does not come after ${STOP_AGREEMENT}.`);
  if (step.intensity === 3 && !comesAfterAgreement)
    fault(`${step.id} has intensity 3 but does not come after ${STOP_AGREEMENT}.`);
  if (step.intensity === 5 && !step.fields.includes('limits'))
    fault(`${step.id} has intensity 5 but the therapist writes no limits.`);
  if (step.stage < 3 && step.intensity > 2) fault(`${step.id} has intensity ${step.intensity} in stage ${step.stage}.`);
  for (const { step: earlier } of unitsOf(step).flatMap((unit) => unit.requires?.toAssign ?? []))
    if ((order.steps.get(earlier)?.intensity ?? 0) > step.intensity)
      fault(`${step.id} requires ${earlier}, which is more intense.`);
}
