/** The pool of connections: opened once by whoever starts the process, found by the doors to rows. */
import pg from 'pg';
import { PreparingClient } from './preparing-client';

const PLACE = Symbol.for('hearth.pool');
type Holder = { [PLACE]?: pg.Pool };
const holder = globalThis as Holder;

/** Opens the pool, or leaves the open one. Next loads this module more than once: the pool lives beside it. */
export function openPool(settings: { url: string; max?: number }): pg.Pool {
  holder[PLACE] ??= makePool(settings);
  return holder[PLACE];
}

function makePool({ url, max = 10 }: { url: string; max?: number }): pg.Pool {
  const opened = new pg.Pool({
    Client: PreparingClient,
    pipeline: true,
    connectionString: url,
    max,
    connectionTimeoutMillis: 4_000,
    // A server that hangs can't end a statement by itself.
    query_timeout: 8_000,
    options:
      '-c plan_cache_mode=force_generic_plan -c statement_timeout=5000 -c idle_in_transaction_session_timeout=30000 -c lock_timeout=4000',
  });
  // An idle connection that breaks is replaced by the next request; nothing to do, and nothing to tell.
  opened.on('error', () => undefined);
  // One that breaks in use fails its query; without a listener of its own it would end the process as well.
  opened.on('connect', (client) => client.on('error', () => undefined));
  return opened;
}

export function pool(): pg.Pool {
  const open = holder[PLACE];
  if (!open) throw new Error('The pool is not open: openPool() runs when the process starts.');
  return open;
}

export async function closePool(): Promise<void> {
  const open = holder[PLACE];
  delete holder[PLACE];
  await open?.end();
}
