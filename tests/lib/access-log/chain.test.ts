// Whatever is done to the access log behind its back, its verification tells.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { noteOpening, writeAudit } from '@/db/queries/audit';
import { sealAccessLog } from '@/lib/access-log/seal';
import { verifyAccessLog } from '@/lib/access-log/verify';
import { useFreshDatabase } from '../../support/database';
import { makePractice, makeStaff, type StaffInTest } from '../../support/people';

const database = useFreshDatabase();
const masterKeys = [{ id: 'm1', key: randomBytes(32) }];
let folder: string;
let staff: StaffInTest;

const headsFile = () => path.join(folder, 'heads.jsonl');
const seal = () => sealAccessLog({ headsFile: headsFile(), masterKeys });
const verify = () => verifyAccessLog({ ownerUrl: database.ownerUrl, headsFile: headsFile(), masterKeys });
const act = (count: number) =>
  asActor(staff.token, (tx) =>
    writeAudit(
      tx,
      ...Array.from({ length: count }, () => ({
        act: 'changed' as const,
        recordKind: 'couple',
        recordId: randomUUID(),
      })),
    ),
  );

/** As an owner of the database could: triggers and references switched off for one statement. */
async function tamper(text: string, values: unknown[] = []) {
  const client = await database.owner.connect();
  try {
    await client.query('begin; set local session_replication_role = replica');
    const { rowCount } = await client.query(text, values);
    await client.query('commit');
    expect(rowCount).toBeGreaterThan(0);
  } finally {
    client.release();
  }
}

const eventAt = async (place: number): Promise<string> =>
  (await database.owner.query<{ id: string }>('select event_id as id from audit_links where place = $1', [place]))
    .rows[0]!.id;

const LENGTH = 40;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'hearth-heads-'));
  await database.owner.query('truncate practices, audit_events, audit_links cascade');
  staff = await makeStaff(database.owner, await makePractice(database.owner), ['therapist']);
  for (let rest = LENGTH; rest > 0; rest -= 8) {
    await act(8);
    await seal();
  }
});
afterEach(() => rm(folder, { recursive: true }));

const said = async () => {
  const { isWhole, lines } = await verify();
  expect(isWhole).toBe(false);
  return lines.slice(1).join('\n');
};

test('as it was written, it is whole, and its length and last signed head are told', async () => {
  const { isWhole, lines } = await verify();
  expect([isWhole, lines.length]).toEqual([true, 1]);
  expect(lines[0]).toMatch(
    new RegExp(`: ${LENGTH} events, each as it was written; the last signed head is ${LENGTH}, of `),
  );
});

test.each([
  'act',
  'record_kind',
  'record_id',
  'couple_id',
  'concerns_partner_id',
  'staff_member_id',
  'partner_id',
  'sign_in_id',
  'at',
])('an edit of %s is found at its place', async (column) => {
  const place = randomInt(1, LENGTH + 1);
  const value =
    column === 'at'
      ? `at + interval '1 microsecond'`
      : column === 'act' || column === 'record_kind'
        ? `'opened'`
        : 'gen_random_uuid()';
  await tamper(`update audit_events set ${column} = ${value} where id = $1`, [await eventAt(place)]);
  expect(await said()).toBe(`  Event ${place} is not what was written, or stands in another's place.`);
});

test('an event that was taken out is found, with its link and without', async () => {
  const place = randomInt(2, LENGTH);
  const id = await eventAt(place);
  await tamper('delete from audit_events where id = $1', [id]);
  expect(await said()).toContain(`Event ${place} was taken out.`);
  await tamper('delete from audit_links where event_id = $1', [id]);
  expect(await said()).toContain(`Event ${place} was taken out.`);
});

test('events in another order are found', async () => {
  const [first, second] = [await eventAt(7), await eventAt(23)];
  await tamper('update audit_links set event_id = gen_random_uuid() where place = 7');
  await tamper('update audit_links set event_id = $1 where place = 23', [first]);
  await tamper('update audit_links set event_id = $1 where place = 7', [second]);
  const found = await said();
  expect(found).toContain('Event 7 is not what was written');
  expect(found).toContain('Event 23 is not what was written');
});

test('an end that was cut off is found by the signed head', async () => {
  await tamper('delete from audit_links where place > 30');
  await tamper('delete from audit_events where not exists (select from audit_links where event_id = audit_events.id)');
  expect(await said()).toBe(`  The end was cut off: 31 to ${LENGTH} were signed and are gone.`);
});

test('a chain that was computed anew after an edit is found by the signed heads', async () => {
  const id = await eventAt(9);
  await tamper(`update audit_events set act = 'opened' where id = $1`, [id]);
  await tamper('delete from audit_links');
  await database.owner.query('select auth.link_audit()');
  const found = await said();
  expect(found).not.toContain('is not what was written');
  expect(found).toContain('The chain was computed anew: at 16 it is not what was signed.');
  expect(found).toContain(`The chain was computed anew: at ${LENGTH} it is not what was signed.`);
});

test('an event put in afterwards, outside the chain, is found', async () => {
  await database.owner.query(
    `insert into audit_events (practice_id, sign_in_id, act, record_kind, at)
     select practice_id, sign_in_id, 'opened', 'couple', at - interval '2 hours' from audit_events limit 1`,
  );
  expect(await said()).toBe('  1 events stand outside the chain.');
});

test('a line of the file that no key of the installation signed is told, and one cut short by a crash is not', async () => {
  const text = await readFile(headsFile(), 'utf8');
  await writeFile(headsFile(), text + '{"practiceId":"');
  expect(await verify()).toMatchObject({ isWhole: true });
  await act(2);
  await seal();
  expect(await verify(), 'what is signed after the cut').toMatchObject({ isWhole: true });
  await writeFile(headsFile(), text.replace(/"place":\d+/, '"place":99'));
  const { isWhole, lines } = await verify();
  expect([isWhole, lines[0]]).toEqual([
    false,
    `1 lines of ${headsFile()} are not signed by a key of this installation.`,
  ]);
});

test('an event that commits after later ones were sealed still finds its place in the chain', async () => {
  const open = await database.owner.connect();
  try {
    await open.query(`begin; insert into audit_events (practice_id, sign_in_id, act, record_kind, at)
      select practice_id, sign_in_id, 'opened', 'couple', auth.now() from audit_events limit 1`);
    await act(3);
    await seal();
    await open.query('commit');
  } finally {
    open.release();
  }
  await seal();
  const { rows } = await database.owner.query('select count(*)::int as n from audit_links');
  expect(rows[0].n).toBe(LENGTH + 4);
  expect(await verify()).toMatchObject({ isWhole: true });
});

test('two sealers at once make one chain', async () => {
  await act(50);
  await Promise.all(Array.from({ length: 4 }, seal));
  expect(await verify()).toMatchObject({ isWhole: true });
  const { rows } = await database.owner.query('select count(*)::int as n, max(place)::int as last from audit_links');
  expect(rows[0]).toEqual({ n: LENGTH + 50, last: LENGTH + 50 });
});

test('an opening is one row for one sign-in, record, kind and quarter of an hour, and it is sealed like every act', async () => {
  const record = randomUUID();
  for (let times = 0; times < 3; times += 1) await asActor(staff.token, (tx) => noteOpening(tx, 'history', record));
  await seal();
  const { rows } = await database.owner.query(
    `select count(*)::int as n, count(l.event_id)::int as linked from audit_events e left join audit_links l on l.event_id = e.id where record_id = $1`,
    [record],
  );
  expect(rows[0]).toEqual({ n: 1, linked: 1 });
});
