/** A version of a step as the portal is given it on a day on which it is open: the program's own rhythm and minutes, no therapist's terms yet. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import type { ProgramCommon, StepContent } from '@/db/program/content';
import { listVersions } from '@/db/queries/plan/library';
import { findProgramOf, findStep, listTitles } from '@/db/queries/plan/program';
import { NotFound } from '@/lib/errors';
import { withTitles } from '@/lib/format/step-words';
import type { DayUnit, NamedQuestion } from '@/lib/my-day/schema';
import { recordId } from '@/lib/record-id';

export type StepPreview = { stepId: string; version: number; newest: number; units: DayUnit[] };

export async function readPreview(
  tx: ActorTx,
  stepId: string | undefined,
  version: string | undefined,
): Promise<StepPreview> {
  const step = await findStep(tx, recordId(stepId));
  if (!step || step.coupleId !== null) throw new NotFound();
  const shown = (await listVersions(tx, step.stepId)).find((one) => String(one.version) === version);
  const program = shown ? await findProgramOf(tx, shown.versionId) : null;
  if (!shown || !program) throw new NotFound();
  const titles = Object.fromEntries((await listTitles(tx)).map(({ code, title }) => [code, title]));
  return {
    stepId: step.stepId,
    version: shown.version,
    newest: step.version,
    units: previewUnits(step.stepId, shown.content, program.common, titles),
  };
}

/** The same as plan.unit_content (db/functions/08-day-sheet.sql) says of an assignment; a test holds the two together. */
export function previewUnits(
  stepId: string,
  content: StepContent,
  common: ProgramCommon,
  titles: Record<string, string>,
): DayUnit[] {
  const named = (text: string) => withTitles(text, titles);
  const { forPartners, parts } = content;
  const questions = (ids: readonly string[], hasTouch: boolean): NamedQuestion[] =>
    ids.flatMap((id) => {
      const question = common.questions[id];
      return question && (hasTouch || !question.touchOnly) ? [{ ...question, id }] : [];
    });
  const given = parts ?? [
    { id: 'whole' as const, instructions: forPartners.instructions ?? [], minutes: forPartners.minutes! },
  ];
  return given.map(({ id: unit, instructions, minutes }) => {
    const isPartAlone = unit === 'alone';
    const isAlone = isPartAlone || content.mode === 'alone';
    const list = isAlone ? 'alone' : ((content.consentList ?? 'together') as keyof ProgramCommon['consent']);
    return {
      assignmentId: stepId,
      unit,
      isAlone,
      state: 'open',
      title: content.title,
      why: named(forPartners.why),
      instructions: instructions.map(named),
      minutes,
      rhythm: { ...content.rhythm, days: [] },
      conditions: [],
      line: '',
      own: [],
      consent: [...common.consent[list], ...(isPartAlone ? [] : questions(content.extraConsent, true))],
      checkIn: isPartAlone
        ? questions(common.checkIn.short, false)
        : questions(
            [...common.checkIn[content.checkIn === 'full' ? 'full' : 'short'], ...content.extraCheckIn],
            content.touch,
          ),
    };
  });
}
