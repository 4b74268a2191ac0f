/** What is asked around a step by the lists of the program: a change of it is a new version of the step. */
import 'server-only';
import type { NamedQuestion, ProgramCommon, StepContent } from '@/db/program/content';

type ListsAround = { alone: NamedQuestion[]; together: NamedQuestion[]; after: string[] };

export function listsAround(
  { consent, checkIn }: Pick<ProgramCommon, 'consent' | 'checkIn'>,
  { mode, consentList = 'together', checkIn: length }: StepContent,
): ListsAround {
  return {
    alone: mode === 'together' ? [] : consent.alone,
    together: mode === 'alone' ? [] : consent[consentList as keyof typeof consent],
    after: checkIn[length === 'full' ? 'full' : 'short'],
  };
}
