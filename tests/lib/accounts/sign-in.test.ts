import { describe, expect, test } from 'vitest';
import { asActor, NotSignedIn } from '@/db/access/as-actor';
import { endSignIn } from '@/lib/accounts/end-sign-in';
import { leave } from '@/lib/accounts/leave';
import { hashPassword } from '@/lib/accounts/password-hash';
import { signIn } from '@/lib/accounts/sign-in';
import { tryLink, trySignIn } from '@/lib/rate-limits';
import { useDatabase } from '../../support/database';
import { makeCouple, makePractice, makeStaff } from '../../support/people';

const database = useDatabase();
const PASSWORD = 'nine copper lamps and tea';
let next = 0;
const address = () => `192.0.2.${(next += 1)}-${process.pid}`;

async function someone() {
  const practice = await makePractice(database.owner);
  const staff = await makeStaff(database.owner, practice, ['practiceAdmin']);
  await database.owner.query('update accounts set password_hash = $1 where id = $2', [
    await hashPassword(PASSWORD),
    staff.accountId,
  ]);
  return { practice, ...staff };
}

const attempt = (email: string, over = {}) =>
  signIn({
    login: email,
    password: PASSWORD,
    address: address(),
    device: 'Mozilla/5.0 (Android 16) Firefox/150.0',
    ...over,
  });

describe('signing in', () => {
  test('gives a token that Postgres knows as this person, and keeps only its hash', async () => {
    const { email, staffMemberId } = await someone();
    const answer = await attempt(` ${email.toUpperCase()} `);
    if (answer.state !== 'signedIn') throw new Error(answer.state);
    expect(answer.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await asActor(answer.token, async ({ actor }) => actor.staffMemberId)).toBe(staffMemberId);
    const { rows } = await database.owner.query(
      `select s.*, s.expires_at - s.created_at = interval '12 hours' as is_twelve from sign_ins s where staff_member_id = $1 and device <> 'A browser'`,
      [staffMemberId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ device: 'Firefox on Android', is_twelve: true });
    expect(JSON.stringify(rows)).not.toContain(answer.token);
  });

  test('answers an unknown address, a wrong password and a deactivated person alike', async () => {
    const { email, staffMemberId } = await someone();
    expect(await attempt(email, { password: 'not the password at all' })).toEqual({ state: 'wrong' });
    expect(await attempt('nobody@example.test')).toEqual({ state: 'wrong' });
    expect(await attempt('not an address')).toEqual({ state: 'wrong' });
    expect(await attempt(email, { password: 'x'.repeat(100_000) })).toEqual({ state: 'wrong' });
    await database.owner.query(`update staff_members set status = 'deactivated' where id = $1`, [staffMemberId]);
    expect(await attempt(email)).toEqual({ state: 'wrong' });
  });

  test('ended, or its membership deactivated, is refused at the next request', async () => {
    const { email, staffMemberId } = await someone();
    const tokens = [];
    for (let n = 0; n < 2; n += 1) {
      const answer = await attempt(email);
      if (answer.state === 'signedIn') tokens.push(answer.token);
    }
    const [one = '', other = ''] = tokens;
    await endSignIn(one);
    await expect(asActor(one, async () => 'in')).rejects.toBeInstanceOf(NotSignedIn);
    expect(await asActor(other, async () => 'in')).toBe('in');
    await database.owner.query(`update staff_members set status = 'deactivated' where id = $1`, [staffMemberId]);
    await expect(asActor(other, async () => 'in')).rejects.toBeInstanceOf(NotSignedIn);
    // Ended, not only hidden: reactivating brings no old device back.
    await database.owner.query(`update staff_members set status = 'active' where id = $1`, [staffMemberId]);
    await expect(asActor(other, async () => 'in')).rejects.toBeInstanceOf(NotSignedIn);
  });

  test('Close ends the sign-in and leads to the practice’s own page, also when it had lapsed', async () => {
    const practice = await makePractice(database.owner);
    const therapist = await makeStaff(database.owner, practice);
    const { first } = await makeCouple(database.owner, practice, therapist);
    expect(await leave(first.token)).toBe('https://weather.example');
    await expect(asActor(first.token, async () => 'in')).rejects.toBeInstanceOf(NotSignedIn);
    expect(await leave(first.token)).toBe('https://weather.example');
    expect(await leave(null)).toMatch(/^https:/);
    expect(await leave('x'.repeat(43))).toMatch(/^https:/);
  });
});

describe('rate limits', () => {
  test('exactly 5 of 200 tries at once pass for one account and address', async () => {
    const from = address();
    // 200 tries of one address would meet the limit of the address too, so the account's own limit is asked here alone.
    const answers = await Promise.all(Array.from({ length: 50 }, () => trySignIn('ada@example.test', from)));
    expect(answers.filter((one) => one.isAllowed)).toHaveLength(5);
    const more = await Promise.all(Array.from({ length: 150 }, () => trySignIn('ada@example.test', from)));
    expect(more.filter((one) => one.isAllowed)).toHaveLength(0);
    expect(more[0]?.tryAgainInMinutes).toBeGreaterThan(0);
    expect(more[0]?.tryAgainInMinutes).toBeLessThanOrEqual(15);
  });

  test('50 from one address, over any number of accounts', async () => {
    const from = address();
    const answers = await Promise.all(
      Array.from({ length: 80 }, (_, n) => trySignIn(`p${n}-${from}@example.test`, from)),
    );
    expect(answers.filter((one) => one.isAllowed)).toHaveLength(50);
    const links = await Promise.all(Array.from({ length: 80 }, () => tryLink(from)));
    expect(links.filter((one) => one.isAllowed)).toHaveLength(50);
  });

  test('never lock a person out: others’ tries from elsewhere only make it slower', async () => {
    const { email } = await someone();
    await Promise.all(Array.from({ length: 40 }, () => trySignIn(email, address())));
    const own = await trySignIn(email, address());
    expect(own.isAllowed).toBe(true);
    expect(own.waitMs).toBeGreaterThanOrEqual(2_000);
    expect(own.waitMs).toBeLessThanOrEqual(3_000);
    expect((await attempt(email)).state).toBe('signedIn');
  }, 60_000);

  test('count alike for known and unknown accounts, and forget one’s own slips after a right password', async () => {
    const { email } = await someone();
    const [from, elsewhere] = [address(), address()];
    for (let n = 0; n < 4; n += 1) await attempt(email, { password: 'wrong password here', address: from });
    expect((await attempt(email, { address: from })).state).toBe('signedIn');
    expect((await attempt(email, { address: from, password: 'wrong password here' })).state).toBe('wrong');
    const unknown = [];
    for (let n = 0; n < 6; n += 1) unknown.push((await attempt('nobody@example.test', { address: elsewhere })).state);
    expect(unknown).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'wait']);
  }, 60_000);

  test('name nobody in their table', async () => {
    await trySignIn('canary@example.test', '198.51.100.7');
    const { rows } = await database.owner.query('select key from rate_limits');
    expect(JSON.stringify(rows)).not.toMatch(/canary|198\.51/);
  });
});
