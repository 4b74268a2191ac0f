import 'server-only';
import type { NamedQuestion, ProgramCommon, StepContent } from '@/db/program/content';
import type { UnitInput } from '@/lib/my-day/schema';

/** What a partner is asked after an occasion of this unit: the same, in the same order, as plan.unit_content asks in the portal. */
export function questionsAfter(
  { questions, checkIn }: Pick<ProgramCommon, 'questions' | 'checkIn'>,
  { mode, checkIn: length, touch, extraCheckIn }: Pick<StepContent, 'mode' | 'checkIn' | 'touch' | 'extraCheckIn'>,
  unit: UnitInput['unit'],
): NamedQuestion[] {
  const isAlonePart = mode === 'parts' && unit === 'alone';
  const ids = isAlonePart ? checkIn.short : [...(length === 'full' ? checkIn.full : checkIn.short), ...extraCheckIn];
  return ids.flatMap((id) => {
    const question = questions[id];
    return question && ((touch && !isAlonePart) || !question.touchOnly) ? [{ ...question, id }] : [];
  });
}
