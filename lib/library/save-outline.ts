/** New versions of the program's stages and paths. A stage keeps its number, by which the rules know it: it is renamed, or added at the end. */
import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import type { ActorTx } from '@/db/access/as-actor';
import type { ProgramCommon } from '@/db/program/content';
import { writeAudit } from '@/db/queries/audit';
import { insertProgram, lockLibrary } from '@/db/queries/plan/library';
import { findProgram, listSteps } from '@/db/queries/plan/program';
import type { Answer } from '@/lib/action';
import { NotFound } from '@/lib/errors';
import { contentsOf } from './contents-of';
import { refuseFaults } from './refuse-faults';
import { retiredOf } from './retire-step';
import { refuseOvertaken } from './refuse-overtaken';
import type { Follows, PathsInput, StagesInput } from './schema';

export const saveStages = (tx: ActorTx, { stages, ...edited }: StagesInput): Promise<Answer> =>
  saveOutline(tx, edited, { stages: stages.map((stage, n) => ({ n, ...stage })) });

export const savePaths = (tx: ActorTx, { paths, ...edited }: PathsInput): Promise<Answer> =>
  saveOutline(tx, edited, { paths });

async function saveOutline(
  tx: ActorTx,
  edited: { basedOn: number; follows: Follows },
  change: Partial<ProgramCommon>,
): Promise<Answer> {
  await lockLibrary(tx);
  const before = await findProgram(tx);
  if (!before) throw new NotFound();
  refuseOvertaken(edited, before.version);
  const common = { ...before.common, ...change };
  if (isDeepStrictEqual(common, before.common)) return { redirectTo: '/library' };
  const rows = await listSteps(tx);
  refuseFaults({ ...common, steps: contentsOf(rows) }, null, retiredOf(rows));
  await insertProgram(tx, { version: before.version + 1, common });
  await writeAudit(tx, { act: 'changed', recordKind: 'program' });
  return { redirectTo: '/library' };
}
