/** A database error as it may travel on: its code, the query's name and the constraint. drizzle-orm puts bound parameters, and Postgres puts values, into messages and details: those end here. */

export class DatabaseFault extends Error {
  /** SQLSTATE, a driver's code such as ECONNREFUSED, or 'unknown'. */
  readonly code: string;
  readonly queryName: string;
  readonly constraint: string | undefined;

  constructor(code: string, queryName: string, constraint?: string) {
    super(`Database fault ${code} in ${queryName}.`);
    this.name = 'DatabaseFault';
    this.code = code;
    this.queryName = queryName;
    this.constraint = constraint;
  }
}

const CODE = /^[A-Z0-9_]{2,32}$/;
const NAME = /^[A-Za-z0-9_.:-]{1,80}$/;

/** `given` names the query when the error does not carry its SQL. Returns errors that do not come from the database unchanged. */
export function withoutContent(error: unknown, given = 'unnamed'): unknown {
  if (error instanceof DatabaseFault) return error;
  const from = databaseErrorIn(error);
  if (!from) return error;
  const sql = textOf(error, 'query');
  const code = textOf(from, 'code');
  const constraint = textOf(from, 'constraint');
  return new DatabaseFault(
    code !== undefined && CODE.test(code) ? code : 'unknown',
    sql === undefined ? given : nameOfQuery(sql),
    constraint !== undefined && NAME.test(constraint) ? constraint : undefined,
  );
}

export async function faultsWithoutContent<T>(queryName: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw withoutContent(error, queryName);
  }
}

/** "insert session_notes": the command and the first table, both from the statement's own text. */
export function nameOfQuery(sql: string): string {
  const command = /^\s*([a-z]+)/i.exec(sql)?.[1]?.toLowerCase() ?? 'query';
  const table = /\b(?:from|into|update)\s+((?:"?[a-z_][a-z0-9_]*"?\.)?"?[a-z_][a-z0-9_]*"?)/i.exec(sql)?.[1];
  const name = table ? `${command} ${table.replaceAll('"', '')}` : command;
  return name.slice(0, 80);
}

/** Found by shape: drizzle's wrapper carries `query` and `params`, the driver's error `severity` and `code`, a lost connection `syscall` or `code`. */
function databaseErrorIn(error: unknown): object | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('query' in error && 'params' in error) return error.cause instanceof Error ? error.cause : error;
  if ('severity' in error && 'code' in error) return error;
  if ('syscall' in error && 'code' in error) return error;
  if (/^(Connection terminated|timeout exceeded when trying to connect|Query read timeout)/.test(error.message)) {
    return error;
  }
  return undefined;
}

function textOf(from: unknown, key: string): string | undefined {
  const value = typeof from === 'object' && from !== null ? (from as Record<string, unknown>)[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
