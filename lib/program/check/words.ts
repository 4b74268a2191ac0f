// Every text: American, calm, without codes; and for partners without staff's words, gender or explicit words.
import 'server-only';
import type { Program } from '@/db/program/content';
import type { Fault } from './shape';
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
}

export function checkWords(program: Program, fault: Fault): void {
  const order = new Order(program);
  for (const said of [...toPartners(program), ...toStaff(program)]) checkAnyText(said, order, fault);
  for (const said of toPartners(program)) checkPartnerText(said, order, fault);
}

function checkAnyText({ where, text }: Said, order: Order, fault: Fault): void {
  if (typeof text !== 'string') return fault(`${where} has a text that is not text.`);
  const withoutReferences = text.replace(/\{step:S\d\d\}/g, '');
  if (/\bS\d\d\b/.test(withoutReferences)) fault(`${where} has a bare step code: "${text}"`);
  if (/[{}]/.test(withoutReferences)) fault(`${where} has a broken placeholder: "${text}"`);
  for (const id of references(text)) if (!order.steps.has(id)) fault(`${where} points to ${id}, which does not exist.`);
  const british = BRITISH.exec(text)?.[0];
  if (british) fault(`${where} has the British spelling "${british}".`);
  const tone = OUT_OF_TONE.exec(text)?.[0];
  if (tone) fault(`${where} has "${tone}", which is out of tone: "${text}"`);
}

function checkPartnerText({ where, text, stepId }: Said, order: Order, fault: Fault): void {
  if (typeof text !== 'string') return;
  const staffWord = STAFF_WORDS.exec(text)?.[0];
  if (staffWord) fault(`${where} shows partners the staff word "${staffWord}".`);
  if (/\bcare team\b/i.test(text)) fault(`${where} says "care team", which in Hearth means staff members.`);
  const gendered = GENDERED.exec(text)?.[0];
  if (gendered) fault(`${where} has the gendered word "${gendered}".`);
  const explicit = EXPLICIT.exec(text)?.[0];
  if (explicit) fault(`${where} has the explicit word "${explicit}".`);
  const step = stepId && order.steps.get(stepId);
  if (!step) return;
  for (const id of references(text))
    if (id !== step.id && !order.stepsBefore(step).has(id))
      fault(`${where} sends partners to ${id}, which they may not have met.`);
}

const references = (text: string) => [...text.matchAll(/\{step:(S\d\d)\}/g)].map((match) => match[1]!);

function toPartners(program: Program): Said[] {
  const asked = [
    ...Object.entries(program.questions).map(([id, question]) => ({ where: `Question ${id}`, question })),
    ...Object.entries(program.consent).flatMap(([list, questions]) =>
      questions.map((question) => ({ where: `Consent ${list} ${question.id}`, question })),
    ),
  ];
  return [
    ...program.stages.flatMap(({ n, title, about }) => [title, about].map((text) => ({ where: `Stage ${n}`, text }))),
    ...asked.flatMap(({ where, question: { ask, low, high, answers } }) =>
      [ask, low, high, ...(answers ?? [])].filter((text) => text !== undefined).map((text) => ({ where, text })),
    ),
    ...program.steps.flatMap((step) => {
      const say = (where: string, texts: unknown[]): Said[] => texts.map((text) => ({ where, text, stepId: step.id }));
      return [
        ...say(step.id, [step.title, step.forPartners.why]),
        ...unitsOf(step).flatMap((unit) => say(unit.name, unit.instructions ?? [])),
        ...(typeof step.easier === 'string' ? [] : say(`${step.id} easier`, [step.easier?.text])),
        ...say(
          `${step.id} adaptation`,
          step.adaptations.map(({ text }) => text),
        ),
      ];
    }),
  ];
}

function toStaff(program: Program): Said[] {
  return [
    ...Object.entries(program.conditions).map(([name, text]) => ({ where: `Condition ${name}`, text })),
    ...Object.entries(program.fields).map(([name, text]) => ({ where: `Field ${name}`, text })),
    ...program.steps.flatMap(({ id, forStaff, evidence }) =>
      [forStaff.purpose, ...forStaff.cautions, ...forStaff.judgment, forStaff.notes, evidence].map((text) => ({
        where: `${id} forStaff`,
        text,
      })),
    ),
  ];
}
