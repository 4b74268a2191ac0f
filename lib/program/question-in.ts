/** A question of the program, wherever it keeps it: in the common list, or in a consent list. */
import 'server-only';
import type { NamedQuestion, Question } from '@/db/program/content';
import type { ProgramOutline } from '@/db/queries/plan/program-outline';

export function questionIn(
  { questions, consent }: Pick<ProgramOutline, 'questions' | 'consent'>,
  id: string,
): Question | NamedQuestion | undefined {
  return (
    questions[id] ??
    Object.values(consent)
      .flat()
      .find((question) => question.id === id)
  );
}
