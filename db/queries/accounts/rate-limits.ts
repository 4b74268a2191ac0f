import type { PoolClient, QueryResult } from 'pg';
import type { SystemTx } from '../../access/as-system';

/** Runs a statement of rate-limiter-flexible, which writes its own SQL for its own table. */
export function runLimitStatement(
  tx: SystemTx<'rateLimit'>,
  statement: { text: string; values?: unknown[] },
): Promise<QueryResult> {
  const { $client } = tx.db as unknown as { $client: PoolClient };
  return $client.query(statement.text, statement.values);
}
