// Moves the installation's clock, auth.now(), which only a test or demo database lets anyone do.
import type pg from 'pg';

/** Moves it by an interval such as '3 days' or '-2 hours'; open sign-ins stay as fresh as they were. */
export async function moveClock(owner: pg.Pool, by: string): Promise<Date> {
  const { rows } = await owner.query<{ now: Date }>('select auth.move_clock($1::interval) as now', [by]);
  return rows[0]!.now;
}

/** Moves it to an instant. */
export async function setClock(owner: pg.Pool, at: Date): Promise<Date> {
  const { rows } = await owner.query<{ now: Date }>('select auth.move_clock($1::timestamptz - auth.now()) as now', [
    at,
  ]);
  return rows[0]!.now;
}

/** Lets it tell the true time again. */
export async function resetClock(owner: pg.Pool): Promise<void> {
  await owner.query(`select auth.move_clock(now() - auth.now())`);
}

/** Lets turns pass until a day on which none of these assignments rests; at noon, where the couples of the tests live. */
export async function passTurn(owner: pg.Pool, assignmentIds: readonly string[] = []): Promise<void> {
  for (let days = 0; days < 12; days += 1) {
    const { rows } = await owner.query<{ rests: boolean }>(
      `with moved as (
         select auth.move_clock(((auth.now() at time zone $1)::date + 1 + time '12:00') at time zone $1 - auth.now()) as now)
       select exists (select from unnest($2::uuid[]) a where plan.is_rest_day(a, plan.day_of(moved.now, $1))) as rests from moved`,
      [COUPLES_ZONE, assignmentIds],
    );
    if (!rows[0]!.rests) return;
  }
  throw new Error('One of these rests on each of twelve days.');
}

const COUPLES_ZONE = 'America/New_York';
