import { sql } from 'drizzle-orm';
import type { ActorTx } from '../access/as-actor';

/** One that this partner comes to; never the other's own. */
export type MyAppointment = {
  id: string;
  startsAt: Date;
  minutes: number;
  /** With both of them. */
  isJoint: boolean;
  isCancelled: boolean;
  place: string;
  videoLink: string;
};

/** What is still to come, the next first. One statement; nothing for whoever is no partner. */
export async function listMyAppointments(tx: ActorTx): Promise<MyAppointment[]> {
  const found = await tx.db.execute<{ mine: (Omit<MyAppointment, 'startsAt'> & { startsAt: string })[] }>(
    sql`select portal.my_appointments() as mine`,
  );
  return (found.rows[0]?.mine ?? []).map((one) => ({ ...one, startsAt: new Date(one.startsAt) }));
}
