/** The access log as it may be read: by admins without kinds of clinical record, by a couple's care team with them. */
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';

/** Where a page ended: its last entry. */
export type LogPlace = { at: string; id: string };
export type LogRow = {
  id: string;
  /** To the microsecond, because the next page begins after it. */
  at: string;
  who: string;
  act: string;
  /** A kind of the account's side, or `record` for whatever is clinical. */
  kind: string;
  couple: string | null;
  /** The staff member an entry is about. */
  about: string | null;
};
export type CoupleLogRow = Pick<LogRow, 'id' | 'at' | 'who' | 'act' | 'kind'> & { concerns: string | null };

const exact = sql`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The newest first, from one instant up to another. Nothing but for a practice admin. One statement. */
export async function listLog(
  tx: ActorTx,
  { from, to, before, limit }: { from: Date; to: Date; before: LogPlace | null; limit: number },
): Promise<LogRow[]> {
  const found = await tx.db.execute<LogRow>(sql`
    select id, ${exact} as at, who, act, kind, couple, about
      from auth.access_log(${from.toISOString()}, ${to.toISOString()}, ${before?.at ?? null}, ${before?.id ?? null}, ${limit})`);
  return found.rows;
}

/** Of one couple, the newest first. Nothing but for its care team. One statement. */
export async function listLogOfCouple(
  tx: ActorTx,
  coupleId: string,
  before: LogPlace | null,
  limit: number,
): Promise<CoupleLogRow[]> {
  const found = await tx.db.execute<CoupleLogRow>(sql`
    select id, ${exact} as at, who, act, kind, concerns
      from auth.access_log_of_couple(${coupleId}, ${before?.at ?? null}, ${before?.id ?? null}, ${limit})`);
  return found.rows;
}
