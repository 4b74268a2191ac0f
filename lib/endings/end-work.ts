import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertEnding, setEnded } from '@/db/queries/history/endings';
import { insertStaffAct, lockPlan } from '@/db/queries/plan/plan';
import { endingRef } from '@/lib/couples/sealed-places';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { keyringFor } from '@/lib/sealed/keyring-for';
import type { EndWorkInput, ReopenWorkInput } from './schema';

/**
 * Ends work with a couple, quietly (rule 13): from the next turn everything is closed for both, as it is for every other cause. Nobody
 * is told, accounts and sign-ins stay as they are, and each keeps their own record.
 */
export async function endWork(tx: ActorTx, { coupleId, reason, words, summary }: EndWorkInput): Promise<Answer> {
  const { practiceId, staffMemberId } = tx.actor;
  const status = await lockPlan(tx, coupleId);
  if (!status || staffMemberId === null) throw new NotFound();
  if (status === 'ended') throw new Refusal('Work with this couple has ended already. What you typed is still here.');
  const id = randomUUID();
  const keyring = await keyringFor(tx, [coupleId]);
  const record = keyring.seal(endingRef(practiceId, coupleId, id), JSON.stringify({ words, summary }));
  await insertEnding(tx, { id, coupleId, reason, record, endedBy: staffMemberId });
  await insertStaffAct(tx, { coupleId, kind: 'ended' });
  await setEnded(tx, coupleId, true);
  await writeAudit(tx, { act: 'changed', recordKind: 'ending', recordId: id, coupleId });
  return { redirectTo: `/couples/${coupleId}/history` };
}

/** Takes work up again. Opens nothing by itself: from the next turn each is asked anew, and what is shared waits for a release too. */
export async function reopenWork(tx: ActorTx, { coupleId }: ReopenWorkInput): Promise<Answer> {
  const status = await lockPlan(tx, coupleId);
  if (!status) throw new NotFound();
  if (status !== 'ended') throw new Refusal('Work with this couple is open already.');
  await insertStaffAct(tx, { coupleId, kind: 'reopened' });
  await setEnded(tx, coupleId, false);
  await writeAudit(tx, { act: 'changed', recordKind: 'couple', recordId: coupleId, coupleId });
  return { message: 'Reopened. Each of them is asked anew from the next turn; nothing opens by itself.' };
}
