/** The door for what happens before anyone is known (sign-in, invitations, the first run): a role that may call a few fixed functions and nothing else. */
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { doorPool } from '../client';
import { withoutContent } from './fault';
import { ownStatements } from './own-statements';

export type SystemReason =
  'signIn' | 'invitation' | 'reset' | 'setUp' | 'demoClock' | 'draft' | 'rateLimit' | 'health' | 'job';

declare const guarded: unique symbol;
export type SystemTx<R extends SystemReason = SystemReason> = {
  readonly db: NodePgDatabase;
  readonly reason: R;
  readonly [guarded]: 'system';
};

/** Runs `work` in one transaction as hearth_system. Commits what it returns, rolls back when it throws. */
export async function asSystem<R extends SystemReason, T>(
  reason: R,
  work: (tx: SystemTx<R>) => Promise<T>,
): Promise<T> {
  const client = await doorPool().connect();
  const own = ownStatements(client);
  let isBroken = false;
  try {
    await client.query('begin; set local role hearth_system');
    const result = await work({ db: own.db, reason } as unknown as SystemTx<R>);
    own.end();
    await client.query('commit');
    return result;
  } catch (error) {
    own.end();
    await client.query('rollback').catch(() => (isBroken = true));
    throw withoutContent(error);
  } finally {
    client.release(isBroken);
  }
}
