import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { changeSession } from '@/lib/sessions/change-session';
import type { MoveAppointmentInput } from './schema';

/** Another day, time, length or place for one appointment. Of a series, the others stay where they are. */
export async function moveAppointment(tx: ActorTx, input: MoveAppointmentInput) {
  await changeSession(tx, input);
  return { redirectTo: `/schedule?on=${input.on}` };
}
