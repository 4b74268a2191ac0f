// Statements that travel with the begin or with the commit: asked before it is known who asks, they show and do no more than the others.
import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { actAsActor, type ActorRows, readAsActor } from '@/db/access/as-actor';
import { pool } from '@/db/client';
import { useDatabase } from '@/tests/support/database';
import { makeSignIn } from '@/tests/support/people';
import { makeWorld, type World } from './world';

const database = useDatabase();
let world: World;
let token: string;
beforeAll(async () => {
  world = await makeWorld(database.owner);
  token = world.tokens.therapist!;
});

const couples = async ({ db }: ActorRows) => (await db.execute(sql`select 1 from couples`)).rowCount;
const note = ({ db }: ActorRows, recordId: string) =>
  db.execute(sql`select auth.note_opening('flight', ${recordId}, null, null)`);
const transaction = async ({ db }: ActorRows) =>
  (await db.execute<{ id: string }>(sql`select pg_current_xact_id()::text as id`)).rows[0]!.id;
const noted = async (recordId: string) =>
  (await database.owner.query('select 1 from audit_events where record_id = $1', [recordId])).rowCount;

/** A sign-in of the therapist that is not active, and how it is refused. */
async function refusedTokens(): Promise<[string, string][]> {
  const of = async (change: string) => {
    const made = await makeSignIn(database.owner, world.therapist.accountId, world.practice, world.therapist);
    await database.owner.query(`update sign_ins set ${change} where token_hash = sha256(convert_to($1, 'UTF8'))`, [
      made,
    ]);
    return made;
  };
  return [
    [randomBytes(32).toString('base64url'), 'none'],
    [await of('ended_at = auth.now()'), 'none'],
    [await of(`expires_at = auth.now() - interval '1 minute'`), 'over'],
    [await of('covered_at = auth.now()'), 'covered'],
  ];
}

describe('what a page asks together with who asks', () => {
  test('is answered to whoever is signed in, in one transaction that has ended when it is read', async () => {
    const record = randomUUID();
    const [actor, seen, during] = await readAsActor(
      token,
      async (rows) => Promise.all([couples(rows), note(rows, record)]),
      async (tx, [found]) => [tx.actor.staffMemberId, found, await noted(record)],
    );
    expect([actor, during]).toEqual([world.therapist.staffMemberId, 1]);
    expect(seen).toBeGreaterThan(0);
  });

  test('shows and notes nothing for whoever is not', async () => {
    for (const [refused, state] of await refusedTokens()) {
      const record = randomUUID();
      let shown: number | null = null;
      const ask = async (rows: ActorRows) => {
        const noting = note(rows, record);
        shown = await couples(rows);
        await noting;
      };
      const read = readAsActor(refused, ask, () => Promise.reject(new Error('must not be read')));
      await expect(read, state).rejects.toMatchObject({ state });
      expect(shown ?? 0, state).toBe(0);
      expect(await noted(record), state).toBe(0);
    }
  });

  test('is undone when one of its statements fails, and says which', async () => {
    const record = randomUUID();
    const ask = (rows: ActorRows) => Promise.all([note(rows, record), rows.db.execute(sql`select 1 / 0`)]);
    await expect(readAsActor(token, ask, async () => undefined)).rejects.toMatchObject({ code: '22012' });
    expect(await noted(record)).toBe(0);
  });

  test('waits for nothing: what is asked after an answer is refused, and the page fails', async () => {
    const ask = async (rows: ActorRows) => {
      await couples(rows);
      return couples(rows);
    };
    await expect(readAsActor(token, ask, async () => undefined)).rejects.toThrow(
      /too late|Database fault|Failed query/,
    );
  });

  test('what is thrown before its first statement comes after who is asking', async () => {
    const ask = () => Promise.reject(new Error('no such id'));
    await expect(readAsActor(token, ask, async () => undefined)).rejects.toThrow('no such id');
    await expect(readAsActor(randomBytes(32).toString('base64url'), ask, async () => undefined)).rejects.toMatchObject({
      state: 'none',
    });
  });

  test('what it leads to is asked in a second transaction of the same person, kept or undone as a whole', async () => {
    const [kept, undone] = [randomUUID(), randomUUID()];
    const [first, second, third] = await readAsActor(token, transaction, async (tx, before) => {
      await note(tx, kept);
      return [before, await transaction(tx), await transaction(tx)];
    });
    expect(second).not.toBe(first);
    expect(third).toBe(second);
    expect(await noted(kept)).toBe(1);
    const failing = readAsActor(token, couples, async (tx) => {
      await note(tx, undone);
      throw new Error('given');
    });
    await expect(failing).rejects.toThrow('given');
    expect(await noted(undone)).toBe(0);
  });

  test('leaves its connection to the next one as it found it', async () => {
    const clients = await Promise.all(Array.from({ length: 3 }, () => pool().connect()));
    try {
      for (const client of clients) {
        const { rows } = await client.query(
          `select current_user = session_user as plain, current_setting('hearth.context', true) as context`,
        );
        expect(rows[0]).toMatchObject({ plain: true });
        expect(rows[0].context ?? '').toBe('');
      }
    } finally {
      for (const client of clients) client.release();
    }
  });
});

describe('what an act asks first and last', () => {
  test('belongs to its transaction: all of it is kept, or none', async () => {
    const ids = [randomUUID(), randomUUID(), randomUUID()] as const;
    const act = (work: () => Promise<void>, last = (rows: ActorRows): Promise<unknown> => note(rows, ids[2])) =>
      actAsActor(token, {
        first: (rows) => note(rows, ids[0]),
        work: async (tx) => {
          await note(tx, ids[1]);
          await work();
        },
        last,
      });
    const counted = async () => Promise.all(ids.map(noted));
    await expect(act(() => Promise.reject(new Error('given')))).rejects.toThrow('given');
    expect(await counted()).toEqual([0, 0, 0]);
    await expect(
      act(
        async () => undefined,
        (rows) => rows.db.execute(sql`select 1 / 0`),
      ),
    ).rejects.toMatchObject({ code: '22012' });
    expect(await counted(), 'the commit behind a failure commits nothing').toEqual([0, 0, 0]);
    await act(async () => undefined);
    expect(await counted()).toEqual([1, 1, 1]);
  });

  test('does nothing for whoever is not signed in', async () => {
    for (const [refused, state] of await refusedTokens()) {
      const record = randomUUID();
      const act = actAsActor(refused, {
        first: (rows) => note(rows, record),
        work: () => Promise.reject(new Error('must not be done')),
        last: (rows) => note(rows, record),
      });
      await expect(act, state).rejects.toMatchObject({ state });
      expect(await noted(record), state).toBe(0);
    }
  });
});
