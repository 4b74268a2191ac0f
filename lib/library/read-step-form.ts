/** Everything the form of a step starts with, and what may be chosen in it. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { findProgram, listSteps } from '@/db/queries/plan/program';
import { NotFound } from '@/lib/errors';
import { openingConditions } from '@/lib/format/step-words';
import { REASONS } from '@/lib/program/check/steps';
import { recordId } from '@/lib/record-id';
import { SELF } from './schema';
import { type StepForm, stepForm } from './step-content';

export type Option = { value: string; label: string };
export type StepFormPage = {
  stepId: string;
  isCopy: boolean;
  version: number;
  /** As it is called now. */
  title: string;
  form: StepForm;
  choices: {
    stages: Option[];
    /** Steps and their parts, for what has to be done first. */
    units: Option[];
    /** Steps that may be the easier one. */
    steps: Option[];
    conditions: Option[];
    questions: Option[];
    consentLists: Option[];
    fields: Option[];
    sources: Option[];
  };
  evidenceKey: string;
};

const CONSENT_LISTS: Option[] = [
  { value: '', label: 'The usual: for what is done alone, or together' },
  { value: 'firstAgreement', label: 'The first agreement' },
  { value: 'alone', label: 'As for what is done alone' },
  { value: 'together', label: 'As for what is done together' },
];

/** Whoever may not write reads of it as of what is not there. */
export function onlyEditors(tx: ActorTx): void {
  if (!can(tx.actor, 'programs', 'create')) throw new NotFound();
}

export async function readStepForm(tx: ActorTx, stepId: string | undefined, isCopy: boolean): Promise<StepFormPage> {
  onlyEditors(tx);
  const id = recordId(stepId);
  const program = await findProgram(tx);
  const steps = await listSteps(tx);
  const step = steps.find((one) => one.stepId === id);
  if (!step || !program) throw new NotFound();
  const { common } = program;
  const titles = new Map(steps.map(({ code, content }) => [code, content.title]));
  // A retired step is edited once it is back; its copy starts a new one.
  if (step.isRetired && !isCopy) throw new NotFound();
  const others = steps.filter(({ code, isRetired }) => code !== step.code && !isRetired);
  const form = stepForm(step.content, titles);
  return {
    stepId: step.stepId,
    isCopy,
    version: step.version,
    title: step.content.title,
    form: isCopy ? { ...form, title: '' } : form,
    evidenceKey: common.evidenceKey,
    choices: {
      stages: common.stages.map(({ n, title }) => ({ value: String(n), label: title })),
      units: [
        { value: `${SELF} alone`, label: 'This step, the part done alone' },
        ...others.flatMap(({ code, content }) => [
          { value: code, label: content.title },
          ...(content.parts ?? []).map((part) => ({
            value: `${code} ${part.id}`,
            label: `${content.title}, the part done ${part.id}`,
          })),
        ]),
      ],
      steps: others.map(({ code, content }) => ({ value: code, label: content.title })),
      conditions: Object.entries(common.conditions).map(([value, words]) => ({
        value,
        label: openingConditions[value] ?? words,
      })),
      questions: Object.entries(common.questions).map(([value, { ask }]) => ({ value, label: ask })),
      consentLists: CONSENT_LISTS,
      fields: Object.entries(common.fields).map(([value, label]) => ({ value, label })),
      sources: Object.values(common.sourceStrategies).flatMap(({ text, phrases }) =>
        Object.entries(phrases).map(([value, phrase]) => ({ value, label: `${text}: ${phrase}` })),
      ),
    },
  };
}

export type OutlinePage = {
  version: number;
  stages: { title: string; about: string }[];
  paths: { name: string; steps: string[] }[];
  steps: Option[];
};

/** The stages and the paths, for their forms. */
export async function readOutlineForm(tx: ActorTx): Promise<OutlinePage> {
  onlyEditors(tx);
  const program = await findProgram(tx);
  if (!program) throw new NotFound();
  const { stages, paths } = program.common;
  return {
    version: program.version,
    stages: stages.map(({ title, about }) => ({ title, about })),
    paths: REASONS.map((name) => ({ name, steps: paths[name] })),
    steps: (await listSteps(tx))
      .filter(({ isRetired }) => !isRetired)
      .map(({ code, content }) => ({ value: code, label: content.title })),
  };
}
