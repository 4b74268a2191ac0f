// Readiness: an answer in time, whatever the database does.
import { expect, test } from 'vitest';
import { isReady } from '@/lib/health/is-ready';
import { useFreshDatabase } from '../../support/database';

const database = useFreshDatabase();

test('a migrated database that answers is ready', async () => {
  expect(await isReady()).toBe(true);
});

test('a database that hangs is not, and is not waited for', async () => {
  const blocker = await database.owner.connect();
  await blocker.query('begin; lock table auth.applied in access exclusive mode');
  const asked = Date.now();
  expect(await isReady(200)).toBe(false);
  expect(Date.now() - asked).toBeLessThan(2_000);
  await blocker.query('rollback');
  blocker.release();
  expect(await isReady()).toBe(true);
});

test('a later version of the schema does not end the readiness of an app from before it; another schema does', async () => {
  await database.owner.query(
    `insert into auth.applied (hash, at) values ('of a later version', now() + interval '1 hour')`,
  );
  expect(await isReady()).toBe(true);
  await database.owner.query(`delete from auth.applied where hash <> 'of a later version'`);
  expect(await isReady()).toBe(false);
});
