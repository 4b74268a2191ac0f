/** The appointments of a week or a day, in the practice's zone: of the couples one cares for, or, for a scheduler, of everybody. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { can, canForAll } from '@/db/access/can';
import { noteListing } from '@/db/queries/audit';
import {
  type AppointmentRow,
  hasCoupleToPlan,
  listAppointments,
  listTherapistsToPlan,
} from '@/db/queries/lists/schedule';
import { NotFound } from '@/lib/errors';
import { placeOf } from '@/lib/format/couple-words';
import { type Day, dayAfter, dayBefore, dayOf, shortDay, timeIn } from '@/lib/format/dates';
import { initials } from '@/lib/format/names';

export type AppointmentLine = {
  id: string;
  /** "10:00" */
  begins: string;
  ends: string;
  /** "09:00 in Chicago": what the couple's clocks show, where they show something else. */
  theirTime: string | null;
  /** For a scheduler the names, who have to be called; for a therapist initials, as everywhere in their day. */
  people: { id: string; name: string; place: 'first' | 'second'; contactInstruction: string | null }[];
  isAlone: boolean;
  /** Named where it is not the person who looks. */
  therapist: string | null;
  where: string;
  isVideo: boolean;
  /** What those who come still have to be told: nothing, once there is a place or a link. */
  lacks: 'link' | 'place' | null;
  isCancelled: boolean;
  isOver: boolean;
};

export type ScheduleDay = { day: Day; isToday: boolean; lines: AppointmentLine[] };

export type Schedule = {
  view: 'week' | 'day';
  on: Day;
  first: Day;
  last: Day;
  today: Day;
  /** Whether `on` lies in what is shown together with today. */
  hasToday: boolean;
  previous: Day;
  next: Day;
  timeZone: string;
  /** Keeps everybody's, and so is told how each partner wants to be reached and what not to mention. */
  isForAll: boolean;
  /** Whose appointments may be shown by themselves; none where there is one therapist. */
  therapists: { id: string; name: string }[];
  /** Whose are shown, when not everybody’s. */
  therapistId: string | null;
  days: ScheduleDay[];
  /** What has to be there first, where nobody comes because there is nobody to come; `make` for who may make a couple. */
  lacksCouple: 'make' | 'wait' | null;
};

type Search = { view?: unknown; on?: unknown; therapist?: unknown };

/** Two statements, and one for the audit; a third where nobody comes. */
export async function readSchedule(tx: ActorTx, search: Search): Promise<Schedule> {
  if (!can(tx.actor, 'sessions', 'create')) throw new NotFound();
  const { now, timeZone } = tx.actor;
  const today = dayOf(now, timeZone);
  const view = search.view === 'day' ? 'day' : 'week';
  const on = dayIn(search.on) ?? today;
  const length = view === 'day' ? 1 : 7;
  const first = view === 'day' ? on : mondayOf(on);
  const therapists = await listTherapistsToPlan(tx);
  const therapistId = therapists.find(({ id }) => id === search.therapist)?.id ?? null;
  const rows = await listAppointments(tx, first, length, therapistId);
  await noteListing(tx, 'schedule');

  const lines = Map.groupBy(rows, (row) => dayOf(row.startsAt, timeZone));
  const days = Array.from({ length }, (_, offset) => dayAfter(first, offset)).map((day) => ({
    day,
    isToday: day === today,
    lines: (lines.get(day) ?? []).map((row) => appointmentLine(tx, row)),
  }));
  return {
    view,
    on,
    first,
    last: dayAfter(first, length - 1),
    today,
    hasToday: days.some(({ isToday }) => isToday),
    previous: view === 'day' ? dayBefore(on) : dayAfter(on, -7),
    next: dayAfter(on, length),
    timeZone,
    isForAll: keepsForAll(tx),
    therapists: therapists.length > 1 ? therapists : [],
    therapistId,
    // A weekend on which nobody comes takes no room.
    lacksCouple:
      rows.length > 0 || (await hasCoupleToPlan(tx)) ? null : can(tx.actor, 'couples', 'create') ? 'make' : 'wait',
    days: days.filter(({ lines: own, isToday }, at) => at < 5 || own.length > 0 || isToday),
  };
}

export const keepsForAll = (tx: ActorTx): boolean => canForAll(tx.actor, 'sessions', 'create');

export function appointmentLine(tx: ActorTx, row: AppointmentRow): AppointmentLine {
  const { now, timeZone, staffMemberId } = tx.actor;
  const end = new Date(row.startsAt.getTime() + row.minutes * 60_000);
  const isForAll = keepsForAll(tx);
  return {
    id: row.id,
    begins: timeIn(row.startsAt, timeZone),
    ends: timeIn(end, timeZone),
    theirTime: theirTime(row.startsAt, timeZone, row.coupleZone),
    people: row.people.map(({ id, position, name, contactInstruction }) => ({
      id,
      name: isForAll ? name : initials(name),
      place: placeOf(position),
      contactInstruction: isForAll ? contactInstruction : null,
    })),
    isAlone: row.kind === 'individual',
    therapist: row.therapistId === staffMemberId ? null : row.therapistName,
    where: row.place,
    isVideo: row.videoLink !== '',
    lacks: end <= now || row.videoLink !== '' ? null : row.isVideoSeries ? 'link' : row.place === '' ? 'place' : null,
    isCancelled: row.cancelledAt !== null,
    isOver: end <= now,
  };
}

/** What the couple's own clocks show; with the day where that is another one. */
function theirTime(at: Date, zone: string, coupleZone: string): string | null {
  const own = timeIn(at, coupleZone);
  const day = dayOf(at, coupleZone);
  const isSameDay = day === dayOf(at, zone);
  if (isSameDay && own === timeIn(at, zone)) return null;
  const city = coupleZone.split('/').at(-1)!.replaceAll('_', ' ');
  return `${own}${isSameDay ? '' : ` on ${shortDay(day)}`} in ${city}`;
}

/** A day that was cut or made up is no day. */
export function dayIn(asked: unknown): Day | null {
  if (typeof asked !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(asked)) return null;
  const read = new Date(`${asked}T12:00:00Z`);
  const isDay = !Number.isNaN(read.getTime()) && read.toISOString().startsWith(asked);
  return isDay && asked >= '1990-01-01' && asked <= '2199-12-31' ? asked : null;
}

function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return dayAfter(day, -((weekday + 6) % 7));
}
