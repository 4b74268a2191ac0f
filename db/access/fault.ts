/** What is left of a database error once everything that could be content is taken away: a message of Postgres or Drizzle may quote a row. */
export class DatabaseFault extends Error {
  /** SQLSTATE, or a connection error's code; `unknown` when there is none. */
  readonly code: string;
  readonly constraint: string | null;

  constructor(code: string, constraint: string | null) {
    super(`Database fault ${code}${constraint ? ` at ${constraint}` : ''}`);
    this.name = 'DatabaseFault';
    this.code = code;
    this.constraint = constraint;
  }
}

type Told = { code?: unknown; constraint?: unknown; cause?: unknown; query?: unknown; severity?: unknown };

/** The error itself when it is not the database's; otherwise a DatabaseFault in its place, without cause or stack of the original. */
export function withoutContent(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseFault) return error;
  const told = error as Error & Told;
  const inner = (told.query !== undefined && told.cause instanceof Error ? told.cause : told) as Error & Told;
  const isDatabase = told.query !== undefined || inner.severity !== undefined || isConnectionCode(inner.code);
  if (!isDatabase) return error;
  return new DatabaseFault(
    typeof inner.code === 'string' ? inner.code : 'unknown',
    typeof inner.constraint === 'string' ? inner.constraint : null,
  );
}

const isConnectionCode = (code: unknown): boolean => typeof code === 'string' && /^(ECONN|EPIPE|ETIMEDOUT)/.test(code);
