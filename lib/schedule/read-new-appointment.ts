/** The form for an appointment: first for which couple, then everything else. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { noteListing } from '@/db/queries/audit';
import { type CoupleToPlan, findCoupleToPlan, listCouplesToPlan } from '@/db/queries/lists/schedule';
import { NotFound } from '@/lib/errors';
import { dayOf } from '@/lib/format/dates';
import { recordId } from '@/lib/record-id';
import { USUAL_SESSION } from '@/lib/sessions/schema';
import { dayIn } from './read-schedule';

export type NewAppointment = { on: string } & (
  | { step: 'couple'; couples: { id: string; names: string[] }[]; lacks: 'make' | 'wait' }
  | {
      step: 'rest';
      couple: CoupleToPlan;
      therapistId: string | undefined;
      first: { minutes: number; place: string };
    }
);

export async function readNewAppointment(
  tx: ActorTx,
  search: { couple?: unknown; on?: unknown },
): Promise<NewAppointment> {
  if (!can(tx.actor, 'sessions', 'create')) throw new NotFound();
  const on = dayIn(search.on) ?? dayOf(tx.actor.now, tx.actor.timeZone);
  if (typeof search.couple !== 'string' || search.couple === '') {
    await noteListing(tx, 'couplesToPlan');
    const lacks = can(tx.actor, 'couples', 'create') ? 'make' : 'wait';
    return { on, step: 'couple', couples: await listCouplesToPlan(tx), lacks };
  }
  const couple = await findCoupleToPlan(tx, recordId(search.couple));
  if (!couple) throw new NotFound();
  const own = couple.therapists.find(({ id }) => id === tx.actor.staffMemberId);
  return {
    on,
    step: 'rest',
    couple,
    therapistId: (own ?? couple.therapists[0])?.id,
    first: couple.last ?? { minutes: USUAL_SESSION, place: '' },
  };
}
