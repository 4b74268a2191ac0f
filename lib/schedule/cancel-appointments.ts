import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { lockSessionAndLater } from '@/db/queries/sessions';
import { dayOf } from '@/lib/format/dates';
import { cancelAll } from '@/lib/sessions/cancel-session';
import { refuseWhenCancelled, sessionInHand } from '@/lib/sessions/session-in-hand';
import type { CancelAppointmentsInput } from './schema';

/** One appointment, or it and all later ones of its series. They stay in the schedule, marked so. */
export async function cancelAppointments(tx: ActorTx, input: CancelAppointmentsInput) {
  const session = await sessionInHand(tx, input.sessionId);
  refuseWhenCancelled(session);
  await cancelAll(tx, input.which === 'later' ? await lockSessionAndLater(tx, session) : [session]);
  return { redirectTo: `/schedule?on=${dayOf(session.startsAt, tx.actor.timeZone)}` };
}
