import { describe, expect, test } from 'vitest';
import { asActor, NotSignedIn } from '@/db/access/as-actor';
import { hasFactorsOf, readMyFactors, removeFactorsOf } from '@/db/queries/accounts/factors';
import { hearNotices } from '@/db/queries/my-settings/my-devices';
import { turnOnTotp } from '@/lib/accounts/factors/change-factors';
import { readSecondStep } from '@/lib/accounts/factors/read-second-step';
import { hashPassword } from '@/lib/accounts/password-hash';
import { signIn } from '@/lib/accounts/sign-in';
import { stepUp } from '@/lib/accounts/factors/step-up';
import { removeFactors } from '@/lib/people/remove-factors';
import { authenticator } from '../../support/acts/authenticator';
import { useDatabase } from '../../support/database';
import { makePractice, makeSignIn, makeStaff, type PracticeInTest } from '../../support/people';

const database = useDatabase();
const PASSWORD = 'nine copper lamps and tea';
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { fields?: object; message: string }) => Object.values(error.fields ?? {})[0] ?? error.message,
  );

async function staffOf(practice: PracticeInTest, roles: Parameters<typeof makeStaff>[2] = ['practiceAdmin']) {
  const staff = await makeStaff(database.owner, practice, roles);
  await database.owner.query('update accounts set password_hash = $1 where id = $2', [
    await hashPassword(PASSWORD),
    staff.accountId,
  ]);
  return staff;
}

async function withFactor<T extends { token: string }>(person: T) {
  const { offer } = await asActor(person.token, readSecondStep);
  const app = authenticator(offer!.key);
  await asActor(person.token, (tx) => turnOnTotp(tx, { password: PASSWORD, code: app.next() }));
  return { ...person, app };
}

const again = (token: string, typed?: string) =>
  refusal(asActor(token, (tx) => stepUp(tx, { password: typed }, 'Not done.')));

describe('asking again', () => {
  test('takes the password or a code, for ten minutes, in this sign-in alone; signing in does not count', async () => {
    const practice = await makePractice(database.owner);
    const person = await withFactor(await staffOf(practice));
    const { token, app } = person;
    expect(await again(token)).toMatch(/^Write your password/);
    expect(await again(token, PASSWORD)).toBe('done');
    expect(await again(token)).toBe('done');
    const elsewhere = await makeSignIn(database.owner, person.accountId, practice, {
      staffMemberId: person.staffMemberId,
    });
    expect(await again(elsewhere)).toMatch(/^Write your password/);
    await database.owner.query(
      `update sign_ins set factor_given_at = auth.now() - interval '10 minutes' where account_id = $1`,
      [person.accountId],
    );
    expect(await again(token)).toMatch(/^Write your password/);
    expect(await again(token, app.next())).toBe('done');
    expect(await again(token)).toBe('done');
  });

  test('holds what is typed against what is right, also within the ten minutes', async () => {
    const { token } = await withFactor(await staffOf(await makePractice(database.owner)));
    expect(await again(token, PASSWORD)).toBe('done');
    expect(await again(token, 'not the password at all')).toMatch(/not your password/);
    expect(await again(token, '000000')).toMatch(/does not fit/);
  });

  test('exactly 5 wrong passwords and 10 wrong codes are looked at', async () => {
    const { token } = await withFactor(await staffOf(await makePractice(database.owner)));
    const tries = async (typed: string, times: number) => {
      const answers = [];
      for (let n = 0; n < times; n += 1) answers.push(await again(token, typed));
      return answers.filter((one) => !/too often/.test(String(one))).length;
    };
    expect(await tries('not the password at all', 7)).toBe(5);
    expect(await tries('000000', 12)).toBe(10);
  });
});

describe('someone who lost app and codes', () => {
  test('gets in again after another practice admin, asked again, takes the factor away; they are told', async () => {
    const practice = await makePractice(database.owner);
    const admin = await staffOf(practice);
    const person = await withFactor(await staffOf(practice, ['therapist']));
    const take = (password?: string) =>
      asActor(admin.token, (tx) => removeFactors(tx, { staffMemberId: person.staffMemberId, password }));
    expect(await refusal(take())).toMatch(/^Write your password/);
    expect(await refusal(take('not the password at all'))).toMatch(/not your password/);
    expect(await asActor(admin.token, (tx) => hasFactorsOf(tx, person.staffMemberId))).toBe(true);
    await take(PASSWORD);
    expect(await asActor(admin.token, (tx) => hasFactorsOf(tx, person.staffMemberId))).toBe(false);
    await expect(asActor(person.token, async () => 'in')).rejects.toBeInstanceOf(NotSignedIn);
    const answer = await signIn({ login: person.email, password: PASSWORD, address: person.email, device: '' });
    if (answer.state !== 'signedIn') throw new Error(answer.state);
    expect(await asActor(answer.token, hearNotices)).toMatchObject([{ kind: 'factorRemoved' }]);
    expect((await asActor(answer.token, readMyFactors)).codesLeft).toBe(0);
  });

  test('Postgres lets nobody else do it: not a therapist, not oneself, not another practice, not without being asked again', async () => {
    const practice = await makePractice(database.owner);
    const person = await withFactor(await staffOf(practice, ['practiceAdmin', 'therapist']));
    const others = [await staffOf(practice, ['therapist']), person, await staffOf(await makePractice(database.owner))];
    for (const { token } of others) expect(await again(token, PASSWORD)).toBe('done');
    for (const { token } of [...others, await staffOf(practice)]) {
      const answer = await refusal(asActor(token, (tx) => removeFactorsOf(tx, person.staffMemberId)));
      expect(answer).toMatch(/42501/);
    }
    expect(await refusal(asActor(person.token, readMyFactors))).toBe('done');
  });
});
