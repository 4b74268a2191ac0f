/** No program with a fault is saved: each fault becomes a sentence beside the field it is about. */
import 'server-only';
import type { Program } from '@/db/program/content';
import { Refusal } from '@/lib/errors';
import { reasonWords } from '@/lib/format/couple-words';
import { openingConditions } from '@/lib/format/step-words';
import { findFaults, type FoundFault } from '@/lib/program/check-program';
import { questionIn } from '@/lib/program/question-in';

/** The field of what an edit would do to other steps, to stages and to paths. */
export const ELSEWHERE = 'elsewhere';

/** What the form is about; null for the stages and the paths. */
type Own = { step: string } | { question: string } | null;

export function refuseFaults(program: Program, own: Own, retired: ReadonlySet<string>): void {
  const faults = findFaults(program, retired);
  if (faults.length === 0) return;
  const fields = new Map<string, Set<string>>();
  const isHere = (fault: FoundFault) => fieldOf(fault, own) !== ELSEWHERE;
  for (const fault of faults) {
    const field = fieldOf(fault, own);
    // Of a fault between two, one is enough: that of the form.
    if (field === ELSEWHERE && faults.some((other) => other.sentence === fault.sentence && isHere(other))) continue;
    const sentence =
      field === ELSEWHERE || field === 'where'
        ? elsewhere(fault, program)
        : (fault.words ?? inWords(fault.sentence, program));
    fields.set(field, (fields.get(field) ?? new Set()).add(sentence));
  }
  throw new Refusal(
    `Not saved yet: ${fields.size === 1 ? 'one place needs' : `${fields.size} places need`} another look. Everything you typed is still here.`,
    Object.fromEntries([...fields].map(([field, sentences]) => [field, [...sentences].join(' ')])),
  );
}

function fieldOf({ at }: FoundFault, own: Own): string {
  if (!at) return ELSEWHERE;
  const isAboutFrame = /^(stages|paths)\./.test(at.field);
  if (own && 'question' in own) {
    if (at.question === own.question) return at.field;
    // What a step would say of being given the question is said where its places are chosen.
    return at.step && /^extra(Consent|CheckIn)/.test(at.field) ? 'where' : ELSEWHERE;
  }
  if (at.question) return ELSEWHERE;
  const isOfForm = own === null ? isAboutFrame : at.step === own.step || (at.step === undefined && !isAboutFrame);
  return isOfForm ? at.field : ELSEWHERE;
}

function elsewhere({ at, words, sentence }: FoundFault, program: Program): string {
  if (!words) return inWords(sentence, program);
  const [kind, path] = at?.field.split('.') ?? [];
  if (kind === 'paths') return `On the path for “${reasonWords[path as keyof typeof reasonWords]}”: ${words}`;
  const step = program.steps.find(({ id }) => id === at?.step);
  const question = at?.question ? questionIn(program, at.question) : undefined;
  if (question) return `In the question “${question.ask}”: ${words}`;
  return step ? `In “${step.title}”: ${words}` : words;
}

/** The checker's own sentence with titles in the place of codes, and conditions as they are read. */
const inWords = (sentence: string, program: Program): string =>
  sentence
    .replaceAll(/\bS\d\d\b/g, (code) => `“${program.steps.find(({ id }) => id === code)?.title ?? 'an unknown step'}”`)
    .replaceAll(/"(\w+)"/g, (all, name: string) => (openingConditions[name] ? `“${openingConditions[name]}”` : all));
