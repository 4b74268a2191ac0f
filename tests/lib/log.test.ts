import { DrizzleQueryError } from 'drizzle-orm/errors';
import { describe, expect, test } from 'vitest';
import { DatabaseFault, faultsWithoutContent, nameOfQuery, withoutContent } from '@/db/access/fault';
import { makeLog } from '@/lib/log';

const CANARY = 'canary: what she said';

function lines() {
  const written: string[] = [];
  return { written, log: makeLog({ write: (line) => void written.push(line) }) };
}

const fromPostgres = () =>
  Object.assign(new Error(`duplicate key value (${CANARY})`), {
    severity: 'ERROR',
    code: '23505',
    detail: `Key (email)=(${CANARY}) already exists.`,
    constraint: 'staff_members_email',
  });

describe('the log', () => {
  test('keeps an event and the facts on the list, and nothing else', () => {
    const { written, log } = lines();
    const facts = { code: '23505', durationMs: 12.345, requestId: 'r-1', body: CANARY, text: CANARY } as never;
    log.info('page', facts);
    expect(JSON.parse(written[0] ?? '')).toEqual({
      level: 30,
      time: expect.any(String),
      event: 'page',
      code: '23505',
      durationMs: 12.3,
      requestId: 'r-1',
    });
  });

  test('withholds a listed fact that has the shape of text', () => {
    const { written, log } = lines();
    log.warn('page', { verb: `sign-note\n${CANARY}`, code: 'x'.repeat(500) });
    expect(written[0]).not.toContain('canary');
    expect(JSON.parse(written[0] ?? '')).toMatchObject({ verb: 'withheld', code: 'withheld' });
  });

  test('says where an error came from and never what it said', () => {
    const { written, log } = lines();
    const nested = new Error(`${CANARY}\n    at ${CANARY}`, { cause: new Error(CANARY) });
    log.error('fault', nested);
    log.error('fault', new Error('', { cause: CANARY }));
    log.error('fault', { message: CANARY });
    log.error('fault', CANARY);
    log.error('fault', fromPostgres());
    expect(written.join('')).not.toContain('canary');
    expect(written[0]).toContain('log.test');
    expect(written[4]).toContain('23505');
  });
});

describe('a database error', () => {
  test('travels on as code, query name and constraint', async () => {
    const wrapped = new DrizzleQueryError(
      'insert into "staff_members" ("email") values ($1)',
      [CANARY],
      fromPostgres(),
    );
    expect(wrapped.message).toContain(CANARY);
    const fault = withoutContent(wrapped) as DatabaseFault;
    expect(fault).toBeInstanceOf(DatabaseFault);
    expect(fault).toMatchObject({
      code: '23505',
      queryName: 'insert staff_members',
      constraint: 'staff_members_email',
    });
    expect(`${fault.stack} ${JSON.stringify(fault)} ${String(fault.cause)}`).not.toContain('canary');

    const bare = await faultsWithoutContent('begin-as', () => Promise.reject(fromPostgres())).catch((e: unknown) => e);
    expect(bare).toMatchObject({ name: 'DatabaseFault', code: '23505', queryName: 'begin-as' });
  });

  test('of the connection is one too, and other errors pass as they are', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1'), {
      syscall: 'connect',
      code: 'ECONNREFUSED',
    });
    expect(withoutContent(refused, 'connect')).toMatchObject({ code: 'ECONNREFUSED', queryName: 'connect' });
    expect(withoutContent(new Error('Connection terminated unexpectedly'))).toBeInstanceOf(DatabaseFault);
    const other = new Error('other');
    expect(withoutContent(other)).toBe(other);
  });

  test('names its query by command and table alone', () => {
    expect(nameOfQuery('select "id" from "app"."session_notes" where "text" = \'canary\'')).toBe(
      'select app.session_notes',
    );
    expect(nameOfQuery('  UPDATE drafts set x = 1')).toBe('update drafts');
    expect(nameOfQuery("select auth.begin_as('canary')")).toBe('select');
  });
});
