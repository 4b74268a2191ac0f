// What it costs that Postgres knows who is asking: the same query by itself, as a page asks it, and by an act that waits for who is
// asking, in turns, so that a busy machine slows all alike.
import { sql } from 'drizzle-orm';
import { asActor, readAsActor } from '@/db/access/as-actor';
import { openDatabase } from '@/db/access/open-database';
import { pool } from '@/db/client';

const TIMES = 2_000;
export const MOST_ACTOR_MS = 0.2;
const WAYS = ['bare', 'page', 'act'] as const;
type Way = (typeof WAYS)[number];

/** `token` is of a sign-in that was just seen, as nearly every request's is. */
export async function rateAsActor(appUrl: string, token: string): Promise<Record<Way, number>> {
  openDatabase(appUrl);
  const query = sql`select 1`;
  const ways: Record<Way, () => Promise<unknown>> = {
    bare: () => pool().query('select 1'),
    page: () =>
      readAsActor(
        token,
        (rows) => rows.db.execute(query),
        async (_tx, answer) => answer,
      ),
    act: () => asActor(token, (tx) => tx.db.execute(query)),
  };
  const times = { bare: [], page: [], act: [] } as Record<Way, number[]>;
  for (let nth = 0; nth < TIMES; nth += 1)
    for (const way of WAYS) {
      const begun = performance.now();
      await ways[way]();
      times[way].push(performance.now() - begun);
    }
  return { bare: medianOf(times.bare), page: medianOf(times.page), act: medianOf(times.act) };
}

const medianOf = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
