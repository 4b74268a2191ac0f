// A database for the tests of one file, reached by the product through its own door and by the test as owner.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { closePool, openPool } from '@/db/client';
import { dropDatabase, openDatabase } from './cluster';
import type { TestDatabase } from './cluster';

/** What a test holds: filled before the first test of the file runs. */
export interface DatabaseInTest extends TestDatabase {
  /** Connections as the superuser, past every policy: to arrange, to plant, to look. */
  owner: pg.Pool;
}

/**
 * Opens the worker's database, shared by all files this worker runs: a test makes a practice of its own in it,
 * and the tenant fence keeps it apart.
 */
export function useDatabase(): DatabaseInTest {
  return register(() => openDatabase(`worker_${process.env.VITEST_POOL_ID ?? '0'}`));
}

/** Opens a fresh database for this file alone: for what concerns the whole installation, or plants a fault. */
export function useFreshDatabase(): DatabaseInTest {
  return register(freshDatabase, ({ name }) => dropDatabase(name));
}

/** A database nobody else knows, for a single test; whoever asks for it drops it. */
export function freshDatabase(): Promise<TestDatabase> {
  return openDatabase(`fresh_${randomBytes(6).toString('hex')}`);
}

function register(
  open: () => Promise<TestDatabase>,
  close?: (database: TestDatabase) => Promise<void>,
): DatabaseInTest {
  const held = {} as DatabaseInTest;
  beforeAll(async () => {
    Object.assign(held, await open());
    held.owner = new pg.Pool({ connectionString: held.ownerUrl, max: 4 });
    // Dropping a database ends what is still closing.
    held.owner.on('connect', (client) => client.on('error', () => undefined));
    held.owner.on('error', () => undefined);
    openPool({ url: held.appUrl, max: 5 });
  });
  afterAll(async () => {
    await closePool();
    await held.owner?.end();
    if (held.name) await close?.(held);
  });
  return held;
}
