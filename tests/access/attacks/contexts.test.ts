// The cookie and the context, forged, taken along, outlived and revoked: what context.test.ts does not ask yet.
import { createCipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ActorTx, asActor, NotSignedIn } from '@/db/access/as-actor';
import { pool } from '@/db/client';
import { halfCookie } from '@/lib/accounts/factors/half';
import { noticeCookie } from '@/lib/accounts/notice';
import { tokenIn } from '@/lib/actor';
import { readEnv } from '@/lib/env';
import { useDatabase } from '@/tests/support/database';
import { makeCouple, makePractice, makeSignIn, makeStaff, type StaffInTest } from '@/tests/support/people';

const database = useDatabase();
let therapist: StaffInTest;
let other: StaffInTest;
let practice: Awaited<ReturnType<typeof makePractice>>;
let coupleId: string;
beforeAll(async () => {
  practice = await makePractice(database.owner);
  therapist = await makeStaff(database.owner, practice);
  other = await makeStaff(database.owner, practice);
  ({ coupleId } = await makeCouple(database.owner, practice, therapist));
});

const couples = async ({ db }: ActorTx) => (await db.execute(sql`select from intakes`)).rowCount;
const isIn = (token: string) =>
  asActor(token, couples).then(
    (found) => found,
    (error: unknown) => {
      if (error instanceof NotSignedIn) return error.state;
      throw error;
    },
  );

describe('a cookie', () => {
  const token = randomBytes(32).toString('base64url');
  const secret = () => readEnv().keys.authSecret;
  const good = () => encode({ token: { signIn: token }, secret: secret() });

  test('of this installation holds its token', async () => {
    expect(await tokenIn(await good())).toBe(token);
  });

  test('with any one sign changed or cut holds none', async () => {
    const value = await good();
    for (let at = 0; at < value.length; at += 7) {
      // The last sign of a part carries bits that decode to nothing; another of them is no other cookie.
      const changed = value.slice(0, at) + (value[at] === 'A' ? 'w' : 'A') + value.slice(at + 1);
      if (/[.]|^$/.test(value[at + 1] ?? '')) continue;
      expect(await tokenIn(changed), `changed at ${at}`).toBeNull();
    }
    for (const cut of [1, 20, 200]) expect(await tokenIn(value.slice(0, -cut))).toBeNull();
  });

  test('that names no key, no cipher or another one holds none', async () => {
    const said = Buffer.from(JSON.stringify({ signIn: token, exp: Date.now() })).toString('base64url');
    const head = (of: object) => Buffer.from(JSON.stringify(of)).toString('base64url');
    const zero = createCipheriv('aes-256-gcm', Buffer.alloc(32), Buffer.alloc(12));
    const weak = [head({ alg: 'dir', enc: 'A256GCM' }), '', Buffer.alloc(12).toString('base64url')];
    const body = Buffer.concat([zero.update(said), zero.final()]).toString('base64url');
    for (const forged of [
      `${head({ alg: 'none' })}.${said}.`,
      `${head({ alg: 'HS256' })}.${said}.${createHash('sha256').update(said).digest('base64url')}`,
      [...weak, body, zero.getAuthTag().toString('base64url')].join('.'),
      [...weak, body, ''].join('.'),
      token,
      '....',
      'x'.repeat(10_000),
    ])
      expect(await tokenIn(forged)).toBeNull();
  });

  test('made with another secret, outlived, or made for another purpose holds none', async () => {
    expect(
      await tokenIn(await encode({ token: { signIn: token }, secret: randomBytes(32).toString('base64') })),
    ).toBeNull();
    expect(await tokenIn(await encode({ token: { signIn: token }, secret: secret(), maxAge: -60 }))).toBeNull();
    const salted = { token: { signIn: token }, secret: secret(), salt: 'half' };
    expect(await tokenIn(await encode(salted))).toBeNull();
    expect(await tokenIn((await halfCookie({ token, login: token })).value)).toBeNull();
    expect(await tokenIn((await noticeCookie({ word: 'wrong', login: token, minutes: 0 })).value)).toBeNull();
    // The key of these cookies is derived, and not the secret itself.
    const derived = Buffer.from(hkdfSync('sha256', secret(), '', '', 32));
    expect(derived.equals(Buffer.from(secret(), 'base64'))).toBe(false);
    for (const wrong of [7, null, {}, [token], `${token} `, '']) {
      const held = await tokenIn(await encode({ token: { signIn: wrong } as never, secret: secret() }));
      expect(held === null ? 'none' : await isIn(held)).toBe('none');
    }
  });
});

describe('a token', () => {
  test.each([
    `${'x'.repeat(20)}'; select 1; --${'x'.repeat(11)}`,
    `') as actor; set role hearth_system; -- `,
    '',
    'é'.repeat(43),
    `${'A'.repeat(42)}\n`,
    `${'A'.repeat(43)}\n`,
    `\n${'A'.repeat(43)}`,
    'A'.repeat(44),
  ])('of other signs than a token’s reaches no database: %j', async (forged) => {
    await expect(asActor(forged, couples)).rejects.toMatchObject({ state: 'none' });
  });

  test('of nobody, and one that was its hash, is nobody', async () => {
    expect(await isIn(randomBytes(32).toString('base64url'))).toBe('none');
    expect(await isIn(createHash('sha256').update(therapist.token).digest('base64url'))).toBe('none');
  });

  test('that was left alone too long reads nothing, and one that was used in time does', async () => {
    await database.owner.query('update practices set clinic_idle_minutes = 15 where id = $1', [practice.practiceId]);
    const lastSeen = async (ago: string) => {
      const token = await makeSignIn(database.owner, therapist.accountId, practice, therapist);
      await database.owner.query(
        `update sign_ins set last_seen_at = auth.now() - $2::interval where token_hash = sha256(convert_to($1, 'UTF8'))`,
        [token, ago],
      );
      return isIn(token);
    };
    expect(await lastSeen('16 minutes')).toBe('covered');
    expect(await lastSeen('14 minutes')).toBe(1);
  });

  test('revoked is refused at the next request: of 200 that ask while it ends, none that began later gets in', async () => {
    const token = await makeSignIn(database.owner, therapist.accountId, practice, therapist);
    let endedAt = Infinity;
    const answers = Array.from({ length: 200 }, async (_, nth) => {
      await new Promise((resolve) => setTimeout(resolve, nth));
      const begun = performance.now();
      return { begun, got: await isIn(token) };
    });
    await new Promise((resolve) => setTimeout(resolve, 80));
    await database.owner.query(
      `update sign_ins set ended_at = auth.now() where token_hash = sha256(convert_to($1, 'UTF8'))`,
      [token],
    );
    endedAt = performance.now();
    const late = (await Promise.all(answers)).filter(({ begun }) => begun > endedAt);
    expect(late.length).toBeGreaterThan(20);
    expect(late.filter(({ got }) => got !== 'none')).toEqual([]);
  });

  test('opens no more than the roles and care teams of the moment: what was taken away is gone at the next request', async () => {
    expect(await isIn(therapist.token)).toBe(1);
    await database.owner.query('delete from staff_roles where staff_member_id = $1', [therapist.staffMemberId]);
    expect(await isIn(therapist.token)).toBe(0);
    await database.owner.query('insert into staff_roles (practice_id, staff_member_id, role) values ($1, $2, $3)', [
      practice.practiceId,
      therapist.staffMemberId,
      'therapist',
    ]);
    expect(await isIn(therapist.token)).toBe(1);
    await database.owner.query(
      `update care_team_members set from_on = current_date - 9, to_on = current_date - 2 where couple_id = $1`,
      [coupleId],
    );
    expect(await isIn(therapist.token)).toBe(0);
    await database.owner.query(`update care_team_members set to_on = null where couple_id = $1`, [coupleId]);
  });
});

describe('a context', () => {
  const onOneConnection = async (work: (run: (text: string) => Promise<Rows>) => Promise<void>) => {
    const client = await pool().connect();
    try {
      await work((text) => client.query(text) as unknown as Promise<Rows>);
    } finally {
      await client.query('rollback');
      client.release(true);
    }
  };
  type Rows = { rowCount: number | null; rows: Record<string, unknown>[] };
  const beginAs = (token: string) => `begin; set local role hearth_actor; select auth.begin_as('${token}')`;

  test('left behind for the whole connection opens nothing for whoever comes next', async () => {
    await onOneConnection(async (run) => {
      await run(beginAs(therapist.token));
      await run(`select set_config('hearth.context', current_setting('hearth.context'), false)`);
      await run('commit');
      await run('begin; set local role hearth_actor');
      expect((await run('select from intakes')).rowCount).toBe(0);
      await run('commit');
      await run(beginAs(other.token));
      expect((await run('select from intakes')).rowCount).toBe(0);
      expect((await run('select auth.staff_member_id() as me')).rows[0]!.me).toBe(other.staffMemberId);
      await run('commit');
    });
  });

  test('of two people open at once is good on its own connection alone', async () => {
    await onOneConnection(async (first) =>
      onOneConnection(async (second) => {
        await first(beginAs(therapist.token));
        await second(beginAs(other.token));
        const { c } = (await first(`select current_setting('hearth.context') as c`)).rows[0]!;
        await second(`select set_config('hearth.context', '${String(c)}', true)`);
        expect((await second('select from intakes')).rowCount).toBe(0);
        expect((await second('select auth.account_id() as me')).rows[0]!.me).toBeNull();
      }),
    );
  });

  test('goes with the part of the transaction in which it was made', async () => {
    await onOneConnection(async (run) => {
      await run('begin; set local role hearth_actor; savepoint one');
      await run(`select auth.begin_as('${therapist.token}')`);
      expect((await run('select from intakes')).rowCount).toBe(1);
      await run('rollback to savepoint one');
      expect((await run('select from intakes')).rowCount).toBe(0);
    });
  });

  test('becomes nobody’s when a refused token is asked for after it in another transaction', async () => {
    await onOneConnection(async (run) => {
      await run(beginAs(therapist.token));
      await run('commit');
      const none = 'A'.repeat(43);
      expect(JSON.stringify(await run(beginAs(none)))).toContain('none');
      expect((await run('select from intakes')).rowCount).toBe(0);
    });
  });
});

describe('SQL of someone else’s making inside a transaction', () => {
  test.each([
    `select set_config('role', 'hearth_system', true)`,
    `select set_config('role', 'hearth_queue', true)`,
    `select set_config('role', 'hearth_rules', true)`,
    'set local role hearth_system',
    'set session authorization postgres',
    `select query_to_xml('select auth.begin_sign_in(gen_random_uuid(), null, null, 1)', true, true, '') from (select set_config('role', 'hearth_system', true)) q`,
    'create temp table session_notes (id uuid)',
    'create table pg_temp.x (id uuid)',
    'create function pg_temp.x() returns int language sql as $$ select 1 $$',
    `select pg_read_file('PG_VERSION')`,
    `copy (select 1) to program 'true'`,
    `select lo_import('/etc/hosts')`,
    `select set_config('session_replication_role', 'replica', true)`,
    'select * from auth.secrets',
    'select * from pg_authid',
  ])('is refused: %s', async (text) => {
    await expect(asActor(therapist.token, ({ db }) => db.execute(sql.raw(text)))).rejects.toMatchObject({
      code: expect.stringMatching(/^(42501|42883|22023|3F000)$/),
    });
  });

  test('resets the role to a login that may do nothing', async () => {
    const reset = asActor(therapist.token, async ({ db }) => {
      await db.execute(sql`reset role`);
      return db.execute(sql`select from intakes`);
    });
    await expect(reset).rejects.toMatchObject({ code: '42501' });
  });

  test('sees of other people’s statements no word', async () => {
    const seen = await asActor(therapist.token, ({ db }) =>
      db.execute(
        sql`select query from pg_stat_activity where usename <> current_user and query not in ('', '<insufficient privilege>')`,
      ),
    );
    expect(seen.rows).toEqual([]);
  });
});
