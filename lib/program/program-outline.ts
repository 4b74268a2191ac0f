/** The practice's program in outline. It is read on nearly every page of a couple and changes a few times a year, so it is kept. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { type ProgramOutline, readProgramOutline, readProgramStamp } from '@/db/queries/plan/program-outline';
import { NotFound } from '@/lib/errors';

/** By stamp. What a stamp names never changes and says nothing of a person; only who may read the stamp gets this far. */
const kept = new Map<string, ProgramOutline>();
const MOST_KEPT = 50;

/** One statement, and a second the first time after a change; none when the stamp is known already. */
export async function programOutline(tx: ActorTx, stamp?: string | null): Promise<ProgramOutline> {
  const named = stamp ?? (await readProgramStamp(tx));
  const known = named === null ? undefined : kept.get(named);
  if (known) return known;
  const read = await readProgramOutline(tx);
  if (!read) throw new NotFound();
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
  kept.set(read.stamp, read.outline);
  return read.outline;
}
