/** Which version of a step is assigned, and what a newer one would change for the couple. */
import 'server-only';
import type { ProgramCommon, StepContent } from '@/db/program/content';
import type { AnyStepRow } from '@/db/queries/plan/program';
import { Refusal } from '@/lib/errors';
import { intensityWords, modeWords, unitWords } from '@/lib/format/step-words';
import type { Assignment } from '@/lib/plan/standing';
import { listsAround } from './lists-around';

/** The one the therapist has read: the newest, or the one that the assignment in whose place this one comes was given. */
export function versionToAssign(newest: AnyStepRow, replaced: Assignment | null, read: string | undefined): AnyStepRow {
  // What is assigned goes on, though it be retired.
  const current = { ...newest, isRetired: newest.isRetired && replaced?.stepId !== newest.stepId };
  if (read === undefined || read === newest.versionId) return current;
  if (replaced?.stepId === newest.stepId && replaced.versionId === read)
    return { ...current, versionId: read, version: replaced.version, content: replaced.content };
  throw new Refusal(
    'This step was edited while you were looking, so nothing was assigned. What you typed is still here: read the step again in another tab, then reload this page.',
  );
}

export type Changed = { noLonger: string[]; now: string[] };

/** What either partner would read or be asked otherwise; both lists empty where only staff’s words changed. */
export function changedForPartners(before: Asking, after: Asking, ask: (id: string) => string): Changed {
  const old = told(before, ask);
  const fresh = told(after, ask);
  return { noLonger: old.filter((text) => !fresh.includes(text)), now: fresh.filter((text) => !old.includes(text)) };
}

/** What a version says, and what the program asks around it. */
type Asking = { content: StepContent; common: Pick<ProgramCommon, 'consent' | 'checkIn'> };

function told({ content, common }: Asking, ask: (id: string) => string): string[] {
  const { alone, together, after } = listsAround(common, content);
  const { forPartners, parts } = content;
  return [
    `Title: ${content.title}`,
    `Why: ${forPartners.why}`,
    `Who does it: ${modeWords[content.mode]}`,
    intensityWords(content.intensity),
    content.touch ? 'With touch between the two' : 'Without touch between the two',
    ...(forPartners.instructions ?? []),
    ...(parts ?? []).flatMap(({ id, instructions }) => instructions.map((text) => `${unitWords[id]}: ${text}`)),
    ...(parts ?? [{ id: 'whole' as const, requires: content.requires }]).flatMap(({ requires }) =>
      (requires?.toOpen ?? []).includes('therapistRelease') ? ['It opens after your release'] : [],
    ),
    ...[...[...alone, ...together].map(({ id }) => id), ...content.extraConsent].map(
      (id) => `Asked before: ${ask(id)}`,
    ),
    ...[...after, ...content.extraCheckIn].map((id) => `Asked afterwards: ${ask(id)}`),
    ...(content.consentList ? [`Consent: ${content.consentList}`] : []),
    `Check-in: ${content.checkIn}`,
  ];
}
