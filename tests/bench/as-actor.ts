// What it costs that Postgres knows who is asking: the same query by itself and as somebody, in turns, so that a busy machine slows both alike.
import { sql } from 'drizzle-orm';
import { asActor } from '@/db/access/as-actor';
import { openDatabase } from '@/db/access/open-database';
import { pool } from '@/db/client';

const TIMES = 2_000;
export const MOST_ACTOR_MS = 0.2;

/** `token` is of a sign-in that was just seen, as nearly every request's is. */
export async function rateAsActor(appUrl: string, token: string): Promise<{ bare: number; actor: number }> {
  openDatabase(appUrl);
  const bare = () => pool().query('select 1');
  const actor = () => asActor(token, (tx) => tx.db.execute(sql`select 1`));
  const [bares, actors]: [number[], number[]] = [[], []];
  for (let nth = 0; nth < TIMES; nth += 1) {
    const begun = performance.now();
    await bare();
    const between = performance.now();
    await actor();
    bares.push(between - begun);
    actors.push(performance.now() - between);
  }
  return { bare: medianOf(bares), actor: medianOf(actors) };
}

const medianOf = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
