/** Statements of one transaction alone: what is still under way when it has ended, or was kept, runs in nobody else's. */
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';

type Query = (...given: unknown[]) => unknown;

/** Stands before a connection and holds no more than it needs: made from the connection itself, it would slow down every use of that. */
class OwnStatements {
  private isOver = false;
  private wasAsked = false;

  constructor(
    private readonly client: PoolClient,
    private readonly beforeFirst: (() => void) | undefined,
  ) {}

  query(...given: unknown[]): unknown {
    if (this.isOver) return Promise.reject(new Error('This transaction has ended: a statement came too late.'));
    if (!this.wasAsked) this.beforeFirst?.();
    this.wasAsked = true;
    return (this.client.query as Query).apply(this.client, given);
  }

  end(): boolean {
    this.isOver = true;
    return this.wasAsked;
  }
}

/**
 * `end` comes before commit or rollback: from then on nothing is sent through `db`. It answers whether anything was. `beforeFirst`
 * sends what has to stand before the first statement, if there is one.
 */
export function ownStatements(
  client: PoolClient,
  beforeFirst?: () => void,
): { db: NodePgDatabase; end: () => boolean } {
  const own = new OwnStatements(client, beforeFirst);
  return { db: drizzle(own as unknown as PoolClient), end: () => own.end() };
}
