// An account with several places: a sign-in opens one of them and no row of another, and a choice opens only what its own account has.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { asSystem } from '@/db/access/as-system';
import { beginHalf, takeHalf } from '@/db/queries/accounts/factors';
import { findChoice } from '@/db/queries/accounts/places';
import { beginSignIn } from '@/db/queries/accounts/sign-ins';
import { finishAtPlace, signIn } from '@/lib/accounts/sign-in';
import { isAllowed } from '@/tests/access/ask';
import { makeWorld, type World } from '@/tests/access/world';
import { useDatabase } from '@/tests/support/database';
import { adaInTwoCouples, bringInto, PASSWORD, setPassword } from '@/tests/support/memberships';
import { makeCouple, makeStaff } from '@/tests/support/people';

const database = useDatabase();
let next = 0;
const from = () => ({ address: `203.0.113.${(next += 1)}-choice-${process.pid}`, device: '' });

describe('red line: a partner of two couples', () => {
  let world: World;
  let elsewhere: string;
  let atWork: string;
  beforeAll(async () => {
    world = await makeWorld(database.owner);
    const { first } = world.couple;
    const therapist = await makeStaff(database.owner, world.practice, ['therapist']);
    const couple = await makeCouple(database.owner, world.practice, therapist);
    await bringInto(database.owner, first.accountId, { partnerId: couple.first.partnerId });
    elsewhere = couple.first.token;
    // By hand, since joining refuses it: even then no row would cross.
    const colleague = await makeStaff(database.owner, world.practice, ['scheduler']);
    await bringInto(database.owner, first.accountId, colleague);
    atWork = colleague.token;
  });

  test('reads, changes and removes in one couple no row of the other', async () => {
    const crossed: string[] = [];
    for (const [table, key] of Object.entries(world.rows))
      for (const action of ['read', 'change', 'remove'] as const)
        if (await isAllowed(database.owner, elsewhere, table, key, action)) crossed.push(`${action} ${table}`);
    expect(crossed).toEqual([]);
    const own = await isAllowed(database.owner, world.tokens.partner, 'shared_words', world.rows.shared_words!, 'read');
    expect(own, 'where it is one’s own, it is read').toBe(true);
  });

  test('gets nothing from its own functions but what the place has', async () => {
    const seen = await asActor(elsewhere, async (tx) => {
      const { rows } = await tx.db.execute(
        sql`select portal.my_day() as day, portal.my_appointments() as appointments, portal.my_openings() as openings, auth.my_devices() as devices`,
      );
      return JSON.stringify([rows, tx.actor]);
    });
    const { coupleId, first, second } = world.couple;
    for (const id of [coupleId, first.partnerId, second.partnerId, second.email]) expect(seen).not.toContain(id);
  });

  test('has, at work, the sight of the work alone', async () => {
    const read = (table: string) => isAllowed(database.owner, atWork, table, world.rows[table]!, 'read');
    expect(await read('couples')).toBe(true);
    for (const table of ['day_sheets', 'drafts', 'shared_words', 'reflections', 'check_ins', 'consents'])
      expect(await read(table), table).toBe(false);
  });
});

describe('a choice', () => {
  type Ada = Awaited<ReturnType<typeof adaInTwoCouples>>;
  let ada: Ada;
  let stranger: Ada;
  beforeAll(async () => {
    [ada, stranger] = [await adaInTwoCouples(database.owner), await adaInTwoCouples(database.owner)];
  });
  const choose = async ({ email }: Ada) => {
    const answer = await signIn({ login: email, password: PASSWORD, ...from() });
    if (answer.state !== 'place') throw new Error(answer.state);
    return answer.token;
  };
  const go = (half: string, placeId: string) => finishAtPlace({ half, placeId, ...from() });
  const own = () => ada.one.first.partnerId;
  const WRONG = { state: 'wrong' };

  test('of a place that is not one’s own opens nothing, and is used up by it', async () => {
    const half = await choose(ada);
    for (const forged of [
      stranger.one.first.partnerId,
      ada.one.second.partnerId,
      randomUUID(),
      'x',
      '',
      ada.accountId,
    ]) {
      const used = await choose(ada);
      expect(await go(used, forged)).toEqual(WRONG);
      expect(await go(used, own()), 'one try').toEqual(WRONG);
    }
    expect(await go(half, own())).toMatchObject({ state: 'signedIn' });
  });

  test('opens nothing twice, of many at once the first, and nothing in the hands of another account', async () => {
    const half = await choose(ada);
    const answers = await Promise.all(Array.from({ length: 4 }, () => go(half, own())));
    expect(answers.map(({ state }) => state).toSorted()).toEqual(['signedIn', 'wrong', 'wrong', 'wrong']);
    expect(await go(await choose(stranger), own())).toEqual(WRONG);
    expect(await go(randomBytes(32).toString('base64url'), own())).toEqual(WRONG);
  });

  test('ends after ten minutes, with the password, and with a place that ended', async () => {
    const late = await choose(ada);
    await database.owner.query('update half_sign_ins set expires_at = auth.now() where account_id = $1', [
      ada.accountId,
    ]);
    expect(await go(late, own())).toEqual(WRONG);
    const before = await choose(ada);
    await database.owner.query('update accounts set password_changed_at = auth.now() where id = $1', [ada.accountId]);
    expect(await go(before, own())).toEqual(WRONG);
    const other = ada.two.first.partnerId;
    const half = await choose(ada);
    await database.owner.query(`update partners set status = 'deactivated' where id = $1`, [other]);
    expect(await go(half, other)).toEqual(WRONG);
    await database.owner.query(`update partners set status = 'active' where id = $1`, [other]);
  });

  test('is asked of Postgres too: no place without a choice that was taken in the same transaction', async () => {
    const { accountId } = ada;
    const begun = () => ({
      accountId,
      tokenHash: createHash('sha256').update(randomUUID()).digest(),
      device: '',
      hours: 12,
    });
    const placeId = own();
    expect(await asSystem('signIn', (tx) => beginSignIn(tx, { ...begun(), placeId }))).toBeNull();

    const taken = begun();
    expect(await asSystem('signIn', (tx) => beginSignIn(tx, taken))).toBe('place');
    const choice = (await asSystem('signIn', (tx) => findChoice(tx, taken.tokenHash)))!;
    expect(
      await asSystem('signIn', (tx) => beginSignIn(tx, { ...begun(), halfId: choice.id, placeId })),
      'not taken',
    ).toBeNull();
    await asSystem('signIn', (tx) => takeHalf(tx, choice.id));
    expect(
      await asSystem('signIn', (tx) => beginSignIn(tx, { ...begun(), halfId: choice.id, placeId })),
      'taken before',
    ).toBeNull();

    // A half that waits for a code opens no place, and one that waits for a place begins no sign-in without it.
    const tokenHash = begun().tokenHash;
    await asSystem('signIn', (tx) => beginHalf(tx, { accountId, tokenHash }));
    const { rows } = await database.owner.query<{ id: string }>('select id from half_sign_ins where token_hash = $1', [
      tokenHash,
    ]);
    const inOne = (halfId: string, over: object) =>
      asSystem('signIn', async (tx) => {
        expect(await takeHalf(tx, halfId)).toBe(true);
        return beginSignIn(tx, { ...begun(), halfId, ...over });
      });
    expect(await inOne(rows[0]!.id, { placeId })).toBeNull();
    const again = begun();
    await asSystem('signIn', (tx) => beginSignIn(tx, again));
    const open = (await asSystem('signIn', (tx) => findChoice(tx, again.tokenHash)))!;
    expect(await inOne(open.id, {})).toBeNull();
  });

  test('of an account with a second factor is left to nobody who gave only the password', async () => {
    const { accountId, two } = stranger;
    await setPassword(database.owner, accountId);
    const tokenHash = createHash('sha256').update(randomUUID()).digest();
    await database.owner.query(`insert into totp_factors (account_id, secret, last_step) values ($1, '\\x00', 0)`, [
      accountId,
    ]);
    const begun = { accountId, tokenHash, device: '', hours: 12 };
    expect(await asSystem('signIn', (tx) => beginSignIn(tx, begun))).toBeNull();
    expect(await asSystem('signIn', (tx) => beginSignIn(tx, { ...begun, placeId: two.first.partnerId }))).toBeNull();
    expect(await asSystem('signIn', (tx) => findChoice(tx, tokenHash))).toBeNull();
  });
});
