// The world's goal, diagnosis and process note.
import { randomUUID } from 'node:crypto';

type Row = Record<string, unknown>;
const SEALED = Buffer.from('00', 'hex');

export async function makeFrame(
  withId: (table: string, row: Row) => Promise<{ id: string }>,
  { base, own, author_id }: { base: Row; own: Row; author_id: string },
) {
  const goal = await withId('goals', { ...own, author_id });
  const version = { goal_id: goal.id, number: 1, words: SEALED, position: 1, state: 'open', author_id };
  const note = { on: '2026-01-01', saved_in: randomUUID(), saved_order: 1, text: SEALED, author_id };
  return {
    goals: goal,
    goal_versions: await withId('goal_versions', { ...base, ...version }),
    diagnoses: await withId('diagnoses', { ...own, kind: 'given', code: SEALED, on: '2026-01-01', author_id }),
    process_notes: await withId('process_notes', { ...base, ...note }),
  };
}
