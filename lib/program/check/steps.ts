// Each step by itself: its shape, rhythm and questions, its easier version, adaptations and fields.
import 'server-only';
import type { Program, StepContent } from '@/db/program/content';
import { reasonWords } from '@/lib/format/couple-words';
import { checkConditions, NO_SUCH_STEP } from './conditions';
import { at, checkKeys, checkNoRepeat, checkTexts, isText, isWhole } from './shape';
import type { Fault } from './shape';
import { Order, unitsOf } from './units';

export const REASONS = ['medical', 'trauma', 'lowMood', 'timePoor'] as const;

export const KEEP_PRIVATE = 'Keep this on paper or in your head. Type here only what you want your therapist to read.';

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
    if (program.steps.some(({ id, title }) => title === step.title && id !== step.id))
      fault('The list of titles names something twice.', at(step, 'title'), 'Another step has this title already.');
    if (previous && previous.id >= step.id) fault(`${step.id} is out of order.`);
  });
  for (const step of program.steps) {
    checkShape(program, step, fault);
    checkTextsOf(step, fault);
    checkRhythm(program, step, fault);
    checkConditions(program, step, order, fault);
    checkEasier(step, order, fault);
    checkAdaptations(step, fault);
    for (const field of step.fields)
      if (!program.fields[field])
        fault(`${step.id} has the unknown field "${field}".`, at(step, 'fields'), 'Choose from the list.');
    checkNoRepeat(step.fields, `${step.id} fields`, fault, at(step, 'fields'));
  }
}

function checkShape(program: Program, step: StepContent, fault: Fault): void {
  const isInParts = step.mode === 'parts';
  checkKeys(step, [...KEYS, isInParts ? 'parts' : 'requires'], isInParts ? [] : ['consentList'], step.id, fault);
  if (!program.stages.some(({ n }) => n === step.stage))
    fault(`${step.id} is in stage ${step.stage}, which does not exist.`, at(step, 'stage'), 'Choose a stage.');
  if (!['alone', 'together', 'parts'].includes(step.mode))
    fault(`${step.id} has the unknown mode "${step.mode}".`, at(step, 'mode'), 'Choose who does it.');
  if (!isWhole(step.intensity, 0, 5))
    fault(`${step.id} has an intensity that is not 0 to 5.`, at(step, 'intensity'), 'Choose an intensity.');
  if (typeof step.touch !== 'boolean') fault(`${step.id} does not say whether it has touch.`, at(step, 'touch'));
  if (!/^(SB|INF)\b/.test(step.evidence))
    fault(
      `${step.id} has an evidence mark that is neither SB nor INF.`,
      at(step, 'evidence'),
      'Begin with SB or INF, as the note below explains.',
    );
  const sources = at(step, 'sourceStrategies');
  if (!step.sourceStrategies.length)
    fault(`${step.id} names no source phrase.`, sources, 'Choose at least one strategy that this step is for.');
  checkNoRepeat(step.sourceStrategies, `${step.id} sourceStrategies`, fault, sources);
  if (step.consentList && !(step.consentList in program.consent))
    fault(
      `${step.id} names the consent list "${step.consentList}", which does not exist.`,
      at(step, 'consentList'),
      'Choose from the list.',
    );
}

function checkTextsOf(step: StepContent, fault: Fault): void {
  const isInParts = step.mode === 'parts';
  const shown = isInParts ? ['why'] : ['why', 'instructions', 'minutes'];
  checkKeys(step.forPartners, shown, [], `${step.id} forPartners`, fault);
  const { why } = step.forPartners;
  if (!isText(why) || /\n/.test(why) || why.length > 120)
    fault(
      `${step.id} has a why that is not one line.`,
      at(step, 'why'),
      'Write why in one line of at most 120 characters.',
    );
  if (isInParts && step.parts?.map(({ id }) => id).join() !== 'alone,together')
    fault(
      `${step.id} does not have the parts alone and together, in this order.`,
      at(step, 'mode'),
      'A step in parts has one done alone, then one done together.',
    );
  for (const part of step.parts ?? [])
    checkKeys(part, ['id', 'instructions', 'minutes', 'requires'], [], `${step.id} ${part.id}`, fault);
  for (const unit of unitsOf(step)) {
    const instructions = at(step, `${unit.field}.instructions`);
    checkTexts(unit.instructions, `${unit.name} instructions`, fault, 3, instructions);
    if ((unit.instructions ?? []).length > 6)
      fault(`${unit.name} has more than six instructions.`, instructions, 'Write six at most.');
    const { min, max } = unit.minutes ?? {};
    if (!isWhole(min, 1, 90) || !isWhole(max, min ?? 1, 90))
      fault(
        `${unit.name} has minutes that make no range.`,
        at(step, `${unit.field}.minutes.max`),
        'Write minutes from 1 to 90, the longest not shorter than the shortest.',
      );
    if (isInParts && unit.mode === 'alone' && !unit.instructions?.includes(KEEP_PRIVATE))
      fault(
        `${unit.name} does not say: "${KEEP_PRIVATE}"`,
        instructions,
        `One of them has to be this sentence, word for word: “${KEEP_PRIVATE}”`,
      );
  }
  checkKeys(step.forStaff, ['purpose', 'cautions', 'judgment', 'notes'], [], `${step.id} forStaff`, fault);
  checkTexts(step.forStaff.cautions, `${step.id} cautions`, fault, 1, at(step, 'cautions'));
  checkTexts(step.forStaff.judgment, `${step.id} judgment`, fault, 1, at(step, 'judgment'));
}

function checkRhythm(program: Program, step: StepContent, fault: Fault): void {
  const { kind, times, weeks } = step.rhythm;
  checkKeys(step.rhythm, ['kind', 'times', 'weeks'], [], `${step.id} rhythm`, fault);
  if (!(kind in TIMES))
    fault(`${step.id} has the unknown rhythm "${kind}".`, at(step, 'rhythm.kind'), 'Choose how often.');
  const [least, most] = TIMES[kind] ?? [1, 7];
  if (!isWhole(times, least, most))
    fault(
      `${step.id} has ${times} times, which does not fit "${kind}".`,
      at(step, 'rhythm.times'),
      least === most ? `That is ${least}.` : `Write a number from ${least} to ${most}: that fits how often it is done.`,
    );
  if (weeks !== null && !isWhole(weeks, 1, 52))
    fault(
      `${step.id} has a number of weeks that is neither null nor 1 to 52.`,
      at(step, 'rhythm.weeks'),
      'Write a number of weeks from 1 to 52, or leave it empty.',
    );

  const isEveryDay = kind === 'daily' || kind === 'mostDays';
  const checkIn = isEveryDay ? 'week' : step.intensity >= 3 ? 'full' : 'short';
  if (step.checkIn !== checkIn)
    fault(`${step.id} asks the check-in "${step.checkIn}" where "${checkIn}" belongs.`, at(step, 'intensity'));
  const consent = step.intensity >= 3 ? 'week' : 'once';
  if (step.consentEvery !== consent)
    fault(`${step.id} asks consent "${step.consentEvery}" where "${consent}" belongs.`, at(step, 'intensity'));

  const asked = program.checkIn[step.checkIn === 'full' ? 'full' : 'short'];
  for (const [place, id] of step.extraCheckIn.entries())
    if (asked.includes(id))
      fault(
        `${step.id} asks "${id}" twice in one check-in.`,
        at(step, `extraCheckIn.${place}`),
        'The check-in of this step asks this already.',
      );
  for (const [place, id] of step.extraConsent.entries()) {
    const ask = program.questions[id]?.ask ?? '';
    if (/^(Did|Was|Were)\b/.test(ask))
      fault(
        `${step.id} asks about the past before it has happened: "${ask}"`,
        at(step, `extraConsent.${place}`),
        'This asks about what has happened, so it comes afterwards.',
      );
  }
}

function checkEasier(step: StepContent, order: Order, fault: Fault): void {
  const { easier } = step;
  if (typeof easier !== 'string') {
    if (isText(easier?.text)) checkKeys(easier, ['text'], [], `${step.id} easier`, fault);
    else
      fault(`${step.id} has no easier version.`, at(step, 'easier.text'), 'Write an easier version, or choose a step.');
    return;
  }
  const found = order.steps.get(easier);
  const chosen = at(step, 'easier.step');
  if (!found) return fault(`${step.id} has the easier step ${easier}, which does not exist.`, chosen, NO_SUCH_STEP);
  if (found.intensity > step.intensity || easier === step.id)
    return fault(
      `${step.id} has the easier step ${easier}, which is not easier.`,
      chosen,
      'An easier step is another one, of the same intensity or less.',
    );
  const met = new Set<string>();
  for (
    let next: StepContent | undefined = found;
    typeof next?.easier === 'string';
    next = order.steps.get(next.easier)
  ) {
    if (met.has(next.id))
      return fault(
        `${step.id} leads round in a circle of easier steps.`,
        chosen,
        'Easier steps lead round in a circle from here. Choose another.',
      );
    met.add(next.id);
  }
}

const TELLS_THE_REASON =
  /trauma|depress|anxi|mood|shame|cancer|chemo|surg|scar|stoma|ostomy|prosthe|trigger|flashback|symptom|diagnos|illness|disab|fatigue|\bpain|\blow days?\b/i;
const TELLS_WHOM = /\b(partner who|the one with|if you have|because)\b/i;

function checkAdaptations(step: StepContent, fault: Fault): void {
  for (const [place, adaptation] of step.adaptations.entries()) {
    const row = (field: string) => at(step, `adaptations.${place}.${field}`);
    checkKeys(adaptation, ['for', 'when', 'text'], [], `${step.id} adaptation`, fault);
    if (!['both', 'one'].includes(adaptation.for))
      fault(`${step.id} has an adaptation for "${adaptation.for}".`, row('for'), 'Choose for whom.');
    if (!REASONS.includes(adaptation.when))
      fault(
        `${step.id} has an adaptation for the unknown reason "${adaptation.when}".`,
        row('when'),
        'Choose a reason.',
      );
    if (step.mode === 'alone' && adaptation.for === 'both')
      fault(
        `${step.id} is done alone but shows an adaptation to both.`,
        row('for'),
        'What is done alone is adapted for one person only.',
      );
    if (TELLS_THE_REASON.test(adaptation.text))
      fault(
        `${step.id} has an adaptation that tells its reason: "${adaptation.text}"`,
        row('text'),
        `Partners read this, and “${TELLS_THE_REASON.exec(adaptation.text)![0]}” tells its reason. Say only what is done.`,
      );
    if (adaptation.for === 'both' && TELLS_WHOM.test(adaptation.text))
      fault(
        `${step.id} has an adaptation that tells whom it is for: "${adaptation.text}"`,
        row('text'),
        `Both read this, and “${TELLS_WHOM.exec(adaptation.text)![0]}” tells whom it is for. Say only what is done.`,
      );
  }
  for (const reason of REASONS)
    if (!step.adaptations.some(({ when }) => when === reason))
      fault(
        `${step.id} has no adaptation for ${reason}.`,
        at(step, 'adaptations'),
        `Add one for “${reasonWords[reason]}”.`,
      );
}
