// Every text: American, calm, without codes; and for partners without staff's words, gender or explicit words.
import 'server-only';
import type { Program } from '@/db/program/content';
import { at, type Fault, type Place } from './shape';
import { NO_SUCH_STEP } from './conditions';
import { Order, unitsOf } from './units';

const STAFF_WORDS = /safety flag|screening|screened|coerci|consent answer|\balerts?\b|\balerted\b/i;
const OUT_OF_TONE =
  /!|\bhomework\b|\bperformance\b|\bshould\b|\bfail(ed|ure|s)?\b|\bmissed\b|\boverdue\b|\bcomplian(ce|t)\b/i;
const GENDERED = /\b(he|she|his|her|hers|him|husband|wife|boyfriend|girlfriend|spouse|men|women)\b/i;
const EXPLICIT =
  /\b(orgasm\w*|ejaculat\w*|penis|vagina\w*|vulva\w*|clitor\w*|intercourse|penetrat\w*|masturbat\w*|arous\w*|erection\w*)\b/i;
const BRITISH =
  /\b(colour\w*|favour\w*|behaviour\w*|honour\w*|neighbour\w*|humour|labour|tumour\w*|centre\w*|metre\w*|practis\w+|licence|judgement\w*|programme\w*|counsell\w*|travell\w*|cancell(ed|ing)|(recogn|real|organ|apolog|moistur|empath|priorit)is(e|es|ed|er|ers|ing|ation)|lymphoedema|oedema|oestrogen|gynaecolog\w*|anaesthe\w*|paediatric\w*|orthopaedic\w*|grey|cosy|pyjamas|whilst|learnt|ageing|fulfil|enrol|mum|analys(e|ed|ing))\b/i;

interface Said {
  where: string;
  text: unknown;
  stepId?: string;
  at?: Place;
}

export const everyText = (program: Program): Said[] => [...toPartners(program), ...toStaff(program)];

export function checkWords(program: Program, fault: Fault): void {
  const order = new Order(program);
  for (const said of everyText(program)) checkAnyText(said, order, fault);
  for (const said of toPartners(program)) checkPartnerText(said, order, fault);
}

function checkAnyText({ where, text, at }: Said, order: Order, fault: Fault): void {
  if (typeof text !== 'string') return fault(`${where} has a text that is not text.`, at);
  const withoutReferences = text.replace(/\{step:S\d\d\}/g, '');
  if (/\bS\d\d\b/.test(withoutReferences))
    fault(`${where} has a bare step code: "${text}"`, at, 'Name another step by its title in braces, never by a code.');
  if (/[{}]/.test(withoutReferences))
    fault(`${where} has a broken placeholder: "${text}"`, at, 'Between braces stands the whole title of a step.');
  for (const id of references(text))
    if (!order.steps.has(id)) fault(`${where} points to ${id}, which does not exist.`, at, NO_SUCH_STEP);
  const british = BRITISH.exec(text)?.[0];
  if (british)
    fault(`${where} has the British spelling "${british}".`, at, `“${british}” is British. Use the American spelling.`);
  const tone = OUT_OF_TONE.exec(text)?.[0];
  if (tone) fault(`${where} has "${tone}", which is out of tone: "${text}"`, at, `“${tone}” is out of tone.`);
}

function checkPartnerText({ where, text, stepId, at }: Said, order: Order, fault: Fault): void {
  if (typeof text !== 'string') return;
  const staffWord = STAFF_WORDS.exec(text)?.[0];
  if (staffWord)
    fault(`${where} shows partners the staff word "${staffWord}".`, at, `“${staffWord}” is a word for staff.`);
  if (/\bcare team\b/i.test(text))
    fault(
      `${where} says "care team", which in Hearth means staff members.`,
      at,
      '“Care team” means staff. Say “your therapist”.',
    );
  const gendered = GENDERED.exec(text)?.[0];
  if (gendered)
    fault(`${where} has the gendered word "${gendered}".`, at, `“${gendered}” assumes a gender. Say “partner”.`);
  const explicit = EXPLICIT.exec(text)?.[0];
  if (explicit)
    fault(`${where} has the explicit word "${explicit}".`, at, `“${explicit}” is explicit. Use a plainer word.`);
  const step = stepId && order.steps.get(stepId);
  if (!step) return;
  for (const id of references(text))
    if (id !== step.id && !order.stepsBefore(step).has(id))
      fault(
        `${where} sends partners to ${id}, which they may not have met.`,
        at,
        `“${order.steps.get(id)?.title ?? ''}” does not come before this step, so partners may not have met it.`,
      );
}

export const references = (text: string) => [...text.matchAll(/\{step:(S\d\d)\}/g)].map((match) => match[1]!);

function toPartners(program: Program): Said[] {
  const asked = [
    ...Object.entries(program.questions).map(([id, question]) => ({ id, where: `Question ${id}`, question })),
    ...Object.entries(program.consent).flatMap(([list, questions]) =>
      questions.map((question) => ({ id: question.id, where: `Consent ${list} ${question.id}`, question })),
    ),
  ];
  return [
    ...program.stages.flatMap(({ n, title, about }) =>
      Object.entries({ title, about }).map(([name, text]) => ({
        where: `Stage ${n}`,
        text,
        at: { field: `stages.${n}.${name}` },
      })),
    ),
    ...asked.flatMap(({ id, where, question: { ask, low, high, answers } }) =>
      Object.entries({
        ask,
        low,
        high,
        ...Object.fromEntries((answers ?? []).map((text, n) => [`answers.${n}.text`, text])),
      })
        .filter(([, text]) => text !== undefined)
        .map(([field, text]) => ({ where, text, at: { question: id, field } })),
    ),
    ...program.steps.flatMap((step) => {
      const say = (where: string, field: string, text: unknown): Said => ({
        where,
        text,
        stepId: step.id,
        at: at(step, field),
      });
      return [
        say(step.id, 'title', step.title),
        say(step.id, 'why', step.forPartners.why),
        ...unitsOf(step).flatMap((unit) =>
          (unit.instructions ?? []).map((text, place) => say(unit.name, `${unit.field}.instructions.${place}`, text)),
        ),
        ...(typeof step.easier === 'string' ? [] : [say(`${step.id} easier`, 'easier.text', step.easier?.text)]),
        ...step.adaptations.map(({ text }, place) => say(`${step.id} adaptation`, `adaptations.${place}.text`, text)),
      ];
    }),
  ];
}

function toStaff(program: Program): Said[] {
  return [
    ...Object.entries(program.conditions).map(([name, text]) => ({ where: `Condition ${name}`, text })),
    ...Object.entries(program.fields).map(([name, text]) => ({ where: `Field ${name}`, text })),
    ...program.steps.flatMap((step) => {
      const { forStaff, evidence } = step;
      const say = (field: string, text: string) => ({ where: `${step.id} forStaff`, text, at: at(step, field) });
      return [
        say('purpose', forStaff.purpose),
        ...forStaff.cautions.map((text, place) => say(`cautions.${place}`, text)),
        ...forStaff.judgment.map((text, place) => say(`judgment.${place}`, text)),
        say('notes', forStaff.notes),
        say('evidence', evidence),
      ];
    }),
  ];
}
