/** The tab "History": what happened with a couple, newest first, for its care team alone. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { noteOpening } from '@/db/queries/audit';
import { type HistoryPlace, listHistory } from '@/db/queries/history/happened';
import { listPlanEvents } from '@/db/queries/plan/plan-events';
import { type Couple, readCouple } from '@/lib/couples/read-couple';
import { type Ending, readEndings } from '@/lib/endings/read-endings';
import { type ShownSharedEnd, shownSharedEnd } from '@/lib/endings/shared-end';
import { NotFound } from '@/lib/errors';
import { dayAndTime, timeIn, weekdayAndDay } from '@/lib/format/dates';
import { happenedWords } from '@/lib/format/history-words';

export type HistoryEntry = {
  id: string;
  /** Null where only the day is known. */
  time: string | null;
  sentence: string;
  by: string | null;
};
export type HistoryOfCouple = {
  couple: Couple;
  days: { day: string; on: string; entries: HistoryEntry[] }[];
  isFirstPage: boolean;
  olderHref: string | null;
  /** On the first page: the endings there were, the newest first. */
  endings: Ending[];
  reopenKey: string;
  sharedEnd: ShownSharedEnd | null;
};

const PAGE = 50;
const CURSOR = /^(\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))~([a-zA-Z]{1,30})~([0-9a-f-]{36})$/;
const BY_DAY = ['careBegan', 'careEnded'];

/** Five statements on the first page, four on those before it, and one for the keys where work ever ended. */
export async function readHistory(
  tx: ActorTx,
  coupleId: string | undefined,
  before: unknown,
): Promise<HistoryOfCouple> {
  const couple = await readCouple(tx, coupleId);
  const place = placeIn(before);
  const rows = await listHistory(tx, couple.id, place, PAGE + 1);
  await noteOpening(tx, 'history', couple.id, couple.id);
  const days: HistoryOfCouple['days'] = [];
  for (const row of rows.slice(0, PAGE)) {
    if (days.at(-1)?.on !== row.on) days.push({ on: row.on, day: weekdayAndDay(row.on, couple.today), entries: [] });
    days.at(-1)!.entries.push({
      id: `${row.kind}-${row.id}`,
      time: BY_DAY.includes(row.kind) ? null : timeIn(new Date(row.at), couple.timeZone),
      ...happenedWords({
        kind: row.kind,
        partner: couple.partners.find(({ id }) => id === row.partnerId)?.name ?? null,
        staff: row.staffName,
        word: row.word,
        title: row.title,
        unit: row.unit,
        isOpening: row.isOpening,
        isImmediate: row.isImmediate,
        startsAt: row.startsAt && dayAndTime(new Date(row.startsAt), couple.timeZone, couple.today),
      }),
    });
  }
  const last = rows[PAGE - 1];
  return {
    couple,
    days,
    isFirstPage: place === null,
    olderHref:
      rows.length > PAGE && last
        ? `/couples/${couple.id}/history?before=${encodeURIComponent(`${last.at}~${last.kind}~${last.id}`)}`
        : null,
    endings: place === null ? await readEndings(tx, couple) : [],
    reopenKey: randomUUID(),
    sharedEnd: place === null ? shownSharedEnd(await listPlanEvents(tx, couple.id), couple, randomUUID()) : null,
  };
}

function placeIn(before: unknown): HistoryPlace | null {
  if (before === undefined) return null;
  const [, at, kind, id] = (typeof before === 'string' ? CURSOR.exec(before) : null) ?? [];
  if (!at || !kind || !id || Number.isNaN(Date.parse(at))) throw new NotFound();
  return { at, kind, id };
}
