// What somebody tries on Postgres as the app's role, and what it answers.
import { sql } from 'drizzle-orm';
import { asActor } from '@/db/access/as-actor';
import { DatabaseFault } from '@/db/access/fault';
import type { World } from './world';

/** How many rows of a table somebody sees; a missing grant is none. */
export async function countOf(token: string, table: string): Promise<number> {
  try {
    return await asActor(token, async ({ db }) => (await db.execute(sql.raw(`select 1 from ${table}`))).rowCount ?? 0);
  } catch (error) {
    if (error instanceof DatabaseFault && error.code === '42501') return 0;
    throw error;
  }
}

/** How many rows it touched, or the code of the refusal. */
export async function act(token: string, statement: ReturnType<typeof sql>): Promise<string | number> {
  try {
    return await asActor(token, async ({ db }) => (await db.execute(statement)).rowCount ?? 0);
  } catch (error) {
    if (error instanceof DatabaseFault) return error.code;
    throw error;
  }
}

export type EventInTry = { partnerId?: string | null; isImmediate?: boolean };

export const planEventIn = (world: World, kind: string, of: EventInTry = {}) => sql`
  insert into plan_events (practice_id, couple_id, kind, partner_id, is_immediate)
  values (${world.practice.practiceId}, ${world.couple.coupleId}, ${kind}, ${of.partnerId ?? null}, ${of.isImmediate ?? false})`;
