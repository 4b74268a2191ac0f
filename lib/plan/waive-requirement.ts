/** Setting aside what the program wants done first, with a written reason. Rule 9, pauses, consents and answers about safety are never set aside. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertWaiver } from '@/db/queries/plan/plan';
import type { Answer } from '@/lib/action';
import { Refusal } from '@/lib/errors';
import type { Unmet } from '@/lib/program/requirements';
import type { Keyring } from '@/lib/sealed/keyring';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { lockPlanInWork } from './lock-plan';
import { readPlan } from './read-plan';
import { unmetForRelease } from './release-unit';
import type { WaiveInput } from './schema';
import { waiverRef } from './sealed-places';

/** Waives what a release of this unit still waits for. It opens nothing: the release is an act of its own. */
export async function waiveRequirement(tx: ActorTx, input: WaiveInput): Promise<Answer> {
  const { coupleId, assignmentId, unit, waiver } = input;
  await lockPlanInWork(tx, coupleId);
  const open = unmetForRelease(await readPlan(tx, coupleId), assignmentId, unit);
  if (open.length === 0) throw new Refusal('Nothing can be waived here now. What you typed is still here.');
  await writeWaivers(tx, await keyringFor(tx, [coupleId]), { coupleId, assignmentId, open, reason: waiver });
  return { message: 'Waived. It can be released now.' };
}

/** One row for each requirement, so that each can be told apart later. */
export async function writeWaivers(
  tx: ActorTx,
  keyring: Keyring,
  given: { coupleId: string; assignmentId: string; open: readonly Unmet[]; reason: string },
): Promise<void> {
  const { coupleId, assignmentId, open, reason } = given;
  for (const { key } of open) {
    const id = randomUUID();
    const sealed = keyring.seal(waiverRef(tx.actor.practiceId, coupleId, id), reason);
    await insertWaiver(tx, { id, coupleId, assignmentId, requirement: key, reason: sealed });
    await writeAudit(tx, { act: 'waived', recordKind: 'waiver', recordId: id, coupleId });
  }
}
