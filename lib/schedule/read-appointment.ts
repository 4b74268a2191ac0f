/** One appointment, with what is needed to move or cancel it and to tell those who come. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { noteOpening } from '@/db/queries/audit';
import { type AppointmentRow, findAppointment } from '@/db/queries/lists/schedule';
import { NotFound } from '@/lib/errors';
import { dayOf } from '@/lib/format/dates';
import { recordId } from '@/lib/record-id';
import { fieldsOf } from '@/lib/sessions/local-time';
import { type AppointmentLine, appointmentLine } from './read-schedule';

export type Appointment = {
  row: AppointmentRow;
  line: AppointmentLine;
  day: string;
  at: { on: string; at: string; minutes: number; place: string; videoLink: string };
  /** How many of its series come after it and still stand. */
  later: number;
  /** Where its notes are, for those who write them. */
  sessionHref: string | null;
  canChange: boolean;
};

export async function readAppointment(tx: ActorTx, sessionId: string | undefined): Promise<Appointment> {
  if (!can(tx.actor, 'sessions', 'create')) throw new NotFound();
  const row = await findAppointment(tx, recordId(sessionId));
  if (!row) throw new NotFound();
  await noteOpening(tx, 'session', row.id, row.coupleId, row.kind === 'individual' ? row.people[0]!.id : null);
  const { now, timeZone } = tx.actor;
  const seesNotes = can(tx.actor, 'sessionNotes', 'read');
  return {
    row,
    line: appointmentLine(tx, row),
    day: dayOf(row.startsAt, timeZone),
    at: {
      ...fieldsOf(row.startsAt, timeZone),
      minutes: row.minutes,
      place: row.place,
      videoLink: row.videoLink,
    },
    later: row.later,
    sessionHref: seesNotes ? `/couples/${row.coupleId}/sessions/${row.id}` : null,
    canChange: !row.cancelledAt && (seesNotes || row.startsAt > now),
  };
}
