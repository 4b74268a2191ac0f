import { sql } from 'drizzle-orm';
import type { ActorRows } from '../access/as-actor';

/** Null when the act is to be done now; otherwise what the same key was answered before. Waits for a submit that is still running. */
export async function claimKey(
  asker: ActorRows,
  key: string,
  bodyHash: Buffer,
): Promise<{ refused?: boolean; redirectTo?: string; message?: string } | null> {
  const found = await asker.db.execute<{ answer: { refused?: boolean; redirectTo?: string; message?: string } | null }>(
    sql`select auth.claim_key(${key}, ${bodyHash}) as answer`,
  );
  return found.rows[0]?.answer ?? null;
}

/** Keeps what a key was answered: a place or a fixed sentence, never content. */
export async function settleKey(
  asker: ActorRows,
  key: string,
  answer: { redirectTo?: string; message?: string },
): Promise<void> {
  await asker.db.execute(sql`select auth.settle_key(${key}, ${JSON.stringify(answer)}::jsonb)`);
}
