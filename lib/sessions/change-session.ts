import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { changeSessionRow } from '@/db/queries/sessions';
import { startOf } from './plan-session';
import type { ChangeSessionInput } from './schema';
import { refuseWhenLinkIsTaken } from './refuse-when-link-is-taken';
import { refuseWhenTaken } from './refuse-when-taken';
import { refuseWhenCancelled, refuseWhenNoted, refuseWhenOver, sessionInHand } from './session-in-hand';

/** Another day, time, length or place. With whom it is never changes: that is another session. */
export async function changeSession(tx: ActorTx, input: ChangeSessionInput) {
  const session = await sessionInHand(tx, input.sessionId);
  refuseWhenCancelled(session);
  refuseWhenOver(tx, session);
  await refuseWhenNoted(tx, [session], 'signed');
  const startsAt = startOf(input, tx.actor.timeZone);
  const { minutes, place, videoLink } = input;
  await refuseWhenTaken(tx, {
    therapistId: session.therapistId,
    starts: [startsAt],
    minutes,
    exceptSessionId: session.id,
  });
  await refuseWhenLinkIsTaken(tx, videoLink, session.id);
  await changeSessionRow(tx, session.id, { startsAt, minutes, place, videoLink });
  await writeAudit(tx, {
    act: 'changed',
    recordKind: 'session',
    recordId: session.id,
    coupleId: session.coupleId,
    concernsPartnerId: session.partnerId,
  });
  return { redirectTo: `/couples/${session.coupleId}/sessions/${session.id}` };
}
