import { describe, expect, test } from 'vitest';
import { asActor, NotSignedIn } from '@/db/access/as-actor';
import { asSystem } from '@/db/access/as-system';
import { can } from '@/db/access/can';
import { addTotp, readMyFactors } from '@/db/queries/accounts/factors';
import { beginSignIn } from '@/db/queries/accounts/sign-ins';
import { renewCodes, turnOffTotp, turnOnTotp } from '@/lib/accounts/factors/change-factors';
import { readSecondStep } from '@/lib/accounts/factors/read-second-step';
import { hashesOfCodes, recoveryCodes } from '@/lib/accounts/factors/recovery-codes';
import { hashPassword } from '@/lib/accounts/password-hash';
import { askReset } from '@/lib/accounts/resets/ask-reset';
import { redeemReset } from '@/lib/accounts/resets/redeem-reset';
import { resetToken } from '@/lib/accounts/resets/reset-token';
import { finishSignIn, signIn } from '@/lib/accounts/sign-in';
import { openAccountSecret, sealAccountSecret } from '@/lib/sealed/account-secret';
import { authenticator } from '../../support/acts/authenticator';
import { useDatabase } from '../../support/database';
import { makeCouple, makePractice, makeSignIn, makeStaff } from '../../support/people';

const database = useDatabase();
const PASSWORD = 'nine copper lamps and tea';
let next = 0;
const address = () => `203.0.113.${(next += 1)}-factor-${process.pid}`;
const from = () => ({ address: address(), device: 'Firefox/150.0 (Windows)' });
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { fields?: object; message: string }) => Object.values(error.fields ?? {})[0] ?? error.message,
  );

async function someone() {
  const practice = await makePractice(database.owner);
  const staff = await makeStaff(database.owner, practice, ['practiceAdmin', 'therapist']);
  await setPassword(staff.accountId);
  return { practice, ...staff };
}

const setPassword = async (accountId: string) =>
  database.owner.query('update accounts set password_hash = $1 where id = $2', [
    await hashPassword(PASSWORD),
    accountId,
  ]);

/** Turned on as on the page: what was offered is scanned, and its code written. */
async function withFactor<T extends { token: string }>(person: T) {
  const { offer } = await asActor(person.token, readSecondStep);
  const app = authenticator(offer!.key);
  await asActor(person.token, (tx) => turnOnTotp(tx, { password: PASSWORD, code: app.next() }));
  const codes = (await asActor(person.token, readSecondStep)).codes!;
  return { ...person, app, codes };
}

const enter = (login: string, password = PASSWORD) => signIn({ login, password, ...from() });
async function halfOf(login: string): Promise<string> {
  const answer = await enter(login);
  if (answer.state !== 'half') throw new Error(answer.state);
  return answer.token;
}
const finish = (half: string, code: string, place = from()) => finishSignIn({ half, code, ...place });

describe('a second factor', () => {
  test('is asked for after the password, and each of its codes is good once', async () => {
    const { email, app, staffMemberId } = await withFactor(await someone());
    const code = app.next();
    const answer = await finish(await halfOf(email), code);
    if (answer.state !== 'signedIn') throw new Error(answer.state);
    expect(await asActor(answer.token, async ({ actor }) => actor.staffMemberId)).toBe(staffMemberId);
    expect(await finish(await halfOf(email), code)).toEqual({ state: 'wrong' });
  });

  test.each(['the app', 'paper'])('exactly 1 of 10 at once gets in by one code of %s', async (kind) => {
    const { email, app, codes } = await withFactor(await someone());
    const code = kind === 'paper' ? codes[3]! : app.next();
    // Ten codes of one account may be tried in a quarter of an hour, so ten at once.
    const halves = await Promise.all(Array.from({ length: 10 }, () => halfOf(email)));
    const answers = await Promise.all(halves.map((half) => finish(half, code)));
    expect(answers.filter(({ state }) => state === 'signedIn')).toHaveLength(1);
    expect(answers.filter(({ state }) => state === 'wrong')).toHaveLength(9);
  });

  test('a right password is good for one code, used or not, for ten minutes, and ends with the password', async () => {
    const { email, app, accountId } = await withFactor(await someone());
    const code = app.next();
    const half = await halfOf(email);
    expect(await finish(half, '000000')).toEqual({ state: 'wrong' });
    expect(await finish(half, code)).toEqual({ state: 'wrong' });
    const late = await halfOf(email);
    await database.owner.query(`update half_sign_ins set expires_at = auth.now() where account_id = $1`, [accountId]);
    expect(await finish(late, code)).toEqual({ state: 'wrong' });
    const before = await halfOf(email);
    await database.owner.query(`update accounts set password_changed_at = auth.now() where id = $1`, [accountId]);
    expect(await finish(before, code)).toEqual({ state: 'wrong' });
    expect(await finish('x'.repeat(43), code)).toEqual({ state: 'wrong' });
    // The code itself was good all along.
    expect((await finish(await halfOf(email), code)).state).toBe('signedIn');
  });

  test('Postgres begins no sign-in by password alone, whatever the door says', async () => {
    const { accountId } = await withFactor(await someone());
    const begun = { accountId, tokenHash: Buffer.from(`a${next}`.padEnd(32)), device: '', hours: 12 };
    expect(await asSystem('signIn', (tx) => beginSignIn(tx, begun))).toBeNull();
    const { rows } = await database.owner.query(
      `insert into half_sign_ins (account_id, token_hash, expires_at, used_at)
       values ($1, $2, auth.now() + interval '1 minute', auth.now() - interval '1 minute') returning id`,
      [accountId, Buffer.from(`b${next}`)],
    );
    expect(await asSystem('signIn', (tx) => beginSignIn(tx, { ...begun, halfId: rows[0].id }))).toBeNull();
  });

  test('exactly 5 tries of password and code together pass from one place, and 10 codes from anywhere', async () => {
    const { email } = await withFactor(await someone());
    const place = from();
    const states = [];
    for (let n = 0; n < 6; n += 1) {
      const answer = await signIn({ login: email, password: PASSWORD, ...place });
      states.push(answer.state === 'half' ? (await finish(answer.token, '000000', place)).state : answer.state);
    }
    expect(states).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'wait']);
    const other = await withFactor(await someone());
    const halves = await Promise.all(Array.from({ length: 30 }, () => halfOf(other.email)));
    const answers = await Promise.all(halves.map((half) => finish(half, '000000')));
    expect(answers.filter(({ state }) => state === 'wrong')).toHaveLength(10);
    expect(answers.filter(({ state }) => state === 'wait')).toHaveLength(20);
  }, 90_000);

  test('ends every other sign-in when it is turned on and when it is taken away', async () => {
    const person = await someone();
    const elsewhere = () =>
      makeSignIn(database.owner, person.accountId, person.practice, { staffMemberId: person.staffMemberId });
    const before = await elsewhere();
    const { app } = await withFactor(person);
    await expect(asActor(before, async () => 'in')).rejects.toBeInstanceOf(NotSignedIn);
    const later = await elsewhere();
    await asActor(person.token, (tx) => turnOffTotp(tx, { password: PASSWORD, presentCode: app.next() }));
    await expect(asActor(later, async () => 'in')).rejects.toBeInstanceOf(NotSignedIn);
    expect((await enter(person.email)).state).toBe('signedIn');
  });

  test('is taken away, and its codes renewed, by password and code together and by neither alone', async () => {
    const { token, app, codes, email } = await withFactor(await someone());
    const off = (typed: { password: string; presentCode: string }) =>
      refusal(asActor(token, (tx) => turnOffTotp(tx, typed)));
    expect(await off({ password: 'not the password at all', presentCode: app.next() })).toMatch(/not your password/);
    expect(await off({ password: PASSWORD, presentCode: '000000' })).toMatch(/does not fit/);
    expect(await off({ password: PASSWORD, presentCode: 'AAAA-AAAA-AAAA' })).toMatch(/does not fit/);
    await asActor(token, (tx) => renewCodes(tx, { password: PASSWORD, presentCode: codes[0]! }));
    const anew = (await asActor(token, readSecondStep)).codes!;
    expect(anew.filter((code) => codes.includes(code))).toEqual([]);
    expect(await finish(await halfOf(email), codes[1]!)).toEqual({ state: 'wrong' });
    expect((await finish(await halfOf(email), anew[1]!.toLowerCase().replaceAll('-', ' '))).state).toBe('signedIn');
    expect((await asActor(token, readMyFactors)).codesLeft).toBe(9);
  });

  test('a secret that was offered is offered no more once there was a factor', async () => {
    const person = await someone();
    const { offer } = await asActor(person.token, readSecondStep);
    expect((await asActor(person.token, readSecondStep)).offer!.key).toBe(offer!.key);
    const { app } = await withFactor(person);
    await asActor(person.token, (tx) => turnOffTotp(tx, { password: PASSWORD, presentCode: app.next() }));
    expect((await asActor(person.token, readSecondStep)).offer!.key).not.toBe(offer!.key);
    const late = { id: crypto.randomUUID(), serial: 0, sealed: Buffer.alloc(40), step: 1, codes: [] };
    expect(await asActor(person.token, (tx) => addTotp(tx, late))).toBe(false);
  });

  test('survives a new password by mail, which takes its code too', async () => {
    const { email, app, codes } = await withFactor(await someone());
    const token = resetToken((await askReset({ email }, { address: address() }))!);
    const password = 'eleven quiet boats go by';
    const redeem = (code: string) =>
      refusal(redeemReset({ token, password, passwordAgain: password, code }, { address: address() }));
    expect(await redeem('')).toMatch(/^This did not work/);
    expect(await redeem('000000')).toMatch(/^This did not work/);
    expect(await redeem(app.next())).toBe('done');
    const answer = await enter(email, password);
    if (answer.state !== 'half') throw new Error(answer.state);
    expect((await finish(answer.token, codes[0]!)).state).toBe('signedIn');
  });

  test('five wrong codes close the link of a new password', async () => {
    const { email, app } = await withFactor(await someone());
    const token = resetToken((await askReset({ email }, { address: address() }))!);
    const password = 'eleven quiet boats go by';
    const redeem = (code: string) =>
      refusal(redeemReset({ token, password, passwordAgain: password, code }, { address: address() }));
    for (let n = 0; n < 5; n += 1) await redeem('000000');
    expect(await redeem(app.next())).toMatch(/^This did not work/);
  });

  test('stands in the database neither clear nor as anything to guess from', async () => {
    const person = await someone();
    const { offer } = await asActor(person.token, readSecondStep);
    const { codes, accountId } = await withFactor(person);
    const { rows } = await database.owner.query(
      `select t.*, a.*, (select jsonb_agg(encode(c.code_hash, 'hex')) from recovery_codes c where c.account_id = a.id) as codes,
              (select jsonb_agg(k.answer) from idempotency_keys k where k.account_id = a.id) as answers
         from totp_factors t join accounts a on a.id = t.account_id where a.id = $1`,
      [accountId],
    );
    const held = JSON.stringify(rows);
    expect(held).not.toContain(offer!.key.replaceAll(' ', ''));
    for (const code of codes) expect(held).not.toContain(code);
    expect(codes).toEqual(recoveryCodes(accountId, 1));
    expect(new Set(codes).size).toBe(10);
    expect(hashesOfCodes(accountId, 1)[0]).not.toEqual(hashesOfCodes(accountId, 2)[0]);
  });
});

describe('a practice that wants a second factor', () => {
  test('gives staff without one no role and no row, until it is there', async () => {
    const { practice, token } = await someone();
    const { coupleId } = await makeCouple(database.owner, practice, await makeStaff(database.owner, practice));
    const seen = () =>
      asActor(token, async ({ db, actor }) => ({
        roles: actor.roles.length,
        needsFactor: actor.needsFactor,
        staff: (await db.execute('select from staff_members')).rowCount,
        couples: (await db.execute(`select from couples where id = '${coupleId}'`)).rowCount,
        may: can(actor, 'practices', 'change'),
      }));
    expect(await seen()).toEqual({ roles: 2, needsFactor: false, staff: 2, couples: 1, may: true });
    await database.owner.query('update practices set requires_factor = true where id = $1', [practice.practiceId]);
    expect(await seen()).toEqual({ roles: 0, needsFactor: true, staff: 0, couples: 0, may: false });
    await withFactor({ token });
    expect(await seen()).toEqual({ roles: 2, needsFactor: false, staff: 2, couples: 1, may: true });
  });

  test('asks its partners for none; they may turn one on', async () => {
    const { practice, ...therapist } = await someone();
    await database.owner.query('update practices set requires_factor = true where id = $1', [practice.practiceId]);
    const { first } = await makeCouple(database.owner, practice, therapist);
    await setPassword(first.accountId);
    expect((await enter(first.email)).state).toBe('signedIn');
    const { app } = await withFactor(first);
    expect((await finish(await halfOf(first.email), app.next())).state).toBe('signedIn');
  });
});

describe('the key of an account', () => {
  const keys = [
    { id: 'm2', key: Buffer.alloc(32, 2) },
    { id: 'm1', key: Buffer.alloc(32, 1) },
  ];
  const ref = { table: 'totp_factors', column: 'secret', rowId: 'r', accountId: 'a' };
  const secret = Buffer.from('twenty random bytes!');

  test('opens what it sealed, also after another master key came first, and nothing that was moved or bent', () => {
    const sealed = sealAccountSecret(keys.slice(1), ref, secret);
    expect(openAccountSecret(keys, ref, sealed)).toEqual(secret);
    expect(sealed.includes(secret)).toBe(false);
    expect(() => openAccountSecret(keys.slice(0, 1), ref, sealed)).toThrow(/no key/);
    for (const change of [{ rowId: 'x' }, { accountId: 'x' }, { table: 'x' }, { column: 'x' }])
      expect(() => openAccountSecret(keys, { ...ref, ...change }, sealed)).toThrow(/^Sealed text/);
    for (let at = 0; at < sealed.length * 8; at += 1) {
      const bent = Buffer.from(sealed);
      bent[at >> 3]! ^= 1 << (at & 7);
      expect(() => openAccountSecret(keys, ref, bent)).toThrow(/^Sealed text/);
    }
  });
});
