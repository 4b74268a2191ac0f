/**
 * The joint appointments, and where this person switched it on those with them alone, as a file for a calendar. Every entry has the same one word, no place and no description, and its stamp
 * tells nothing of when it was made or changed. Nothing in it comes from what anybody typed.
 */
import 'server-only';
import ical, { type ICalCalendar, ICalEventClass, ICalEventStatus } from 'ical-generator';
import { type ActorTx, asActor, NotSignedIn } from '@/db/access/as-actor';
import { findCalendarChoices } from '@/db/queries/my-settings/calendar-choices';
import { listMyAppointments, type MyAppointment } from '@/db/queries/my-appointments';
import { signInToken } from '@/lib/actor';

export async function readRemindersFile(tx: ActorTx): Promise<string> {
  const calendar = ical({ prodId: '//Reminder//EN', events: [] });
  const { isAloneInFile, isAloneHidden } = await findCalendarChoices(tx);
  for (const appointment of await listMyAppointments(tx))
    if (appointment.isJoint || (isAloneInFile && !isAloneHidden)) addEntry(calendar, appointment);
  return `${calendar.toString()}\r\n`;
}

function addEntry(calendar: ICalCalendar, { id, startsAt, minutes, isCancelled }: MyAppointment): void {
  calendar.createEvent({
    id,
    stamp: startsAt,
    start: startsAt,
    end: new Date(startsAt.getTime() + minutes * 60_000),
    summary: 'Reminder',
    class: ICalEventClass.PRIVATE,
    // A calendar that holds the entry already strikes it out.
    ...(isCancelled ? { sequence: 1, status: ICalEventStatus.CANCELLED } : {}),
  });
}

/** The file for who asks; nobody signed in, and whoever is no partner, gets none. */
export async function answerReminders(): Promise<{ status: 200; file: string } | { status: 401 | 404; file: null }> {
  const token = await signInToken();
  if (!token) return { status: 401, file: null };
  try {
    const file = await asActor(token, async (tx) => (tx.actor.partnerId === null ? null : readRemindersFile(tx)));
    return file === null ? { status: 404, file } : { status: 200, file };
  } catch (error) {
    if (error instanceof NotSignedIn) return { status: 401, file: null };
    throw error;
  }
}
