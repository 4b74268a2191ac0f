// Asks Postgres, as the app's role and in a transaction that is always undone, whether somebody may do something to a row.
import { sql } from 'drizzle-orm';
import type pg from 'pg';
import { asActor } from '@/db/access/as-actor';
import { DatabaseFault } from '@/db/access/fault';
import type { Action } from '@/db/access/grid';

class Undo extends Error {
  constructor(readonly wasAllowed: boolean) {
    super('undone');
  }
}

/** Refused by a missing grant or by a policy; anything else that stops a statement came after the door. */
const REFUSED = '42501';

/** True when Postgres lets the owner of `token` take this action on the row that `key` names. */
export async function isAllowed(
  owner: pg.Pool,
  token: string,
  table: string,
  key: Record<string, unknown>,
  action: Action,
): Promise<boolean> {
  const statement = await statementFor(owner, table, key, action);
  try {
    await asActor(token, async ({ db }) => {
      const done = await db.execute(sql.raw(statement));
      throw new Undo((done.rowCount ?? 0) > 0);
    });
  } catch (error) {
    if (error instanceof Undo) return error.wasAllowed;
    if (error instanceof DatabaseFault) return error.code !== REFUSED;
    throw error;
  }
  throw new Error('The transaction was not undone.');
}

async function statementFor(owner: pg.Pool, table: string, key: Record<string, unknown>, action: Action) {
  const where = Object.entries(key)
    .map(([column, value]) => `"${column}" = ${literal(value)}`)
    .join(' and ');
  const [first] = Object.keys(key);
  if (action === 'read') return `select 1 from ${table} where ${where}`;
  if (action === 'change') return `update ${table} set "${first}" = "${first}" where ${where}`;
  if (action === 'remove') return `delete from ${table} where ${where}`;
  // The same row once more, under a new id where it has one: what stops it after the policy is its own likeness.
  const found = await owner.query(`select to_jsonb(t) as row from ${table} t where ${where}`);
  const row = found.rows[0].row as Record<string, unknown>;
  const columns = Object.keys(row);
  const values = columns.map((column) =>
    column === 'id' && table !== 'couples' && table !== 'practices' ? 'gen_random_uuid()' : literal(row[column]),
  );
  return `insert into ${table} (${columns.map((c) => `"${c}"`).join(', ')}) values (${values.join(', ')})`;
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `'{${value.join(',')}}'`;
  if (typeof value === 'object' && value instanceof Date) return `'${value.toISOString()}'`;
  const text = typeof value === 'object' ? JSON.stringify(value) : (value as string);
  return `'${text.replaceAll("'", "''")}'`;
}
