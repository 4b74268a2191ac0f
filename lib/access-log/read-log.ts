/** The access log of a practice, for its admins: who of the staff did something and when. What is clinical has no kind here. */
import 'server-only';
import { Temporal } from 'temporal-polyfill';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { listLog, type LogRow } from '@/db/queries/access-log/log';
import { noteListing } from '@/db/queries/audit';
import { NotFound } from '@/lib/errors';
import { type Day, dayAfter, dayOf, isDay, timeIn, weekdayAndDay } from '@/lib/format/dates';
import { logWords } from '@/lib/format/access-log-words';
import { placeIn, placeOf } from './place';

export type LogEntry = { id: string; time: string; who: string; did: string; couple: string | null };
export type LogOfPractice = {
  from: Day;
  to: Day;
  /** The latest day that may be asked for. */
  today: Day;
  days: { on: Day; day: string; entries: LogEntry[] }[];
  isFirstPage: boolean;
  olderHref: string | null;
};

const PAGE = 100;
const DAYS_AT_FIRST = 14;

type Search = Record<string, string | string[] | undefined>;

/** Two statements. Days that can't be read are the last two weeks. */
export async function readLog(tx: ActorTx, search: Search): Promise<LogOfPractice> {
  requireAdmin(tx);
  const { today, timeZone } = tx.actor;
  const { from, to } = daysIn(search, today);
  const before = placeIn(search.before);
  const rows = await listLog(tx, { ...instantsOf({ from, to }, timeZone), before, limit: PAGE + 1 });
  await noteListing(tx, 'accessLog');
  const days: LogOfPractice['days'] = [];
  for (const row of rows.slice(0, PAGE)) {
    const { on, time } = momentOf(row, timeZone);
    if (days.at(-1)?.on !== on) days.push({ on, day: weekdayAndDay(on, today), entries: [] });
    days.at(-1)!.entries.push({ id: row.id, time, who: row.who, did: didWords(row), couple: row.couple });
  }
  const last = rows[PAGE - 1];
  return {
    from,
    to,
    today,
    days,
    isFirstPage: before === null,
    olderHref: rows.length > PAGE && last ? `/access-log?from=${from}&to=${to}&before=${placeOf(last)}` : null,
  };
}

/** The same door for the page and for its export. */
export function requireAdmin({ actor }: ActorTx): void {
  if (!can(actor, 'staffMembers', 'create')) throw new NotFound();
}

export const didWords = ({ act, kind, about }: LogRow): string => `${logWords(act, kind)}${about ? `: ${about}` : ''}`;

const isDayOfLog = (typed: unknown): typed is Day => isDay(typed) && typed.startsWith('20');

/** From one day to another, both counted; in order, and not after today. */
export function daysIn({ from, to }: { from?: unknown; to?: unknown }, today: Day): { from: Day; to: Day } {
  const until = isDayOfLog(to) && to <= today ? to : today;
  const first = isDayOfLog(from) && from <= until ? from : dayAfter(until, 1 - DAYS_AT_FIRST);
  return { from: first, to: until };
}

/** From midnight to midnight on the practice's clock. */
export function instantsOf({ from, to }: { from: Day; to: Day }, timeZone: string): { from: Date; to: Date } {
  const midnight = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
  return { from: midnight(Temporal.PlainDate.from(from)), to: midnight(Temporal.PlainDate.from(to).add({ days: 1 })) };
}

export function momentOf({ at }: Pick<LogRow, 'at'>, timeZone: string): { on: Day; time: string } {
  const instant = new Date(at);
  return { on: dayOf(instant, timeZone), time: timeIn(instant, timeZone) };
}
