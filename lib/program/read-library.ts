/** The practice's library as staff read it: what partners see apart from what only staff see. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import type { NamedQuestion, ProgramCommon, StepContent } from '@/db/program/content';
import { listVersions } from '@/db/queries/plan/library';
import {
  findProgram,
  findProgramOf,
  findStep,
  listSteps,
  listTitles,
  type Review,
  type StepRow,
} from '@/db/queries/plan/program';
import { NotFound } from '@/lib/errors';
import { reasonWords } from '@/lib/format/couple-words';
import { capital, openingConditions, withTitles } from '@/lib/format/step-words';
import { recordId } from '@/lib/record-id';
import { matchSteps } from './match-steps';

export type LibraryStep = {
  stepId: string;
  title: string;
  why: string;
  purpose: string;
  mode: StepContent['mode'];
  intensity: number;
  minutes: { min: number; max: number };
  isReviewed: boolean;
};
export type Library = {
  /** Of all its steps, how many versions in use a clinician has reviewed. */
  reviewed: { count: number; of: number };
  /** Whether the reader may write and review. */
  mayEdit: boolean;
  asked: string;
  stages: { n: number; title: string; about: string; steps: LibraryStep[] }[];
  /** Offered no more. */
  retired: LibraryStep[];
  count: number;
};

export async function readLibrary(tx: ActorTx, asked: string): Promise<Library> {
  const program = await findProgram(tx);
  if (!program) throw new NotFound();
  const all = await listSteps(tx);
  const steps = all.filter(({ isRetired }) => !isRetired);
  const titles = titlesOf(all.map(({ code, content }) => ({ code, title: content.title })));
  const matching = matchSteps(all, program.common.stages, asked);
  const found = matching.filter(({ isRetired }) => !isRetired);
  return {
    reviewed: { count: steps.filter(({ review }) => review).length, of: steps.length },
    mayEdit: can(tx.actor, 'stepVersions', 'create'),
    asked,
    count: found.length,
    retired: matching.filter(({ isRetired }) => isRetired).map((step) => librarySteps(step, titles)),
    stages: program.common.stages.flatMap((stage) => {
      const within = found.filter(({ content }) => content.stage === stage.n);
      return within.length > 0 ? [{ ...stage, steps: within.map((step) => librarySteps(step, titles)) }] : [];
    }),
  };
}

function librarySteps({ stepId, content, review }: StepRow, titles: Record<string, string>): LibraryStep {
  const named = (text: string) => withTitles(text, titles);
  const { title, mode, intensity, forPartners, forStaff } = content;
  return {
    stepId,
    title,
    mode,
    intensity,
    why: named(forPartners.why),
    purpose: named(forStaff.purpose),
    minutes: minutesOf(content),
    isReviewed: review !== null,
  };
}

/** From the shortest of its parts to all of them. */
export function minutesOf({ forPartners, parts }: StepContent): { min: number; max: number } {
  if (forPartners.minutes) return forPartners.minutes;
  const given = (parts ?? []).map(({ minutes }) => minutes);
  return { min: Math.min(...given.map(({ min }) => min)), max: Math.max(...given.map(({ max }) => max)) };
}

/** One step in full, with the titles of those it names. */
export type StepView = {
  stepId: string;
  title: string;
  stage: string;
  mode: StepContent['mode'];
  intensity: number;
  version: number;
  versionId: string;
  review: Review;
  mayEdit: boolean;
  /** Not offered any more; an earlier version says what it was when that one was. */
  isRetired: boolean;
  versions: { version: number; by: string | null; on: string; review: Review; isRetired: boolean }[];
  partners: {
    why: string;
    units: {
      unit: 'whole' | 'alone' | 'together';
      isAlone: boolean;
      minutes: { min: number; max: number };
      instructions: string[];
      before: Asked[];
      after: Asked[];
    }[];
    adaptations: { isForBoth: boolean; when: string; text: string }[];
  };
  staff: {
    purpose: string;
    cautions: string[];
    judgment: string[];
    notes: string;
    evidence: string;
    evidenceKey: string;
    easier: { text: string; stepId: string | null };
    requires: string[];
    opens: string[];
    fields: string[];
    rhythm: { kind: StepContent['rhythm']['kind']; times: number; weeks: number | null; days: number[] };
    consentEvery: 'once' | 'week';
  };
};
export type Asked = { ask: string; answers: string[] };

/** `version`: one that was; without it, the newest. */
export async function readStep(tx: ActorTx, stepId: string | undefined, version?: unknown): Promise<StepView> {
  const step = await findStep(tx, recordId(stepId));
  // What was written for a couple is no part of the library.
  if (!step || step.coupleId !== null) throw new NotFound();
  const known = await listTitles(tx);
  const titles = titlesOf(known);
  const named = (text: string) => withTitles(text, titles);
  const versions = await listVersions(tx, step.stepId);
  const shown = version === undefined ? versions[0] : versions.find((one) => String(one.version) === version);
  const program = shown ? await findProgramOf(tx, shown.versionId) : null;
  if (!shown || !program) throw new NotFound();
  const { content } = shown;
  const { forStaff, forPartners, adaptations, easier } = content;
  const stage = program.common.stages.find(({ n }) => n === content.stage);
  const easierStep = typeof easier === 'string' ? known.find(({ code }) => code === easier) : undefined;
  return {
    stepId: step.stepId,
    title: content.title,
    stage: stage?.title ?? '',
    mode: content.mode,
    intensity: content.intensity,
    version: shown.version,
    versionId: shown.versionId,
    review: shown.review,
    mayEdit: can(tx.actor, 'stepVersions', 'create'),
    isRetired: step.isRetired,
    versions: versions.map(({ version, by, on, review, isRetired }) => ({ version, by, on, review, isRetired })),
    partners: {
      why: named(forPartners.why),
      units: unitsOf(content, program.common, named),
      adaptations: adaptations.map(({ for: whom, when, text }) => ({
        isForBoth: whom === 'both',
        when: reasonWords[when],
        text: named(text),
      })),
    },
    staff: {
      purpose: named(forStaff.purpose),
      cautions: forStaff.cautions.map(named),
      judgment: forStaff.judgment.map(named),
      notes: named(forStaff.notes),
      evidence: content.evidence,
      evidenceKey: program.common.evidenceKey,
      easier: {
        text: typeof easier === 'string' ? (easierStep?.title ?? '') : named(easier.text),
        stepId: easierStep?.stepId ?? null,
      },
      requires: requirementsOf(content, titles),
      opens: [...new Set(requirementUnits(content).flatMap(({ requires }) => requires.toOpen))].map(
        (name) => openingConditions[name] ?? named(program.common.conditions[name] ?? name),
      ),
      fields: content.fields.map((name) => program.common.fields[name] ?? name),
      rhythm: { ...content.rhythm, days: [] },
      consentEvery: content.consentEvery,
    },
  };
}

function unitsOf(
  content: StepContent,
  common: ProgramCommon,
  named: (text: string) => string,
): StepView['partners']['units'] {
  const questions = (ids: readonly string[]) =>
    ids
      .flatMap((id) => common.questions[id] ?? [])
      .filter(({ touchOnly }) => !touchOnly || content.touch)
      .map(askedOf);
  const consent = (name: string) => (common.consent as Record<string, NamedQuestion[]>)[name]?.map(askedOf) ?? [];
  const own = {
    before: content.extraConsent,
    after: [...common.checkIn[content.checkIn === 'full' ? 'full' : 'short'], ...content.extraCheckIn],
  };
  const together = {
    before: [...consent(content.consentList ?? 'together'), ...questions(own.before)],
    after: questions(own.after),
  };
  if (!content.parts) {
    const isAlone = content.mode === 'alone';
    const { instructions = [], minutes = { min: 0, max: 0 } } = content.forPartners;
    const asked = isAlone
      ? { before: [...consent('alone'), ...questions(own.before)], after: together.after }
      : together;
    return [{ unit: 'whole', isAlone, minutes, instructions: instructions.map(named), ...asked }];
  }
  return content.parts.map(({ id, minutes, instructions }) => ({
    unit: id,
    isAlone: id === 'alone',
    minutes,
    instructions: instructions.map(named),
    ...(id === 'alone' ? { before: consent('alone'), after: questions(common.checkIn.short) } : together),
  }));
}

export const askedOf = ({
  ask,
  answers = [],
  kind,
  low,
  high,
}: {
  ask: string;
  answers?: string[];
  kind: string;
  low?: string;
  high?: string;
}): Asked => ({
  ask,
  answers:
    kind === 'scale'
      ? [`0, ${low ?? ''}, to 10, ${high ?? ''}`]
      : kind === 'yesno'
        ? ['Yes', 'No']
        : kind === 'text'
          ? ['In their own words']
          : answers,
});

const requirementUnits = (content: StepContent) =>
  content.parts?.map(({ id, requires }) => ({ unit: id, requires })) ??
  (content.requires ? [{ unit: 'whole' as const, requires: content.requires }] : []);

function requirementsOf(content: StepContent, titles: Record<string, string>): string[] {
  return requirementUnits(content).flatMap(({ unit, requires }) =>
    requires.toAssign.map(({ step, part }) => {
      const before = unit === 'whole' ? 'After' : `Before the part done ${unit}:`;
      const what = part ? `the part of “${titles[step] ?? ''}” done ${part}` : `“${titles[step] ?? ''}”`;
      return capital(`${before} ${what}`);
    }),
  );
}

const titlesOf = (steps: readonly { code: string; title: string }[]): Record<string, string> =>
  Object.fromEntries(steps.map(({ code, title }) => [code, title]));
