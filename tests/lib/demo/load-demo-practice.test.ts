import { readdirSync, readFileSync } from 'node:fs';
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
}, 180_000);

async function tokenOf(
  { login, password }: DemoPerson,
  address = '203.0.113.7',
): Promise<{ token: string; kind: string }> {
  const answer = await signIn({ login, password, address, device: 'Firefox/1 Linux' });
  if (answer.state !== 'signedIn') throw new Error(`${login} could not sign in: ${answer.state}`);
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

/** How much there is of each kind, and who is there: what two loads have in common. */
async function gathered(): Promise<{ counts: Record<string, number>; people: string[] }> {
  const { rows } = await database.owner.query<{ counts: Record<string, number> }>(`
    select jsonb_object_agg(table_name, (xpath('//c/text()', query_to_xml(format('select count(*) as c from public.%I', table_name), true, false, '')))[1]::text::int) as counts
      from information_schema.tables where table_schema = 'public' and table_name not in ('sign_ins', 'rate_limits')`);
  const named = await texts('select name as text from staff_members union all select name from partners order by 1');
  return { counts: rows[0]!.counts, people: named };
}

describe('the demo practice', () => {
  let atFirst: Awaited<ReturnType<typeof gathered>>;

  it('has sixteen couples, and staff of every role', async () => {
    atFirst = await gathered();
    expect(atFirst.counts).toMatchObject({ couples: 16, partners: 31 });
    expect(
      await texts(`
        select distinct r.role as text from staff_roles r join staff_members m on m.id = r.staff_member_id
         where m.status = 'active' order by 1`),
    ).toEqual(['practiceAdmin', 'scheduler', 'supervisor', 'therapist']);
  });

  it('lets everyone it names sign in with the password it names', async () => {
    const kinds: string[] = [];
    for (const person of people) kinds.push((await tokenOf(person)).kind);
    expect(kinds).toEqual(['staff', 'partner', 'partner', 'partner', 'staff', 'staff', 'staff']);
  });

  it('names one person of each role, with no other role', async () => {
    const roles: string[][] = [];
    for (const person of people) {
      const { token } = await tokenOf(person, '203.0.113.9');
      roles.push(await asActor(token, ({ actor }) => Promise.resolve(actor.roles)));
    }
    expect(roles.filter(([role]) => role !== 'partner')).toEqual([
      ['therapist'],
      ['practiceAdmin'],
      ['supervisor'],
      ['scheduler'],
    ]);
  });

  it('has a partner who signs in with a user name, and names it at every start', async () => {
    const [userName] = await texts('select user_name as text from accounts where user_name is not null');
    expect(people.find(({ who }) => who.includes('user name'))?.login).toBe(userName);
    expect((await load()).people).toEqual(people);
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
      `select text from (select email as text from accounts union select email from partners
         union select email from staff_members union select email from invitations) x where text is not null`,
    );
    const numbers = await texts('select phone as text from partners union select detail from support_contacts');
    expect(addresses.length).toBeGreaterThan(12);
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([]);
    expect(numbers.filter((number) => !number.startsWith('555 '))).toEqual([]);
  });

  it('names no domain that could be somebody’s; Close alone leads to a real and neutral page', () => {
    const sources = readdirSync('lib/demo', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`lib/demo/${file}`, 'utf8').replaceAll(/^import .*$|^\s*closeUrl: .*$/gm, ''));
    const domains = sources.flatMap((source) => source.match(/(?<=@|https?:\/\/)[\w-]+(\.[\w-]+)+/g) ?? []);
    expect(domains.length).toBeGreaterThan(30);
    expect(domains.filter((domain) => !domain.endsWith('.example'))).toEqual([]);
  });

  it('shows every tier the library can raise, a pause, open invitations, unsigned notes and an addendum', async () => {
    const found = await texts(`
      select distinct tier as text from flags where settled_at is null
      union all select kind from plan_events where kind = 'paused'
      union all select 'invited ' || kind from invitations where redeemed_at is null and expires_at > auth.now() and revoked_at is null
      union all select distinct 'unsigned' from session_notes where signed_at is null
      union all select distinct 'late' from session_attendances where attendance = 'late'
      union all select distinct 'addendum' from addenda order by 1`);
    expect(found.toSorted()).toEqual([
      'addendum',
      'invited partner',
      'invited staff',
      'late',
      'paused',
      'review',
      'safety',
      'talk',
      'unsigned',
    ]);
  });

  it('has a couple just invited, one of one partner, and names that need room and other scripts', async () => {
    const named = async (where: string) => (await texts(`select name as text from partners where ${where}`)).length;
    expect(
      await texts(`select 1::text as text from partners group by couple_id having bool_and(status = 'invited')`),
    ).toHaveLength(1);
    expect(await texts('select 1::text as text from partners group by couple_id having count(*) = 1')).toHaveLength(1);
    expect(await named('length(name) > 40')).toBeGreaterThanOrEqual(2);
    expect(await named(`name ~ '[A-Za-z]{30}'`)).toBeGreaterThanOrEqual(1);
    expect(await named(`name ~ '[ぁ-ん一-龥]' or name ~ '[а-яА-Я]'`)).toBe(2);
    expect(await named(`name ~ '[א-ת]' or name ~ '[ء-ي]'`)).toBe(2);
  });

  it('has a couple whose work ended with a closing summary, and one whose shared work ended, each by its verb', async () => {
    expect(
      await texts(
        `select e.reason as text from endings e join couples c on c.id = e.couple_id where c.status = 'ended'`,
      ),
    ).toEqual(['reached']);
    expect(
      await texts(`
        select p.name as text from plan_events e join partners p on p.id = e.partner_id
         where e.kind = 'sharedEnded' and e.effective_on <= plan.day_of(auth.now(), (select time_zone from practices))`),
    ).toEqual(['Finn Dummy']);
  });

  it('has a change that waits to be merged, and shared work that the practice closed and nobody looked at yet', async () => {
    expect(
      await texts(`
        select p.name as text from flags f join partners p on p.id = f.partner_id where f.reason = 'change' and f.settled_at is null
         union all select c.label from practice_closings x join couples c on c.id = x.couple_id where x.seen_at is null order by 1`),
    ).toHaveLength(2);
  });

  it('has work going on at each of the seven stages', async () => {
    expect(
      await texts(`
        select distinct s.stage::text as text from assignments a
          join step_versions v on v.id = a.step_version_id join steps s on s.id = v.step_id
         where not exists (select from plan_events e where e.assignment_id = a.id and e.kind = 'finished' and e.unit is null)
         order by 1`),
    ).toEqual(['0', '1', '2', '3', '4', '5', '6']);
  });

  it('has courses of comfort that differ: a rise, a plateau and a dip', async () => {
    const course = async (name: string) =>
      (
        await texts(
          `select comfort::text as text from check_ins c join partners p on p.id = c.partner_id where p.name = '${name}' order by c.sent_at`,
        )
      ).map(Number);
    const [rise, plateau, dip] = [
      await course('Quinn Makebelieve'),
      await course('Nia Pretend'),
      await course('Uma Dreamtup'),
    ];
    expect(rise.at(-1)! - rise[0]!).toBeGreaterThanOrEqual(4);
    expect(rise.every((comfort, at) => comfort >= (rise[at - 1] ?? 0) - 1)).toBe(true);
    expect(Math.max(...plateau) - Math.min(...plateau)).toBeLessThanOrEqual(2);
    expect(plateau.length).toBeGreaterThan(10);
    expect(dip.at(-1)).toBeLessThan(Math.max(...dip) - 3);
  });

  it('lets two therapists share one couple, and others cover', async () => {
    const parts = await texts(`select part || ' ' || count(*) as text from care_team_members group by part order by 1`);
    expect(parts).toEqual(['coTherapist 1', 'cover 2', 'primary 16']);
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

  it('has a note that waits for the co-therapist’s signature', async () => {
    expect(
      await texts(`
        select m.name as text from session_notes n join staff_members m on m.id = n.co_signer_id
         where not exists (select from co_signatures s where s.note_id = n.id and s.author_id = n.co_signer_id)`),
    ).toEqual(['Theo Standin']);
  });

  it('begins anew where loading was cut short, and makes the same people and as much of everything', async () => {
    const [practice] = await texts('select id::text as text from practices');
    await database.owner.query(`update auth.clock set ahead = '-9 days'`);
    expect((await load()).isNew).toBe(true);
    const [anew] = await texts('select id::text as text from practices');
    expect(anew).not.toBe(practice);
    expect((await tokenOf(people[0]!, '203.0.113.8')).kind).toBe('staff');
    expect(await gathered()).toEqual(atFirst);
  }, 180_000);

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
