/**
 * The joint appointments as a file for a calendar. Every entry has the same one word, no place and no description, and its stamp
 * tells nothing of when it was made or changed. Nothing in it comes from what anybody typed, so there is nothing to escape or to fold.
 */
import 'server-only';
import { type ActorTx, asActor, NotSignedIn } from '@/db/access/as-actor';
import { listMyAppointments, type MyAppointment } from '@/db/queries/my-appointments';
import { signInToken } from '@/lib/actor';

export async function readRemindersFile(tx: ActorTx): Promise<string> {
  const joint = (await listMyAppointments(tx)).filter(({ isJoint }) => isJoint);
  return (
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Reminder//EN',
      'CALSCALE:GREGORIAN',
      ...joint.flatMap(entryOf),
      'END:VCALENDAR',
    ].join('\r\n') + '\r\n'
  );
}

function entryOf({ id, startsAt, minutes, isCancelled }: MyAppointment): string[] {
  const begins = stampOf(startsAt);
  return [
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${begins}`,
    `DTSTART:${begins}`,
    `DTEND:${stampOf(new Date(startsAt.getTime() + minutes * 60_000))}`,
    'SUMMARY:Reminder',
    // A calendar that holds the entry already strikes it out.
    ...(isCancelled ? ['SEQUENCE:1', 'STATUS:CANCELLED'] : []),
    'CLASS:PRIVATE',
    'END:VEVENT',
  ];
}

/** In UTC, which each calendar shows in its own zone: 20261124T150000Z. */
const stampOf = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');

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
