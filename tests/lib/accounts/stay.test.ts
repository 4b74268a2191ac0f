// How long a sign-in lasts, and how long a code: by the clock of the database and of the server, never by what a device says.
import { createHmac } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { asActor, NotSignedIn } from '@/db/access/as-actor';
import { asSystem } from '@/db/access/as-system';
import { beginSignIn } from '@/db/queries/accounts/sign-ins';
import { stepOf } from '@/lib/accounts/factors/totp';
import { hashOfToken, makeSignInToken } from '@/lib/accounts/sign-in-token';
import { useDatabase } from '../../support/database';
import { makeCouple, makePractice, makeStaff } from '../../support/people';

const database = useDatabase();
afterEach(() => vi.useRealTimers());

/** Last seen so long ago. */
async function isIn(token: string, ago: string): Promise<boolean> {
  await database.owner.query(`update sign_ins set last_seen_at = auth.now() - $2::interval where token_hash = $1`, [
    hashOfToken(token),
    ago,
  ]);
  return asActor(token, async () => true).catch((error: unknown) => {
    if (error instanceof NotSignedIn) return false;
    throw error;
  });
}

test('a stay ends after 15 idle minutes in the portal, and in the clinic after as many as the practice says', async () => {
  const practice = await makePractice(database.owner);
  const staff = await makeStaff(database.owner, practice);
  const { first } = await makeCouple(database.owner, practice, staff);
  expect(await isIn(first.token, '14 minutes 50 seconds')).toBe(true);
  expect(await isIn(first.token, '15 minutes 1 second')).toBe(false);
  for (const minutes of [5, 60]) {
    await database.owner.query('update practices set clinic_idle_minutes = $1 where id = $2', [
      minutes,
      practice.practiceId,
    ]);
    expect(await isIn(staff.token, `${minutes - 1} minutes`)).toBe(true);
    expect(await isIn(staff.token, `${minutes} minutes 1 second`)).toBe(false);
  }
});

test('a sign-in lasts 12 hours at most, whatever the door asks for, and being used makes it no longer', async () => {
  const practice = await makePractice(database.owner);
  const { accountId } = await makeStaff(database.owner, practice);
  const token = makeSignInToken();
  const tokenHash = hashOfToken(token);
  await asSystem('signIn', (tx) => beginSignIn(tx, { accountId, tokenHash, device: '', hours: 1_000 }));
  const { rows } = await database.owner.query(
    `select extract(epoch from expires_at - created_at)::int / 3600 as hours from sign_ins where token_hash = $1`,
    [tokenHash],
  );
  expect(rows).toEqual([{ hours: 12 }]);
  const grow = `update sign_ins set created_at = auth.now() - interval '12 hours', expires_at = auth.now() + $2::interval, last_seen_at = auth.now() where token_hash = $1`;
  await database.owner.query(grow, [tokenHash, '1 minute']);
  expect(await asActor(token, async () => true)).toBe(true);
  await database.owner.query(grow, [tokenHash, '0']);
  await expect(asActor(token, async () => true)).rejects.toThrow(NotSignedIn);
});

test('a code of the app counts in its own 30 seconds and the 30 on either side, for a phone whose clock is off, and not beyond', () => {
  const secret = Buffer.from('12345678901234567890');
  const codeAt = (step: number) => {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(step));
    const mac = createHmac('sha1', secret).update(counter).digest();
    const number = mac.readUInt32BE(mac[19]! & 15) & 0x7fffffff;
    return String(number % 1_000_000).padStart(6, '0');
  };
  const step = 59_000_000;
  vi.useFakeTimers({ now: step * 30_000 + 15_000 });
  expect([-1, 0, 1].map((off) => stepOf(secret, codeAt(step + off)))).toEqual([step - 1, step, step + 1]);
  expect([-20, -3, -2, 2, 3, 20].map((off) => stepOf(secret, codeAt(step + off)))).toEqual(Array(6).fill(null));
});
