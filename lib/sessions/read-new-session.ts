/** What the form for a session holds at first: today, the hour that has just begun, and the place of the last joint one. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { listNewestOfEach } from '@/db/queries/sessions';
import { type Couple, readCouple } from '@/lib/couples/read-couple';
import { fieldsOf } from './local-time';
import { USUAL_SESSION } from './schema';

export type NewSession = {
  couple: Couple;
  at: { on: string; at: string; minutes: number; place: string; videoLink: string };
};

export async function readNewSession(tx: ActorTx, coupleId: string | undefined): Promise<NewSession> {
  const couple = await readCouple(tx, coupleId);
  const last = (await listNewestOfEach(tx, couple.id, 1)).find(({ kind }) => kind === 'joint');
  const { on, at } = fieldsOf(tx.actor.now, tx.actor.timeZone);
  return {
    couple,
    at: {
      on,
      at: `${at.slice(0, 2)}:00`,
      minutes: last?.minutes ?? USUAL_SESSION,
      // Where one of them was seen alone is no suggestion: a joint session would tell the other.
      place: last?.place ?? '',
      videoLink: '',
    },
  };
}
