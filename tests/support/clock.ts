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
