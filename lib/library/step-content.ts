/** Between the form of a step and what is kept of it. What follows from the rest is computed: how long a yes holds, which check-in is asked. */
import 'server-only';
import type { Requires, StepContent } from '@/db/program/content';
import { type StepInput, SELF, type UnitInput } from './schema';

type Titles = ReadonlyMap<string, string>;

/** `codes`: by title, for texts that name another step in braces. */
export function stepContent(code: string, given: StepInput, codes: Titles): StepContent {
  const coded = (text: string) =>
    text.replaceAll(/\{([^{}]*)\}/g, (all, title: string) => {
      const named = codes.get(title.trim());
      return named ? `{step:${named}}` : all;
    });
  const unitOf = ({ instructions, minutes, toAssign, toOpen }: UnitInput) => ({
    instructions: instructions.map(coded),
    minutes,
    requires: { toAssign: toAssign.map((value) => requirement(value, code)), toOpen },
  });
  const { mode, intensity, rhythm, units, easier } = given;
  const isEveryDay = rhythm.kind === 'daily' || rhythm.kind === 'mostDays';
  const whole = mode === 'parts' ? null : unitOf(units.whole!);
  const why = coded(given.why);
  return {
    id: code,
    stage: given.stage,
    title: given.title,
    sourceStrategies: given.sourceStrategies,
    evidence: given.evidence,
    intensity,
    touch: given.touch,
    mode,
    ...(whole
      ? {
          ...(given.consentList ? { consentList: given.consentList } : {}),
          forPartners: { why, instructions: whole.instructions, minutes: whole.minutes },
          requires: whole.requires,
        }
      : {
          forPartners: { why },
          parts: [
            { id: 'alone' as const, ...unitOf(units.alone!) },
            { id: 'together' as const, ...unitOf(units.together!) },
          ],
        }),
    forStaff: {
      purpose: coded(given.purpose),
      cautions: given.cautions.map(coded),
      judgment: given.judgment.map(coded),
      notes: coded(given.notes),
    },
    rhythm: {
      kind: rhythm.kind,
      times: rhythm.kind === 'once' ? 1 : rhythm.kind === 'daily' ? 7 : (rhythm.times ?? 0),
      weeks: rhythm.kind === 'once' ? null : (rhythm.weeks ?? null),
    },
    consentEvery: intensity >= 3 ? 'week' : 'once',
    checkIn: isEveryDay ? 'week' : intensity >= 3 ? 'full' : 'short',
    easier: easier.step || { text: coded(easier.text) },
    adaptations: given.adaptations.map(({ text, when, for: whom }) => ({
      for: whom,
      when: when as StepContent['adaptations'][number]['when'],
      text: coded(text),
    })),
    fields: given.fields,
    extraConsent: given.extraConsent,
    extraCheckIn: given.extraCheckIn,
  };
}

/** "S03 alone" */
function requirement(value: string, own: string): Requires['toAssign'][number] {
  const [step = '', part] = value.split(' ');
  return {
    step: step === SELF ? own : step,
    ...(part === 'alone' || part === 'together' ? { part } : {}),
  };
}

export type UnitForm = {
  instructions: string[];
  minutes: { min: number; max: number };
  toAssign: string[];
  toOpen: string[];
};
/** What the form of a step starts with. */
export type StepForm = {
  title: string;
  why: string;
  stage: number;
  mode: StepContent['mode'];
  intensity: number;
  touch: boolean;
  units: Record<'whole' | 'alone' | 'together', UnitForm>;
  consentList: string;
  extraConsent: string[];
  extraCheckIn: string[];
  rhythm: StepContent['rhythm'];
  easier: { step: string; text: string };
  adaptations: StepContent['adaptations'];
  fields: string[];
  purpose: string;
  cautions: string[];
  judgment: string[];
  notes: string;
  evidence: string;
  sourceStrategies: string[];
};

const EMPTY_UNIT: UnitForm = { instructions: ['', '', ''], minutes: { min: 10, max: 20 }, toAssign: [], toOpen: [] };

/** `titles`: by code. */
export function stepForm(content: StepContent, titles: Titles): StepForm {
  const named = (text: string) =>
    text.replaceAll(/\{step:(S\d\d)\}/g, (all, code: string) => (titles.has(code) ? `{${titles.get(code)}}` : all));
  const { forPartners, forStaff, parts, requires, easier } = content;
  const unitOf = (instructions: string[] = [], minutes = EMPTY_UNIT.minutes, needed?: Requires): UnitForm => ({
    instructions: instructions.map(named),
    minutes,
    toAssign: (needed?.toAssign ?? []).map(({ step, part }) =>
      [step === content.id ? SELF : step, part].filter(Boolean).join(' '),
    ),
    toOpen: needed?.toOpen ?? [],
  });
  const partOf = (id: 'alone' | 'together') => {
    const part = parts?.find((one) => one.id === id);
    return part ? unitOf(part.instructions, part.minutes, part.requires) : EMPTY_UNIT;
  };
  return {
    ...content,
    why: named(forPartners.why),
    units: {
      whole: parts ? EMPTY_UNIT : unitOf(forPartners.instructions, forPartners.minutes, requires),
      alone: partOf('alone'),
      together: partOf('together'),
    },
    consentList: content.consentList ?? '',
    easier: typeof easier === 'string' ? { step: easier, text: '' } : { step: '', text: named(easier.text) },
    adaptations: content.adaptations.map((one) => ({ ...one, text: named(one.text) })),
    purpose: named(forStaff.purpose),
    cautions: forStaff.cautions.map(named),
    judgment: forStaff.judgment.map(named),
    notes: named(forStaff.notes),
  };
}
