// A hundred people over five connections, with acts that fail, run out of time and lose their connection: each sees their own rows and
// never another's, and nothing that is late runs in the next one's transaction.
import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { actAsActor, type ActorRows, type ActorTx, asActor, readAsActor } from '@/db/access/as-actor';
import { asSystem } from '@/db/access/as-system';
import { volume } from '@/tests/support/volume';
import { useFreshDatabase } from '@/tests/support/database';
import { makeCouple, makePractice, makeStaff, type StaffInTest } from '@/tests/support/people';

const database = useFreshDatabase();

type Someone = { token: string; accountId: string; partnerId: string | null; coupleId: string };
const people: Someone[] = [];

beforeAll(async () => {
  for (const _practice of [1, 2]) {
    const practice = await makePractice(database.owner);
    await Promise.all(
      Array.from({ length: 17 }, async () => {
        const staff: StaffInTest = await makeStaff(database.owner, practice);
        const { coupleId, partners } = await makeCouple(database.owner, practice, staff);
        people.push({ ...staff, partnerId: null, coupleId });
        for (const partner of partners) people.push({ ...partner, coupleId });
      }),
    );
  }
}, 120_000);

class Given extends Error {}

/** Everything that tells one person from another, and the rows of tables in which everybody has some. */
async function foreignRows({ db }: ActorRows, me: Someone): Promise<number> {
  const { rows } = await db.execute<{ n: number }>(sql`
    select (select count(*) from data_keys where couple_id <> ${me.coupleId} or (${me.partnerId}::uuid is not null and partner_id <> ${me.partnerId}))::int
         + (select count(*) from care_team_members where couple_id <> ${me.coupleId})::int
         + (select count(*) from intakes where couple_id <> ${me.coupleId})::int
         + (select count(*) from drafts where partner_id is distinct from ${me.partnerId})::int
         + (auth.account_id() is distinct from ${me.accountId})::int
         + (auth.partner_id() is distinct from ${me.partnerId}::uuid)::int as n`);
  return rows[0]!.n;
}

/** What may come between, by lot. */
const FATES: ((tx: ActorTx, me: Someone) => Promise<unknown>)[] = [
  async () => undefined,
  async () => undefined,
  async () => undefined,
  async () => Promise.reject(new Given('thrown')),
  async ({ db }) => db.execute(sql`select 1 / 0`),
  async ({ db }) => {
    await db.execute(sql`set local statement_timeout = 3`);
    await db.execute(sql`select pg_sleep(1)`);
  },
  async ({ db }) => db.transaction(async (inner) => inner.execute(sql`select 1 / 0`)).catch(() => undefined),
  // Several at once, of which one fails while the others are on their way.
  async ({ db }) => Promise.all([db.execute(sql`select pg_sleep(0.002)`), Promise.reject(new Given('at once'))]),
  async ({ db }) => db.execute(sql`insert into couples (id) values ('00000000-0000-0000-0000-000000000000')`),
];
const LOST = async ({ db }: ActorTx) => {
  const { rows } = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  await database.owner.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
};

test('100 people, 5 connections: no transaction sees another’s row, whatever became of the one before', async () => {
  const amount = volume({ everyday: 1_000, deep: 10_000 });
  let foreign = 0;
  let looked = 0;
  let failed = 0;
  let next = 0;
  const one = async () => {
    for (let nth = next++; nth < amount; nth = next++) {
      const me = people[Math.floor(Math.random() * people.length)]!;
      const fate = nth % 97 === 0 ? LOST : FATES[Math.floor(Math.random() * FATES.length)]!;
      const look = async (rows: ActorRows) => {
        foreign += await foreignRows(rows, me);
        looked += 1;
      };
      const live = async (tx: ActorTx) => {
        await look(tx);
        await fate(tx, me);
        await look(tx);
      };
      try {
        await [
          () => asActor(me.token, live),
          () => actAsActor(me.token, { first: look, work: live, last: look }),
          () => readAsActor(me.token, (rows) => Promise.all([look(rows), look(rows)]), live),
        ][nth % 3]!();
      } catch {
        failed += 1;
      }
    }
  };
  // More at a time than there are connections, so that each is handed on at once.
  await Promise.all(Array.from({ length: 25 }, one));
  expect(people).toHaveLength(102);
  expect(foreign).toBe(0);
  expect(looked).toBeGreaterThan(amount);
  expect(failed).toBeGreaterThan(amount / 5);
}, 600_000);

test('what is still under way when its transaction has ended runs in no other', async () => {
  const [one, other] = [people[0]!, people.find(({ coupleId }) => coupleId !== people[0]!.coupleId)!];
  const seen: unknown[] = [];
  const late: Promise<unknown>[] = [];
  for (let n = 0; n < 40; n += 1) {
    let kept: ActorTx | undefined;
    await asActor(one.token, async (tx) => {
      kept = tx;
      if (n % 2 === 0) throw new Given('ends early');
    }).catch(() => undefined);
    // The same connection now serves somebody else, and the first one's work goes on with what it was given.
    await asActor(other.token, async ({ db }) => {
      late.push(
        kept!.db.execute<{ me: string }>(sql`select auth.account_id() as me`).then(
          ({ rows }) => seen.push(rows[0]),
          () => undefined,
        ),
      );
      await db.execute(sql`select pg_sleep(0.001)`);
    });
  }
  await Promise.all(late);
  expect(seen).toEqual([]);
});

test('the same holds for what happens before anyone is known', async () => {
  let kept: { db: ActorTx['db'] } | undefined;
  await asSystem('health', async (tx) => {
    kept = tx;
  });
  await asActor(people[0]!.token, async () => {
    await expect(kept!.db.execute(sql`select auth.account_id()`)).rejects.toThrow(/Failed query|too late/);
  });
});
