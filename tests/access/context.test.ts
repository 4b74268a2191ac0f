// Who is asking cannot be forged, kept, edited or mixed up, and the login of the app can do nothing by itself.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor, NotSignedIn } from '@/db/access/as-actor';
import { pool } from '@/db/client';
import { useDatabase } from '@/tests/support/database';
import { makePractice, makeSignIn, makeStaff } from '@/tests/support/people';
import { timeLimit, volume } from '@/tests/support/volume';
import { makeWorld, type World } from './world';

const database = useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database.owner);
});

describe('a context', () => {
  const asApp = async (
    work: (
      run: (text: string) => Promise<{ rowCount: number | null; rows: Record<string, unknown>[] }>,
    ) => Promise<void>,
  ) => {
    const client = await pool().connect();
    try {
      await client.query('begin; set local role hearth_actor');
      await work((text) => client.query(text));
    } finally {
      await client.query('rollback');
      client.release();
    }
  };

  test('that is absent shows nothing', async () => {
    await asApp(async (run) => expect((await run('select 1 from couples')).rowCount).toBe(0));
  });

  /** As 02-context lays it out, signed with a key of one's own. */
  const forged = () => {
    const ids = [randomUUID(), randomUUID(), world.practice.practiceId, world.therapist.staffMemberId];
    const nobody = '0'.repeat(32);
    return ['f'.repeat(64), ...ids.map((id) => id.replaceAll('-', '')), nobody, nobody, hex('therapist')].join('');
  };
  const hex = (text: string) => Buffer.from(text).toString('hex');

  test('that is forged shows nothing', async () => {
    await asApp(async (run) => {
      await run(`select set_config('hearth.context', '${forged()}', true)`);
      expect((await run('select 1 from couples')).rowCount).toBe(0);
      expect((await run('select auth.staff_member_id() as me')).rows[0]!.me).toBeNull();
    });
  });

  test('that is forged beside a real one of the same transaction shows nothing', async () => {
    await asApp(async (run) => {
      await run(`select auth.begin_as('${world.tokens.practiceAdmin}')`);
      await run(`select set_config('hearth.context', '${forged()}', true)`);
      expect((await run('select 1 from couples')).rowCount).toBe(0);
      expect((await run('select auth.staff_member_id() as me')).rows[0]!.me).toBeNull();
    });
  });

  test.each([
    `select currval('auth.key_left')`,
    `select setval('auth.key_left', 1)`,
    `select nextval('auth.key_right')`,
    `select last_value from auth.key_right`,
  ])('is signed with a key that whoever asks can neither read nor set: %s', async (text) => {
    await asApp(async (run) => {
      await run(`select auth.begin_as('${world.tokens.therapist}')`);
      await expect(run(text)).rejects.toMatchObject({ code: '42501' });
    });
  });

  test('that is taken from another transaction of the same connection shows nothing', async () => {
    let taken = '';
    const client = await pool().connect();
    try {
      await client.query('begin; set local role hearth_actor');
      await client.query(`select auth.begin_as('${world.tokens.therapist}')`);
      taken = (await client.query(`select current_setting('hearth.context') as c`)).rows[0].c as string;
      expect((await client.query('select 1 from couples')).rowCount).toBeGreaterThan(0);
      await client.query('commit; begin; set local role hearth_actor');
      await client.query('select set_config($1, $2, true)', ['hearth.context', taken]);
      expect((await client.query('select 1 from couples')).rowCount).toBe(0);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  test('whose roles were edited shows nothing', async () => {
    await asApp(async (run) => {
      await run(`select auth.begin_as('${world.tokens.practiceAdmin}')`);
      await run(
        `select set_config('hearth.context', replace(current_setting('hearth.context'), '${hex('practiceAdmin')}', '${hex('therapist')}'), true)`,
      );
      expect((await run('select 1 from couples')).rowCount).toBe(0);
    });
  });

  test('of a sign-in that was ended or has run out is refused', async () => {
    const staff = await makeStaff(database.owner, world.practice, ['therapist']);
    const ended = await makeSignIn(database.owner, staff.accountId, world.practice, {
      staffMemberId: staff.staffMemberId,
    });
    await database.owner.query(
      `update sign_ins set ended_at = now() where token_hash = sha256(convert_to($1, 'UTF8'))`,
      [ended],
    );
    await expect(asActor(ended, async () => 1)).rejects.toThrow(NotSignedIn);
    const old = await makeSignIn(database.owner, staff.accountId, world.practice, {
      staffMemberId: staff.staffMemberId,
    });
    await database.owner.query(
      `update sign_ins set expires_at = auth.now() - interval '1 second' where token_hash = sha256(convert_to($1, 'UTF8'))`,
      [old],
    );
    await expect(asActor(old, async () => 1)).rejects.toThrow(NotSignedIn);
  });

  test('ends with the membership: who is deactivated is out at the next request', async () => {
    const staff = await makeStaff(database.owner, world.practice, ['therapist']);
    expect(await asActor(staff.token, async ({ actor }) => actor.staffMemberId)).toBe(staff.staffMemberId);
    await database.owner.query(`update staff_members set status = 'deactivated' where id = $1`, [staff.staffMemberId]);
    await expect(asActor(staff.token, async () => 1)).rejects.toThrow(NotSignedIn);
  });

  const CHURN = { everyday: 1_000, deep: 10_000 };
  test(
    'never crosses over between people who share five connections',
    async () => {
      const practice = await makePractice(database.owner);
      const people = await Promise.all(
        Array.from({ length: volume({ everyday: 20, deep: 100 }) }, () =>
          makeStaff(database.owner, practice, ['therapist']),
        ),
      );
      const crossed = await Promise.all(
        Array.from({ length: volume(CHURN) }, async (_, i) => {
          const person = people[i % people.length]!;
          return asActor(person.token, async ({ db }) => {
            const me = (await db.execute<{ me: string }>(sql`select auth.staff_member_id() as me`)).rows[0]!.me;
            return me === person.staffMemberId ? 0 : 1;
          });
        }),
      );
      expect(crossed.reduce<number>((sum, n) => sum + n, 0)).toBe(0);
    },
    timeLimit(20_000, CHURN),
  );
});

describe('the app login', () => {
  test.each([
    'set role hearth_rules',
    'set role postgres',
    'select * from auth.secrets',
    'select * from accounts',
    'select * from session_notes',
    'truncate check_ins',
    'alter table couples disable row level security',
    `update auth.clock set ahead = '1 day'`,
    `select auth.find_account('x')`,
    'create table public.x (y int)',
  ])('cannot: %s', async (statement) => {
    await expect(pool().query(statement)).rejects.toMatchObject({ code: expect.stringMatching(/^42/) });
  });
});
