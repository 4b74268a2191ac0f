/** A step as a neutral card on paper: only what partners read, and nobody's name. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import type { StepContent } from '@/db/program/content';
import { writeAudit } from '@/db/queries/audit';
import { findStep, listTitles } from '@/db/queries/plan/program';
import { type Couple, readCouple } from '@/lib/couples/read-couple';
import { NotFound } from '@/lib/errors';
import { minutesWords, rhythmWords } from '@/lib/format/rhythms';
import { withTitles } from '@/lib/format/step-words';
import { minutesOf } from '@/lib/program/read-library';
import { recordId } from '@/lib/record-id';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { listAssignedSteps } from '@/lib/program/assigned-steps';
import { openTerms } from './terms/terms-of';

export type StepCard = {
  title: string;
  why: string;
  line: string;
  units: { unit: 'whole' | 'alone' | 'together'; instructions: string[] }[];
  minutes: string;
  rhythm: string;
  conditions: string[];
};

/** A step of the library, before anybody set terms for it. */
export async function readLibraryCard(
  tx: ActorTx,
  stepId: string | undefined,
): Promise<{ stepId: string; card: StepCard }> {
  const step = await findStep(tx, recordId(stepId));
  if (!step || step.coupleId !== null) throw new NotFound();
  const { content } = step;
  const card = {
    ...(await wordsOf(tx, content)),
    minutes: minutesWords(minutesOf(content)),
    rhythm: rhythmWords({ ...content.rhythm, days: [] }),
    line: '',
    conditions: [],
  };
  return { stepId: step.stepId, card };
}

/** A step as it stands on a couple's plan, with the terms both read. */
export async function readAssignedCard(
  tx: ActorTx,
  params: { coupleId?: string; assignmentId?: string },
): Promise<{ couple: Couple; assignmentId: string; card: StepCard }> {
  const couple = await readCouple(tx, params.coupleId);
  const id = recordId(params.assignmentId);
  const assignment = (await listAssignedSteps(tx, couple.id)).find((one) => one.id === id);
  if (!assignment) throw new NotFound();
  const { content, minutesMin, minutesMax, rhythmKind, rhythmTimes, rhythmWeeks, rhythmDays } = assignment;
  const keyring = await keyringFor(tx, [couple.id]);
  const terms = openTerms(keyring, { practiceId: tx.actor.practiceId, coupleId: couple.id }, assignment);
  await writeAudit(tx, { act: 'printed', recordKind: 'assignment', recordId: id, coupleId: couple.id });
  const card = {
    ...(await wordsOf(tx, content)),
    minutes: minutesWords({ min: minutesMin, max: minutesMax }),
    rhythm: rhythmWords({ kind: rhythmKind, times: rhythmTimes, weeks: rhythmWeeks, days: rhythmDays }),
    line: terms.line,
    conditions: terms.conditions,
  };
  return { couple, assignmentId: id, card };
}

async function wordsOf(tx: ActorTx, content: StepContent): Promise<Pick<StepCard, 'title' | 'why' | 'units'>> {
  const titles = Object.fromEntries((await listTitles(tx)).map(({ code, title }) => [code, title]));
  const named = (text: string) => withTitles(text, titles);
  const { title, forPartners, parts } = content;
  return {
    title,
    why: named(forPartners.why),
    units: parts?.map(({ id, instructions }) => ({ unit: id, instructions: instructions.map(named) })) ?? [
      { unit: 'whole', instructions: (forPartners.instructions ?? []).map(named) },
    ],
  };
}
