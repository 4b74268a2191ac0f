// What every other test stands on: the database of a test is migrated, its own, and has a clock that can be moved.
import { describe, expect, test } from 'vitest';
import pg from 'pg';
import { migrate } from '@/db/migrate';
import { moveClock, resetClock, setClock } from '@/tests/support/clock';
import { dropDatabase, openEmptyDatabase } from '@/tests/support/cluster';
import { freshDatabase, useFreshDatabase } from '@/tests/support/database';

const database = useFreshDatabase();
const clock = async () =>
  (await database.owner.query<{ now: Date }>('select auth.now() as now')).rows[0]!.now.getTime();

describe('the database of a test', () => {
  test('has tables, and nobody in them', async () => {
    const { rows } = await database.owner.query<{ count: string }>('select count(*) from public.practices');
    expect(rows[0]!.count).toBe('0');
  });

  test('is reached by the app without any right of an owner', async () => {
    const app = new pg.Pool({ connectionString: database.appUrl, max: 1 });
    try {
      for (const reach of [
        'select * from auth.secrets',
        `update auth.clock set ahead = '1 day'`,
        'create table mine ()',
      ])
        await expect(app.query(reach)).rejects.toThrow(/permission denied/);
    } finally {
      await app.end();
    }
  });

  test('is nobody else’s', async () => {
    const other = await freshDatabase();
    expect(other.name).not.toBe(database.name);
    await dropDatabase(other.name);
  });

  test('has a clock that runs ahead and comes back', async () => {
    const at = new Date('2031-03-30T01:30:00Z');
    await setClock(database.owner, at);
    expect(Math.abs((await clock()) - at.getTime())).toBeLessThan(5_000);
    await moveClock(database.owner, '2 days');
    expect(Math.abs((await clock()) - at.getTime() - 2 * 86_400_000)).toBeLessThan(5_000);
    await resetClock(database.owner);
    expect(Math.abs((await clock()) - Date.now())).toBeLessThan(5_000);
  });
});

test('migrating an empty database twice, and from two processes at once, comes to the same end', async () => {
  const empty = await openEmptyDatabase('migrated_twice');
  await Promise.all([migrate(empty), migrate(empty)]);
  await migrate(empty);
  const owner = new pg.Pool({ connectionString: empty.ownerUrl, max: 1 });
  const { rows } = await owner.query<{ count: string }>('select count(*) from auth.applied');
  expect(rows[0]!.count).toBe('1');
  await owner.end();
  await dropDatabase(empty.name);
});
