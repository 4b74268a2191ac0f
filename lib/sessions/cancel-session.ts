import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { changeSessionRow } from '@/db/queries/sessions';
import type { CancelSessionInput } from './schema';
import { refuseWhenCancelled, refuseWhenNoted, sessionInHand } from './session-in-hand';

/** It does not take place. It stays in the list, marked so. */
export async function cancelSession(tx: ActorTx, input: CancelSessionInput) {
  const session = await sessionInHand(tx, input.sessionId);
  refuseWhenCancelled(session);
  await refuseWhenNoted(tx, session, 'begun');
  await changeSessionRow(tx, session.id, { cancelledAt: tx.actor.now });
  await writeAudit(tx, {
    act: 'changed',
    recordKind: 'session',
    recordId: session.id,
    coupleId: session.coupleId,
    concernsPartnerId: session.partnerId,
  });
  return { redirectTo: `/couples/${session.coupleId}/sessions` };
}
