import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { changeSessionRow } from '@/db/queries/sessions';
import { startOf } from './plan-session';
import type { ChangeSessionInput } from './schema';
import { refuseWhenCancelled, refuseWhenNoted, sessionInHand } from './session-in-hand';

/** Another day, time, length or place. With whom it is never changes: that is another session. */
export async function changeSession(tx: ActorTx, input: ChangeSessionInput) {
  const session = await sessionInHand(tx, input.sessionId);
  refuseWhenCancelled(session);
  await refuseWhenNoted(tx, session, 'signed');
  const startsAt = startOf(input, tx.actor.timeZone);
  await changeSessionRow(tx, session.id, { startsAt, minutes: input.minutes, place: input.place });
  await writeAudit(tx, {
    act: 'changed',
    recordKind: 'session',
    recordId: session.id,
    coupleId: session.coupleId,
    concernsPartnerId: session.partnerId,
  });
  return { redirectTo: `/couples/${session.coupleId}/sessions/${session.id}` };
}
