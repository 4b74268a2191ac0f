/** A partner's own appointments, in the couple's zone, which is theirs. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { findCalendarChoices } from '@/db/queries/my-settings/calendar-choices';
import { listMyAppointments } from '@/db/queries/my-appointments';
import { dayOf, longDay, timeIn } from '@/lib/format/dates';

export type AppointmentOfMine = {
  id: string;
  /** "Tuesday, 24 November 2026" */
  day: string;
  /** "10:00 to 10:50" */
  time: string;
  isJoint: boolean;
  isCancelled: boolean;
  place: string;
  videoLink: string;
};

export type MyAppointments = {
  lines: AppointmentOfMine[];
  /** Whether there is anything for a calendar file. */
  hasReminders: boolean;
  /** Whether it holds those with oneself alone too. */
  isAloneInFile: boolean;
  timeZone: string;
};

export async function readMyAppointments(tx: ActorTx): Promise<MyAppointments> {
  const { timeZone } = tx.actor;
  const { isAloneInFile, isAloneHidden } = await findCalendarChoices(tx);
  const mine = (await listMyAppointments(tx)).filter(({ isJoint }) => isJoint || !isAloneHidden);
  return {
    lines: mine.map(({ startsAt, minutes, ...one }) => ({
      ...one,
      day: longDay(dayOf(startsAt, timeZone)),
      time: `${timeIn(startsAt, timeZone)} to ${timeIn(new Date(startsAt.getTime() + minutes * 60_000), timeZone)}`,
    })),
    hasReminders: mine.some(({ isJoint }) => isJoint || isAloneInFile),
    isAloneInFile: isAloneInFile && !isAloneHidden,
    timeZone,
  };
}
