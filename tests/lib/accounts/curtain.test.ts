// The cover over the clinic, as Postgres holds it: a covered sign-in begins nothing but lifting, in whatever tab and by whatever way.
import { describe, expect, test } from 'vitest';
import { asActor, NotSignedIn, type Way } from '@/db/access/as-actor';
import { changeCurtain, liftCurtain } from '@/lib/accounts/curtain/lift';
import { hashPassword } from '@/lib/accounts/password-hash';
import { useDatabase } from '../../support/database';
import { makeCouple, makePractice, makeSignIn, makeStaff } from '../../support/people';

const database = useDatabase();
const PASSWORD = 'seven paper boats and rain';

async function therapistAtWork() {
  const practice = await makePractice(database.owner);
  const therapist = await makeStaff(database.owner, practice);
  const couple = await makeCouple(database.owner, practice, therapist);
  await database.owner.query('update accounts set password_hash = $1 where id = $2', [
    await hashPassword(PASSWORD),
    therapist.accountId,
  ]);
  return { practice, therapist, couple, token: therapist.token };
}

const ofToken = `token_hash = sha256(convert_to($1, 'UTF8'))`;
const quietFor = (token: string, time: string) =>
  database.owner.query(`update sign_ins set last_seen_at = auth.now() - $2::interval where ${ofToken}`, [token, time]);
const coveredFor = (token: string, time: string) =>
  database.owner.query(`update sign_ins set covered_at = auth.now() - $2::interval where ${ofToken}`, [token, time]);

/** What a way begins: the number of couples it sees, or why it does not begin. */
const begin = (token: string, way: Way = 'act') =>
  asActor(token, async ({ db }) => (await db.execute('select from couples')).rowCount, way).catch((error: unknown) =>
    error instanceof NotSignedIn ? error.state : Promise.reject(error),
  );
const cover = (token: string) => asActor(token, (tx) => changeCurtain(tx, { what: 'cover' }));

describe('a screen that nobody uses', () => {
  test('is covered after fifteen minutes, or what the practice has set, from 5 to 60', async () => {
    const { token, practice } = await therapistAtWork();
    await quietFor(token, '14 minutes 59 seconds');
    expect(await begin(token)).toBe(1);
    await quietFor(token, '15 minutes 1 second');
    expect(await begin(token)).toBe('covered');
    const set = (minutes: number) =>
      database.owner.query('update practices set clinic_idle_minutes = $2 where id = $1', [
        practice.practiceId,
        minutes,
      ]);
    await set(60);
    expect(await begin(token)).toBe(1);
    await quietFor(token, '6 minutes');
    await set(5);
    expect(await begin(token)).toBe('covered');
    await expect(set(4)).rejects.toThrow(/practices_idle/);
    await expect(set(61)).rejects.toThrow(/practices_idle/);
  });

  test('what a page sends by itself keeps nothing uncovered; what a person does, does', async () => {
    const { token } = await therapistAtWork();
    const seen = async () =>
      (
        await database.owner.query<{ ago: number }>(
          `select extract(epoch from auth.now() - last_seen_at)::int as ago from sign_ins where ${ofToken}`,
          [token],
        )
      ).rows[0]!.ago;
    await quietFor(token, '10 minutes');
    expect(await begin(token, 'byItself')).toBe(1);
    await asActor(token, (tx) => changeCurtain(tx, { what: 'look' }), 'byItself');
    expect(await seen()).toBeGreaterThanOrEqual(600);
    await asActor(token, (tx) => changeCurtain(tx, { what: 'here' }));
    expect(await seen()).toBeLessThan(5);
  });
});

describe('a covered sign-in', () => {
  test('begins nothing, in any tab; another device of the same person goes on', async () => {
    const { token, therapist, practice } = await therapistAtWork();
    const elsewhere = await makeSignIn(database.owner, therapist.accountId, practice, {
      staffMemberId: therapist.staffMemberId,
    });
    expect(await cover(token)).toEqual({ state: 'covered', who: therapist.staffMemberId });
    expect(await begin(token)).toBe('covered');
    expect(await begin(elsewhere)).toBe(1);
  });

  test('still takes for one minute what was typed on it, and tells whoever asks that it is covered', async () => {
    const { token } = await therapistAtWork();
    await cover(token);
    expect(await asActor(token, (tx) => changeCurtain(tx, { what: 'look' }), 'byItself')).toMatchObject({
      state: 'covered',
    });
    await coveredFor(token, '59 seconds');
    expect(await begin(token, 'byItself')).toBe(1);
    await coveredFor(token, '61 seconds');
    expect(await begin(token, 'byItself')).toBe('covered');
    await database.owner.query(`update sign_ins set covered_at = null where ${ofToken}`, [token]);
    await quietFor(token, '15 minutes 30 seconds');
    expect(await begin(token, 'byItself')).toBe(1);
    await quietFor(token, '16 minutes 1 second');
    expect(await begin(token, 'byItself')).toBe('covered');
  });

  test('begins lifting without a role: no row of the practice can be seen by it', async () => {
    const { token } = await therapistAtWork();
    await cover(token);
    expect(await begin(token, 'lift')).toBe(0);
    expect(await asActor(token, ({ actor }) => Promise.resolve(actor.roles), 'lift')).toEqual([]);
  });

  test('is lifted by its own password and by nothing else, with five tries in a quarter of an hour', async () => {
    const { token, therapist } = await therapistAtWork();
    await cover(token);
    await quietFor(token, '3 hours');
    expect(await liftCurtain(token, { password: 'nine copper lamps and tea' })).toEqual({
      state: 'refused',
      message: 'This is not your password. Please write it again.',
    });
    expect(await begin(token)).toBe('covered');
    expect(await liftCurtain(token, { password: PASSWORD })).toEqual({ state: 'open', who: therapist.staffMemberId });
    expect(await begin(token)).toBe(1);
    await cover(token);
    for (let tried = 0; tried < 5; tried += 1) await liftCurtain(token, { password: `wrong ${tried}` });
    expect(await liftCurtain(token, { password: PASSWORD })).toMatchObject({
      message: expect.stringMatching(/^That was tried too often/) as string,
    });
    expect(await begin(token)).toBe('covered');
  });

  test('ends after twelve hours all the same, and says whose it was', async () => {
    const { token, therapist } = await therapistAtWork();
    await cover(token);
    await database.owner.query(`update sign_ins set expires_at = auth.now() where ${ofToken}`, [token]);
    const refused = await asActor(token, async () => 'in').catch((error: unknown) => error);
    expect(refused).toMatchObject({ state: 'over', staffMemberId: therapist.staffMemberId });
    expect(await liftCurtain(token, { password: PASSWORD })).toEqual({ state: 'over' });
  });
});

test('a partner’s stay is not covered but idle, and can cover and lift nothing', async () => {
  const { couple } = await therapistAtWork();
  const { token } = couple.first;
  expect(await liftCurtain(token, { password: PASSWORD })).toEqual({ state: 'none' });
  await asActor(token, (tx) => changeCurtain(tx, { what: 'cover' }));
  expect(await begin(token)).toBe(0);
  await quietFor(token, '16 minutes');
  expect(await begin(token)).toBe('idle');
  await database.owner.query(`update sign_ins set expires_at = auth.now() where ${ofToken}`, [token]);
  expect(await begin(token)).toBe('none');
});
