// Each step by itself: its shape, rhythm and questions, its easier version, adaptations and fields.
import 'server-only';
import type { Program, StepContent } from '@/db/program/content';
import { checkConditions } from './conditions';
import { checkKeys, checkNoRepeat, checkTexts, isText, isWhole } from './shape';
import type { Fault } from './shape';
import { Order, unitsOf } from './units';

export const REASONS = ['medical', 'trauma', 'lowMood', 'timePoor'] as const;

const KEEP_PRIVATE = 'Keep this on paper or in your head. Type here only what you want your therapist to read.';

const TIMES: Record<string, [number, number]> = {
  once: [1, 1],
  daily: [7, 7],
  mostDays: [4, 6],
  timesAWeek: [1, 3],
  monthly: [1, 3],
};

const KEYS = [
  'id',
  'stage',
  'title',
  'sourceStrategies',
  'evidence',
  'intensity',
  'touch',
  'mode',
  'forPartners',
  'forStaff',
  'rhythm',
  'consentEvery',
  'checkIn',
  'easier',
  'adaptations',
  'fields',
  'extraConsent',
  'extraCheckIn',
];

export function checkSteps(program: Program, fault: Fault): void {
  const order = new Order(program);
  program.steps.forEach((step, index) => {
    if (!/^S\d\d$/.test(step.id)) fault(`Step number ${index + 1} has the id "${step.id}".`);
    const previous = program.steps[index - 1];
    if (program.steps.findIndex(({ id }) => id === step.id) !== index) fault(`${step.id} is there twice.`);
    if (previous && previous.id >= step.id) fault(`${step.id} is out of order.`);
  });
  const titles = program.steps.map(({ title }) => title);
  checkNoRepeat(titles, 'The list of titles', fault);
  for (const step of program.steps) {
    checkShape(program, step, fault);
    checkTextsOf(step, fault);
    checkRhythm(program, step, fault);
    checkConditions(program, step, order, fault);
    checkEasier(step, order, fault);
    checkAdaptations(step, fault);
    for (const field of step.fields) if (!program.fields[field]) fault(`${step.id} has the unknown field "${field}".`);
    checkNoRepeat(step.fields, `${step.id} fields`, fault);
  }
}

function checkShape(program: Program, step: StepContent, fault: Fault): void {
  const isInParts = step.mode === 'parts';
  checkKeys(step, [...KEYS, isInParts ? 'parts' : 'requires'], isInParts ? [] : ['consentList'], step.id, fault);
  if (!program.stages.some(({ n }) => n === step.stage))
    fault(`${step.id} is in stage ${step.stage}, which does not exist.`);
  if (!['alone', 'together', 'parts'].includes(step.mode)) fault(`${step.id} has the unknown mode "${step.mode}".`);
  if (!isWhole(step.intensity, 0, 5)) fault(`${step.id} has an intensity that is not 0 to 5.`);
  if (typeof step.touch !== 'boolean') fault(`${step.id} does not say whether it has touch.`);
  if (!/^(SB|INF)\b/.test(step.evidence)) fault(`${step.id} has an evidence mark that is neither SB nor INF.`);
  if (!step.sourceStrategies.length) fault(`${step.id} names no source phrase.`);
  checkNoRepeat(step.sourceStrategies, `${step.id} sourceStrategies`, fault);
  if (step.consentList && !(step.consentList in program.consent))
    fault(`${step.id} names the consent list "${step.consentList}", which does not exist.`);
}

function checkTextsOf(step: StepContent, fault: Fault): void {
  const isInParts = step.mode === 'parts';
  const shown = isInParts ? ['why'] : ['why', 'instructions', 'minutes'];
  checkKeys(step.forPartners, shown, [], `${step.id} forPartners`, fault);
  const { why } = step.forPartners;
  if (!isText(why) || /\n/.test(why) || why.length > 120) fault(`${step.id} has a why that is not one line.`);
  if (isInParts && step.parts?.map(({ id }) => id).join() !== 'alone,together')
    fault(`${step.id} does not have the parts alone and together, in this order.`);
  for (const part of step.parts ?? [])
    checkKeys(part, ['id', 'instructions', 'minutes', 'requires'], [], `${step.id} ${part.id}`, fault);
  for (const unit of unitsOf(step)) {
    checkTexts(unit.instructions, `${unit.name} instructions`, fault, 3);
    if ((unit.instructions ?? []).length > 6) fault(`${unit.name} has more than six instructions.`);
    const { min, max } = unit.minutes ?? {};
    if (!isWhole(min, 1, 90) || !isWhole(max, min ?? 1, 90)) fault(`${unit.name} has minutes that make no range.`);
    if (isInParts && unit.mode === 'alone' && !unit.instructions?.includes(KEEP_PRIVATE))
      fault(`${unit.name} does not say: "${KEEP_PRIVATE}"`);
  }
  checkKeys(step.forStaff, ['purpose', 'cautions', 'judgment', 'notes'], [], `${step.id} forStaff`, fault);
  checkTexts(step.forStaff.cautions, `${step.id} cautions`, fault);
  checkTexts(step.forStaff.judgment, `${step.id} judgment`, fault);
}

function checkRhythm(program: Program, step: StepContent, fault: Fault): void {
  const { kind, times, weeks } = step.rhythm;
  checkKeys(step.rhythm, ['kind', 'times', 'weeks'], [], `${step.id} rhythm`, fault);
  if (!(kind in TIMES)) fault(`${step.id} has the unknown rhythm "${kind}".`);
  const [least, most] = TIMES[kind] ?? [1, 7];
  if (!isWhole(times, least, most)) fault(`${step.id} has ${times} times, which does not fit "${kind}".`);
  if (weeks !== null && !isWhole(weeks, 1, 52))
    fault(`${step.id} has a number of weeks that is neither null nor 1 to 52.`);

  const isEveryDay = kind === 'daily' || kind === 'mostDays';
  const checkIn = isEveryDay ? 'week' : step.intensity >= 3 ? 'full' : 'short';
  if (step.checkIn !== checkIn) fault(`${step.id} asks the check-in "${step.checkIn}" where "${checkIn}" belongs.`);
  const consent = step.intensity >= 3 ? 'week' : 'once';
  if (step.consentEvery !== consent)
    fault(`${step.id} asks consent "${step.consentEvery}" where "${consent}" belongs.`);

  const asked = program.checkIn[step.checkIn === 'full' ? 'full' : 'short'];
  for (const id of step.extraCheckIn) if (asked.includes(id)) fault(`${step.id} asks "${id}" twice in one check-in.`);
  for (const id of step.extraConsent) {
    const ask = program.questions[id]?.ask ?? '';
    if (/^(Did|Was|Were)\b/.test(ask)) fault(`${step.id} asks about the past before it has happened: "${ask}"`);
  }
}

function checkEasier(step: StepContent, order: Order, fault: Fault): void {
  const { easier } = step;
  if (typeof easier !== 'string') {
    if (isText(easier?.text)) checkKeys(easier, ['text'], [], `${step.id} easier`, fault);
    else fault(`${step.id} has no easier version.`);
    return;
  }
  const found = order.steps.get(easier);
  if (!found) return fault(`${step.id} has the easier step ${easier}, which does not exist.`);
  if (found.intensity > step.intensity || easier === step.id)
    return fault(`${step.id} has the easier step ${easier}, which is not easier.`);
  const met = new Set<string>();
  for (let at: StepContent | undefined = found; typeof at?.easier === 'string'; at = order.steps.get(at.easier)) {
    if (met.has(at.id)) return fault(`${step.id} leads round in a circle of easier steps.`);
    met.add(at.id);
  }
}

const TELLS_THE_REASON =
  /trauma|depress|anxi|mood|shame|cancer|chemo|surg|scar|stoma|ostomy|prosthe|trigger|flashback|symptom|diagnos|illness|disab|fatigue|\bpain|\blow days?\b/i;
const TELLS_WHOM = /\b(partner who|the one with|if you have|because)\b/i;

function checkAdaptations(step: StepContent, fault: Fault): void {
  for (const adaptation of step.adaptations) {
    checkKeys(adaptation, ['for', 'when', 'text'], [], `${step.id} adaptation`, fault);
    if (!['both', 'one'].includes(adaptation.for)) fault(`${step.id} has an adaptation for "${adaptation.for}".`);
    if (!REASONS.includes(adaptation.when))
      fault(`${step.id} has an adaptation for the unknown reason "${adaptation.when}".`);
    if (step.mode === 'alone' && adaptation.for === 'both')
      fault(`${step.id} is done alone but shows an adaptation to both.`);
    if (TELLS_THE_REASON.test(adaptation.text))
      fault(`${step.id} has an adaptation that tells its reason: "${adaptation.text}"`);
    if (adaptation.for === 'both' && TELLS_WHOM.test(adaptation.text))
      fault(`${step.id} has an adaptation that tells whom it is for: "${adaptation.text}"`);
  }
  for (const reason of REASONS)
    if (!step.adaptations.some(({ when }) => when === reason)) fault(`${step.id} has no adaptation for ${reason}.`);
}
