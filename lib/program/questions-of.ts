/** What a program asks. It is read beside every answer, never changes and says nothing of a person, so it is kept. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import type { Question } from '@/db/program/content';
import { listQuestions } from '@/db/queries/plan/program';
import { LastUsed } from '@/lib/last-used';

type Questions = Readonly<Record<string, Question>>;

/** By program. Whoever knows its id has read a step that was made under it. */
const kept = new LastUsed<Questions>(50);

/** One statement the first time a program is asked for, and then none. */
export async function questionsOf(tx: ActorTx, programIds: readonly string[]): Promise<Map<string, Questions>> {
  const unknown = [...new Set(programIds)].filter((id) => !kept.get(id));
  if (unknown.length > 0)
    for (const { programId, questions } of await listQuestions(tx, unknown)) kept.set(programId, questions);
  return new Map(programIds.map((id) => [id, kept.get(id) ?? {}]));
}
