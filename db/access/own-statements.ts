/** Statements of one transaction alone: what is still under way when it has ended, or was kept, runs in nobody else's. */
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';

type Query = (...given: unknown[]) => unknown;

/** `end` comes before commit or rollback: from then on nothing is sent through `db`. */
export function ownStatements(client: PoolClient): { db: NodePgDatabase; end: () => void } {
  const send = client.query.bind(client) as Query;
  let isOver = false;
  const query: Query = (...given) =>
    isOver ? Promise.reject(new Error('This transaction has ended: a statement came too late.')) : send(...given);
  return {
    db: drizzle(Object.create(client, { query: { value: query, writable: true } }) as PoolClient),
    end: () => (isOver = true),
  };
}
