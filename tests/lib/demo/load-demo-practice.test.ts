import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { signIn } from '@/lib/accounts/sign-in';
import { type DemoPerson, loadDemoPractice } from '@/lib/demo/load-demo-practice';
import { minutesToNextTurn } from '@/lib/format/turns';
import { readMyDay } from '@/lib/my-day/open-my-day';
import { moveClock } from '@/tests/support/clock';
import { dropDatabase } from '@/tests/support/cluster';
import { freshDatabase, useFreshDatabase } from '@/tests/support/database';
import { makePractice } from '@/tests/support/people';

const database = useFreshDatabase();
let people: DemoPerson[];
const load = () => loadDemoPractice({ ownerUrl: database.ownerUrl });

beforeAll(async () => {
  people = (await load()).people;
}, 60_000);

async function tokenOf(
  { email, password }: DemoPerson,
  address = '203.0.113.7',
): Promise<{ token: string; kind: string }> {
  const answer = await signIn({ email, password, address, device: 'Firefox/1 Linux' });
  if (answer.state !== 'signedIn') throw new Error(`${email} could not sign in: ${answer.state}`);
  return answer;
}

/** Everything that is stored, row by row, but sign-ins: a visitor begins those. */
async function everything(): Promise<Record<string, string>> {
  const { rows } = await database.owner.query<{ tables: Record<string, string> }>(`
    select jsonb_object_agg(table_name, md5(query_to_xml(format('select t::text from public.%I t order by 1', table_name), true, false, '')::text)) as tables
      from information_schema.tables where table_schema = 'public' and table_name not in ('sign_ins', 'rate_limits')`);
  return rows[0]!.tables;
}

const texts = async (sql: string): Promise<string[]> =>
  (await database.owner.query<{ text: string }>(sql)).rows.map(({ text }) => text);

describe('the demo practice', () => {
  it('lets everyone it names sign in with the password it names', async () => {
    const kinds: string[] = [];
    for (const person of people) kinds.push((await tokenOf(person)).kind);
    expect(kinds).toEqual(['staff', 'partner', 'partner', 'staff']);
  });

  it('has an admin who is nothing but an admin, and a therapist', async () => {
    const roles: string[][] = [];
    for (const person of [people[0]!, people[3]!]) {
      const { token } = await tokenOf(person);
      roles.push(await asActor(token, ({ actor }) => Promise.resolve(actor.roles)));
    }
    expect(roles).toEqual([['therapist'], ['practiceAdmin']]);
  });

  it('has a shared step open for both partners of the couple to try first, today and tomorrow', async () => {
    const [ada, bo] = [await tokenOf(people[1]!), await tokenOf(people[2]!)];
    const open = async ({ token }: { token: string }) =>
      asActor(token, async (tx) =>
        (await readMyDay(tx)).units
          .filter(({ state, isAlone }) => state === 'open' && !isAlone)
          .map(({ title }) => title),
      );
    expect([await open(ada), await open(bo)]).toEqual([['One speaks, one reflects'], ['One speaks, one reflects']]);

    const [zone] = await texts('select time_zone as text from practices');
    const before = new Date();
    await moveClock(database.owner, `${minutesToNextTurn(before, zone!) + 5} minutes`);
    try {
      expect([await open(ada), await open(bo)]).toEqual([['One speaks, one reflects'], ['One speaks, one reflects']]);
    } finally {
      await moveClock(database.owner, `-${minutesToNextTurn(before, zone!) + 5} minutes`);
    }
  });

  it('names nobody real: every address ends in .example, every number is a 555 number', async () => {
    const addresses = await texts(
      'select email as text from accounts union select email from partners union select email from staff_members union select email from invitations',
    );
    const numbers = await texts('select phone as text from partners union select detail from support_contacts');
    expect(addresses.length).toBeGreaterThan(12);
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([]);
    expect(numbers.filter((number) => !number.startsWith('555 '))).toEqual([]);
  });

  it('shows a worried answer, a pause, an open invitation, an unsigned note and an addendum', async () => {
    const found = await texts(`
      select tier || ' ' || reason as text from flags where settled_at is null and tier = 'safety'
      union all select kind from plan_events where kind = 'paused'
      union all select 'invited ' || kind from invitations where redeemed_at is null and expires_at > auth.now() and revoked_at is null
      union all select 'unsigned' from session_notes where signed_at is null
      union all select distinct 'addendum' from addenda order by 1`);
    expect(found.toSorted()).toEqual([
      'addendum',
      'invited partner',
      'invited staff',
      'paused',
      'safety freeToStop',
      'unsigned',
    ]);
  });

  it('tells the true time once it is loaded, and leaves nobody signed in', async () => {
    const [ahead] = await texts('select ahead::text as text from auth.clock');
    const [open] = await texts(
      `select count(*)::text as text from sign_ins where ended_at is null and device = 'The demo'`,
    );
    expect([ahead, open]).toEqual(['00:00:00', '0']);
  });

  it('keeps what is there when it is loaded again', async () => {
    const before = await everything();
    const again = await load();
    expect(again).toEqual({ people, isNew: false });
    expect(await everything()).toEqual(before);
  });

  it('begins anew where loading was cut short', async () => {
    const [practice] = await texts('select id::text as text from practices');
    await database.owner.query(`update auth.clock set ahead = '-9 days'`);
    expect((await load()).isNew).toBe(true);
    const [anew] = await texts('select id::text as text from practices');
    expect(anew).not.toBe(practice);
    expect((await tokenOf(people[0]!, '203.0.113.8')).kind).toBe('staff');
  }, 60_000);

  it('refuses a database that holds a practice, and touches nothing in it', async () => {
    const real = await freshDatabase();
    const owner = new pg.Pool({ connectionString: real.ownerUrl, max: 1 });
    try {
      await makePractice(owner);
      await expect(loadDemoPractice({ ownerUrl: real.ownerUrl })).rejects.toThrow(/this database holds a practice/);
      const { rows } = await owner.query('select name, is_demo from practices');
      expect(rows).toEqual([{ name: 'Example Practice', is_demo: false }]);
    } finally {
      await owner.end();
      await dropDatabase(real.name);
    }
  });
});
