// Sign-in, reset and invitation do the same work for someone as for nobody: the same statements and the same hashing, in the same order.
import type * as Argon2 from '@node-rs/argon2';
import { expect, test, vi } from 'vitest';
import { doorPool } from '@/db/client';
import type * as PasswordHash from '@/lib/accounts/password-hash';
import { hashPassword } from '@/lib/accounts/password-hash';
import { askReset } from '@/lib/accounts/resets/ask-reset';
import { redeemReset } from '@/lib/accounts/resets/redeem-reset';
import { resetToken } from '@/lib/accounts/resets/reset-token';
import { signIn } from '@/lib/accounts/sign-in';
import { drawUserName } from '@/lib/accounts/user-name';
import { joinInvitation } from '@/lib/invitations/join-invitation';
import { redeemInvitation } from '@/lib/invitations/redeem-invitation';
import { hashOfInvitationToken } from '@/lib/invitations/token';
import { useDatabase } from '@/tests/support/database';
import { makePractice, makeStaff } from '@/tests/support/people';

const { work } = vi.hoisted(() => ({ work: [] as string[] }));
vi.mock('@/lib/accounts/password-hash', async (original) => {
  const real = await original<typeof PasswordHash>();
  const noted =
    <A extends unknown[], R>(name: string, does: (...given: A) => R) =>
    (...given: A) => {
      work.push(name);
      return does(...given);
    };
  return {
    ...real,
    verifyPassword: noted('verify', real.verifyPassword),
    whichFits: noted('verify', real.whichFits),
    hashPassword: noted('hash', real.hashPassword),
  };
});

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof Argon2>();
  return {
    ...real,
    hash: (...given: Parameters<typeof real.hash>) => {
      work.push('argon2');
      return real.hash(...given);
    },
  };
});

const database = useDatabase();
const PASSWORD = 'nine copper lamps and tea';
let next = 0;
const address = () => `198.18.0.${(next += 1)}-work-${process.pid}`;

/** Everything that is asked of Postgres and of the hash while this is done. What is asked at once may come in any order. */
async function workOf(does: () => Promise<unknown>): Promise<string[]> {
  const open = doorPool();
  const connect = open.connect.bind(open) as () => Promise<{
    query: (...given: unknown[]) => unknown;
    release: () => void;
  }>;
  const spy = vi.spyOn(open, 'connect').mockImplementation((async () => {
    const client = await connect();
    const send = client.query;
    const release = client.release;
    client.query = (...given) => {
      const [asked] = given as [string | { text: string }];
      work.push(typeof asked === 'string' ? asked : asked.text);
      return send.apply(client, given);
    };
    client.release = (...given: []) => {
      Object.assign(client, { query: send, release });
      return release.apply(client, given);
    };
    return client;
  }) as never);
  work.length = 0;
  await does().catch(() => undefined);
  spy.mockRestore();
  return work.toSorted();
}

async function someone(over: { status?: string } = {}) {
  const practice = await makePractice(database.owner);
  const staff = await makeStaff(database.owner, practice);
  const hash = await hashPassword(PASSWORD);
  await database.owner.query('update accounts set password_hash = $1 where id = $2', [hash, staff.accountId]);
  if (over.status)
    await database.owner.query('update staff_members set status = $1 where id = $2', [
      over.status,
      staff.staffMemberId,
    ]);
  return { ...staff, ...practice };
}

test('a wrong password of someone, and any of nobody', async () => {
  const attempt =
    (login: string, password = 'not the password at all') =>
    () =>
      signIn({ login, password, address: address(), device: '' });
  const { email } = await someone();
  const expected = await workOf(attempt(email));
  expect(expected.filter((one) => one === 'verify')).toHaveLength(1);
  expect(expected.length).toBeGreaterThan(8);
  const gone = await someone({ status: 'deactivated' });
  const noPassword = await makeStaff(database.owner, gone);
  for (const login of ['nobody@example.test', drawUserName(), gone.email, noPassword.email])
    expect(await workOf(attempt(login)), login).toEqual(expected);
  expect(await workOf(attempt(email, 'x'.repeat(100_000)))).toEqual(expected);
});

test('a wrong password of an address with two accounts is one hash too, and a right one of either', async () => {
  const { email, accountId } = await someone();
  const { rows } = await database.owner.query<{ password_hash: string }>(
    'select password_hash from accounts where id = $1',
    [accountId],
  );
  const other = 'another lamp, another tea';
  await database.owner.query('insert into accounts (email, password_hash) values ($1, $2)', [
    email,
    await hashPassword(other, rows[0]!.password_hash),
  ]);
  const attempt = (password: string) => () => signIn({ login: email, password, address: address(), device: '' });
  const wrong = await workOf(attempt('not the password at all'));
  expect(wrong).toEqual(
    await workOf(() => signIn({ login: 'nobody@example.test', password: other, address: address(), device: '' })),
  );
  expect(wrong.filter((one) => one === 'argon2')).toHaveLength(1);
  expect((await attempt(PASSWORD)()).state).toBe('signedIn');
  expect((await attempt(other)()).state, 'an account without a place').toBe('wrong');
});

test('asking for a reset, until the answer is given', async () => {
  const { email } = await someone();
  const gone = await someone({ status: 'deactivated' });
  const ask = (to: string) => () => askReset({ email: to }, { address: address() });
  const expected = await workOf(ask(email));
  expect(expected.length).toBeGreaterThan(4);
  for (const to of ['nobody@example.test', gone.email]) expect(await workOf(ask(to)), to).toEqual(expected);
});

test('a link of a reset that was used, has run out, is of nobody or was never made', async () => {
  const { email } = await someone();
  const [used, late, nobodys] = await Promise.all(
    [email, email, 'nobody@example.test'].map((to) => askReset({ email: to }, { address: address() })),
  );
  await database.owner.query('update password_resets set used_at = auth.now() where id = $1', [used]);
  await database.owner.query('update password_resets set expires_at = auth.now() where id = $1', [late]);
  const take = (token: string) => () =>
    redeemReset({ token, password: PASSWORD, passwordAgain: PASSWORD, code: '' }, { address: address() });
  const expected = await workOf(take('A'.repeat(43)));
  expect(expected.length).toBeGreaterThan(3);
  for (const id of [used, late, nobodys]) expect(await workOf(take(resetToken(id!)))).toEqual(expected);
});

test('taking up an invitation to an address that signs in here already, and to one that does not', async () => {
  const { practiceId, staffMemberId, email } = await someone();
  const invited = async (to: string) => {
    const token = `open-${to}`.slice(0, 43).padEnd(43, 'x');
    const { rows } = await database.owner.query<{ id: string }>(
      `insert into staff_members (practice_id, name, email) values ($1, 'Nora Example', $2) returning id`,
      [practiceId, `nora-${to}`],
    );
    await database.owner.query(
      `insert into invitations (practice_id, kind, staff_member_id, email, token_hash, created_by, expires_at)
       values ($1, 'staff', $2, $3, $4, $5, auth.now() + interval '1 day')`,
      [practiceId, rows[0]!.id, to, hashOfInvitationToken(token), staffMemberId],
    );
    return token;
  };
  const other = 'another lamp, another tea';
  const take = (token: string) => async () => {
    const taken = await redeemInvitation(
      { token, password: other, passwordAgain: other, code: '' },
      { address: address() },
    );
    expect(taken.login).toBeTruthy();
    work.push('taken');
  };
  const known = await workOf(take(await invited(email)));
  expect(known).toContain('taken');
  expect(known.filter((one) => one === 'argon2')).toHaveLength(2);
  expect(known).toEqual(await workOf(take(await invited('nobody-yet@example.test'))));
});

test('joining with an account of somebody and of nobody, by a link that is open and by none', async () => {
  const { email } = await someone();
  const join = (login: string) => () =>
    joinInvitation(
      { token: 'A'.repeat(43), login, password: 'not the password at all', code: 'AAAAAA', stepCode: '', word: '' },
      { address: address() },
    );
  const expected = await workOf(join(email));
  expect(expected.filter((one) => one === 'verify')).toHaveLength(1);
  expect(await workOf(join('nobody@example.test'))).toEqual(expected);
});

test('a link of an invitation that was used, revoked, has run out or was never made', async () => {
  const { practiceId, staffMemberId } = await someone();
  const made = async (state: string) => {
    const token = `${state}-${process.pid}`.padEnd(43, 'x');
    await database.owner.query(
      `insert into invitations (practice_id, kind, staff_member_id, email, token_hash, created_by, expires_at, ${state === 'late' ? 'resend_number' : state})
       values ($1, 'staff', $2, 'invited@example.test', $3, $2, auth.now() + $4::interval, ${state === 'late' ? 0 : 'auth.now()'})`,
      [practiceId, staffMemberId, hashOfInvitationToken(token), state === 'late' ? '-1 second' : '1 day'],
    );
    return token;
  };
  const take = (token: string) => () =>
    redeemInvitation({ token, password: PASSWORD, passwordAgain: PASSWORD, code: 'AAAAAA' } as never, {
      address: address(),
    });
  const expected = await workOf(take('A'.repeat(43)));
  expect(expected.filter((one) => one === 'verify')).toHaveLength(1);
  expect(expected.length).toBeGreaterThan(4);
  for (const state of ['redeemed_at', 'revoked_at', 'late'])
    expect(await workOf(take(await made(state))), state).toEqual(expected);
});
