/**
 * The pools of connections: opened once by whoever starts the process, found by the doors to rows. Each door has a login of its own, so
 * that whatever runs for someone signed in cannot become what runs before anyone is known.
 */
import pg from 'pg';
import { doorUrl } from './logins';
import { PreparingClient } from './preparing-client';

const PLACE = Symbol.for('hearth.pools');
type Pools = { actors: pg.Pool; door: pg.Pool };
type Holder = { [PLACE]?: Pools };
const holder = globalThis as Holder;

/** Opens the pools, or leaves the open ones. Next loads this module more than once: the pools live beside it. */
export function openPool({ url, max = 10 }: { url: string; max?: number }): void {
  holder[PLACE] ??= { actors: makePool(url, max), door: makePool(doorUrl(url), Math.ceil(max / 2)) };
}

function makePool(url: string, max: number): pg.Pool {
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

function pools(): Pools {
  const open = holder[PLACE];
  if (!open) throw new Error('The pool is not open: openPool() runs when the process starts.');
  return open;
}

/** For whoever has signed in. */
export const pool = (): pg.Pool => pools().actors;

/** For what happens before anyone is known. */
export const doorPool = (): pg.Pool => pools().door;

export async function closePool(): Promise<void> {
  const open = holder[PLACE];
  delete holder[PLACE];
  await Promise.all([open?.actors.end(), open?.door.end()]);
}
