import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { cancelSessionRows, type SessionRow } from '@/db/queries/sessions';
import type { CancelSessionInput } from './schema';
import { refuseWhenCancelled, refuseWhenNoted, refuseWhenOver, sessionInHand } from './session-in-hand';

/** It does not take place. It stays in the list, marked so. */
export async function cancelSession(tx: ActorTx, input: CancelSessionInput) {
  const session = await sessionInHand(tx, input.sessionId);
  refuseWhenCancelled(session);
  await cancelAll(tx, [session]);
  return { redirectTo: `/couples/${session.coupleId}/sessions` };
}

/** Several of one couple, locked already: all of them or none. */
export async function cancelAll(tx: ActorTx, sessions: readonly SessionRow[]): Promise<void> {
  for (const session of sessions) refuseWhenOver(tx, session);
  await refuseWhenNoted(tx, sessions, 'begun');
  await cancelSessionRows(
    tx,
    sessions.map(({ id }) => id),
  );
  await writeAudit(
    tx,
    ...sessions.map((session) => ({
      act: 'changed' as const,
      recordKind: 'session',
      recordId: session.id,
      coupleId: session.coupleId,
      concernsPartnerId: session.partnerId,
    })),
  );
}
