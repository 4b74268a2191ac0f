/** What was ever on a couple's plan, with the words that its steps had when they were given. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { type AssignmentRow, listAssignments } from '@/db/queries/plan/plan';
import { listStepVersions, type StepVersion } from '@/db/queries/plan/program';
import { LastUsed } from '@/lib/last-used';

export type AssignedStep = AssignmentRow & Omit<StepVersion, 'isOwn'>;

/**
 * The words of the library, by version: they stand beside every assignment, never change and say nothing of a person, so they are kept.
 * Whoever knows a version's id has read an assignment of it. What was written for one couple alone is read each time.
 */
const kept = new LastUsed<StepVersion>(500);

/** The oldest first. One statement, and another for words that are not kept. */
export const listAssignedSteps = async (tx: ActorTx, coupleId: string): Promise<AssignedStep[]> =>
  withWords(tx, await listAssignments(tx, coupleId));

/** One statement for words that are not kept, else none. */
export async function withWords(tx: ActorTx, rows: readonly AssignmentRow[]): Promise<AssignedStep[]> {
  const versions = await versionsOf(tx, new Set(rows.map(({ versionId }) => versionId)));
  return rows.flatMap((row) => {
    const words = versions.get(row.versionId);
    if (!words) return [];
    const { stepId, version, code, content, shown } = words;
    return [{ ...row, stepId, version, code, content, shown }];
  });
}

async function versionsOf(tx: ActorTx, versionIds: ReadonlySet<string>): Promise<Map<string, StepVersion>> {
  const found = new Map<string, StepVersion>();
  for (const id of versionIds) {
    const known = kept.get(id);
    if (known) found.set(id, known);
  }
  const unknown = [...versionIds].filter((id) => !found.has(id));
  if (unknown.length === 0) return found;
  for (const version of await listStepVersions(tx, unknown)) {
    if (!version.isOwn) kept.set(version.versionId, version);
    found.set(version.versionId, version);
  }
  return found;
}
