/** Statements of one transaction alone: what is still under way when it has ended, or was kept, runs in nobody else's. */
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';

type Query = (...given: unknown[]) => unknown;

/** Stands before a connection and holds no more than it needs: made from the connection itself, it would slow down every use of that. */
class OwnStatements {
  private isOver = false;

  constructor(private readonly client: PoolClient) {}

  query(...given: unknown[]): unknown {
    if (this.isOver) return Promise.reject(new Error('This transaction has ended: a statement came too late.'));
    return (this.client.query as Query).apply(this.client, given);
  }

  end(): void {
    this.isOver = true;
  }
}

/** `end` comes before commit or rollback: from then on nothing is sent through `db`. */
export function ownStatements(client: PoolClient): { db: NodePgDatabase; end: () => void } {
  const own = new OwnStatements(client);
  return { db: drizzle(own as unknown as PoolClient), end: () => own.end() };
}
