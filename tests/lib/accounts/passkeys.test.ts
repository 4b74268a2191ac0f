import { describe, expect, test } from 'vitest';
import { asActor, NotSignedIn } from '@/db/access/as-actor';
import { readMyFactors } from '@/db/queries/accounts/factors';
import { askAgain, askOfHalf, askToAdd } from '@/lib/accounts/factors/ask-passkey';
import { addPasskey, LAST_STAYS, removePasskey, turnOffTotp, turnOnTotp } from '@/lib/accounts/factors/change-factors';
import { readSecondStep } from '@/lib/accounts/factors/read-second-step';
import { giveAgain, stepUp } from '@/lib/accounts/factors/step-up';
import { NotFound } from '@/lib/errors';
import { hashPassword } from '@/lib/accounts/password-hash';
import { finishSignIn, signIn } from '@/lib/accounts/sign-in';
import { authenticator } from '../../support/acts/authenticator';
import { type Bent, passkeyDevice } from '../../support/acts/passkey-device';
import { useDatabase } from '../../support/database';
import { makeCouple, makePractice, makeSignIn, makeStaff } from '../../support/people';

const database = useDatabase();
const PASSWORD = 'nine copper lamps and tea';
let next = 0;
const from = () => ({ address: `203.0.113.${(next += 1)}-passkey-${process.pid}`, device: 'Firefox/150.0 (Windows)' });
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { fields?: object; message: string }) => Object.values(error.fields ?? {})[0] ?? error.message,
  );

const setPassword = async (accountId: string) =>
  database.owner.query('update accounts set password_hash = $1 where id = $2', [
    await hashPassword(PASSWORD),
    accountId,
  ]);

async function someone({ isWanted = false } = {}) {
  const practice = await makePractice(database.owner);
  const staff = await makeStaff(database.owner, practice, ['practiceAdmin', 'therapist']);
  await setPassword(staff.accountId);
  if (isWanted)
    await database.owner.query('update practices set requires_factor = true where id = $1', [practice.practiceId]);
  return { practice, ...staff };
}

type Given = { presentCode?: string; passkey?: string; password?: string };
/** Made as on the page: asked for with the password, made by the device, sent. */
async function add(token: string, given: Given = {}, name = 'Example phone') {
  const device = passkeyDevice();
  const options = await asActor(token, (tx) => askToAdd(tx, { password: PASSWORD, ...given }));
  const { after } = await asActor(token, (tx) => addPasskey(tx, { name, newPasskey: device.make(options) }));
  return { device, after };
}

async function withPasskey<T extends { token: string }>(person: T) {
  const { device } = await add(person.token);
  return { ...person, device };
}

const passkeysOf = async (token: string) => (await asActor(token, readMyFactors)).passkeys;
async function halfOf(login: string): Promise<string> {
  const answer = await signIn({ login, password: PASSWORD, ...from() });
  if (answer.state !== 'half') throw new Error(answer.state);
  return answer.token;
}
const finish = (half: string, passkey: string) => finishSignIn({ half, code: '', passkey, ...from() });
const again = (token: string, passkey: string) =>
  refusal(asActor(token, (tx) => giveAgain(tx, { passkey }, 'Not done.')));
/** Asked of one's device in this sign-in, and answered. */
async function answered(token: string, device: ReturnType<typeof passkeyDevice>, bent: Bent = {}) {
  return device.sign(await asActor(token, askAgain), bent);
}
const REFUSED = /^This passkey did not do/;

describe('a passkey', () => {
  test('is asked for after the password, brings ten recovery codes and signs out every other device', async () => {
    const person = await someone();
    const elsewhere = await makeSignIn(database.owner, person.accountId, person.practice, {
      staffMemberId: person.staffMemberId,
    });
    const { device, email, token } = await withPasskey(person);
    await expect(asActor(elsewhere, async () => 'in')).rejects.toBeInstanceOf(NotSignedIn);
    expect((await asActor(token, readSecondStep)).codes).toHaveLength(10);
    const half = await halfOf(email);
    const answer = await finish(half, device.sign((await askOfHalf(half))!));
    if (answer.state !== 'signedIn') throw new Error(answer.state);
    expect(await asActor(answer.token, async ({ actor }) => actor.staffMemberId)).toBe(person.staffMemberId);
    expect(await passkeysOf(token)).toMatchObject([{ name: 'Example phone', counter: 2, credentialId: device.id }]);
  });

  test('gets nobody in by an answer that was given before, to another half, by another device or for another purpose', async () => {
    const { email, token, device } = await withPasskey(await someone());
    const first = await halfOf(email);
    const sent = device.sign((await askOfHalf(first))!);
    expect((await finish(first, sent)).state).toBe('signedIn');
    const half = await halfOf(email);
    expect(await finish(half, sent)).toEqual({ state: 'wrong' });
    const [asked, other] = [await halfOf(email), await halfOf(email)];
    expect(await finish(other, device.sign((await askOfHalf(asked))!))).toEqual({ state: 'wrong' });
    const strangers = await halfOf(email);
    const { device: strange } = await withPasskey(await someone());
    expect(await finish(strangers, strange.sign((await askOfHalf(strangers))!))).toEqual({ state: 'wrong' });
    const purpose = await halfOf(email);
    expect(await finish(purpose, await answered(token, device))).toEqual({ state: 'wrong' });
    // And the half is used up by each, whatever was wrong.
    expect(await askOfHalf(half)).toBeNull();
  });

  test.each<[string, Bent]>([
    ['another origin', { origin: 'https://hearth.example' }],
    ['another name', { rpId: 'hearth.example' }],
    ['another challenge', { challenge: 'A'.repeat(43) }],
    ['a device that did not verify its owner', { isVerified: false }],
    ['a count that did not go on', { counter: 1 }],
    ['a count that went back', { counter: 0 }],
    ['making one instead of using it', { type: 'webauthn.create' }],
  ])('is refused with %s, at the door and where it is asked again', async (_what, bent) => {
    const { email, token, device } = await withPasskey(await someone());
    expect(await again(token, await answered(token, device, bent))).toMatch(REFUSED);
    const half = await halfOf(email);
    expect(await finish(half, device.sign((await askOfHalf(half))!, bent))).toEqual({ state: 'wrong' });
    expect(await again(token, await answered(token, device, { counter: 9 }))).toBe('done');
  });

  test('is asked for five minutes, ten times for one password, and by nobody once the half is over', async () => {
    const { email, token, device, accountId } = await withPasskey(await someone());
    const late = await answered(token, device);
    const half = await halfOf(email);
    const lateHalf = device.sign((await askOfHalf(half))!);
    await database.owner.query(`update passkey_challenges set expires_at = auth.now() where account_id = $1`, [
      accountId,
    ]);
    expect(await again(token, late)).toMatch(REFUSED);
    expect(await finish(half, lateHalf)).toEqual({ state: 'wrong' });
    const patient = await halfOf(email);
    for (let n = 0; n < 10; n += 1) expect(await askOfHalf(patient)).not.toBeNull();
    expect(await askOfHalf(patient)).toBeNull();
    expect(await askOfHalf('x'.repeat(43))).toBeNull();
  });

  test('exactly 1 of 8 at once gets in by one answer', async () => {
    const { email, device } = await withPasskey(await someone());
    const half = await halfOf(email);
    const sent = device.sign((await askOfHalf(half))!);
    const answers = await Promise.all(Array.from({ length: 8 }, () => finish(half, sent)));
    expect(answers.filter(({ state }) => state === 'signedIn')).toHaveLength(1);
  });
});

describe('asking again', () => {
  test('takes a passkey in the place of password and code, for ten minutes, each answer once and in its own sign-in', async () => {
    const person = await withPasskey(await someone());
    const { token, device, accountId, practice, staffMemberId } = person;
    const sent = await answered(token, device);
    const elsewhere = await makeSignIn(database.owner, accountId, practice, { staffMemberId });
    expect(await again(elsewhere, sent)).toMatch(REFUSED);
    expect(await again(token, sent)).toBe('done');
    expect(await again(token, sent)).toMatch(REFUSED);
    expect(await refusal(asActor(token, (tx) => stepUp(tx, {}, 'Not done.')))).toBe('done');
    expect(await refusal(asActor(token, (tx) => giveAgain(tx, {}, 'Not done.')))).toMatch(/^Write your password, or/);
  });

  test('an answer is used up by an act that failed after it', async () => {
    const { token, device } = await withPasskey(await someone());
    const sent = await answered(token, device);
    const fails = asActor(token, async (tx) => {
      await giveAgain(tx, { passkey: sent }, 'Not done.');
      throw new Error('later');
    });
    await expect(fails).rejects.toThrow('later');
    expect(await again(token, sent)).toMatch(REFUSED);
  });

  test.each(['', '{}', 'null', '[1]', '{"id":"x","rawId":"x","type":"public-key"}', 'x'.repeat(8_000)])(
    'refuses %j in the place of an answer',
    async (sent) => {
      const { token } = await withPasskey(await someone());
      expect(await again(token, sent)).not.toBe('done');
    },
  );
});

describe('to add and to take away', () => {
  test('takes the password and, once there is one, a passkey or a code too', async () => {
    const { token } = await someone();
    const ask = (given: Given) => refusal(asActor(token, (tx) => askToAdd(tx, { password: PASSWORD, ...given })));
    expect(await ask({ password: 'not the password at all' })).toMatch(/not your password/);
    const { device } = await add(token);
    expect(await ask({})).toMatch(/^Write a code/);
    expect(await ask({ presentCode: '000000' })).toMatch(/does not fit/);
    const codes = (await asActor(token, readSecondStep)).codes!;
    await add(token, { passkey: await answered(token, device) }, 'Example key');
    await add(token, { presentCode: codes[0]! }, 'Example desk');
    expect((await passkeysOf(token)).map(({ name }) => name)).toEqual(['Example phone', 'Example key', 'Example desk']);
    expect((await asActor(token, readMyFactors)).codesLeft).toBe(9);
    const [first] = await passkeysOf(token);
    const off = (given: Given) =>
      refusal(asActor(token, (tx) => removePasskey(tx, { passkeyId: first!.id, password: PASSWORD, ...given })));
    expect(await off({})).toMatch(/^Write a code/);
    expect(await off({ presentCode: codes[1]! })).toBe('done');
    expect(await again(token, await answered(token, device))).toMatch(REFUSED);
  });

  test('nobody makes one without having been asked here, nor with another’s challenge, nor one that is somebody’s', async () => {
    const { token } = await someone();
    const other = await someone();
    const device = passkeyDevice();
    const make = (by: string, newPasskey: string) =>
      refusal(asActor(by, (tx) => addPasskey(tx, { name: 'Example phone', newPasskey })));
    const asked = () => asActor(token, (tx) => askToAdd(tx, { password: PASSWORD }));
    expect(await make(token, device.make({ challenge: 'A'.repeat(43) }))).toMatch(/could not be used/);
    expect(await make(other.token, device.make(await asked()))).toMatch(/could not be used/);
    expect(await make(token, device.make(await asActor(token, askAgain)))).toMatch(/could not be used/);
    for (const bent of [{ origin: 'http://localhost:3001' }, { rpId: 'x.example' }, { isVerified: false }])
      expect(await make(token, device.make(await asked(), bent))).toMatch(/could not be used/);
    const options = await asked();
    expect(await make(token, device.make(options))).toBe('done');
    expect(await make(token, device.make(options))).toMatch(/could not be used/);
    const theirs = await asActor(other.token, (tx) => askToAdd(tx, { password: PASSWORD }));
    expect(await make(other.token, device.make(theirs))).toMatch(/in use already/);
    expect(await passkeysOf(other.token)).toEqual([]);
  });

  test('another person’s is not there to be taken away', async () => {
    const mine = await withPasskey(await someone());
    const theirs = await withPasskey(await someone());
    const [passkey] = await passkeysOf(theirs.token);
    const given = { passkeyId: passkey!.id, password: PASSWORD, passkey: await answered(mine.token, mine.device) };
    await expect(asActor(mine.token, (tx) => removePasskey(tx, given))).rejects.toBeInstanceOf(NotFound);
    expect(await passkeysOf(theirs.token)).toHaveLength(1);
  });

  test('where the practice wants one, opens the clinic, and the last one stays', async () => {
    const person = await withPasskey(await someone({ isWanted: true }));
    const { token, device } = person;
    expect(await asActor(token, async ({ actor }) => [actor.needsFactor, actor.roles.length])).toEqual([false, 2]);
    const [passkey] = await passkeysOf(token);
    const off = async () => {
      const given = { passkeyId: passkey!.id, password: PASSWORD, passkey: await answered(token, device) };
      return refusal(asActor(token, (tx) => removePasskey(tx, given)));
    };
    expect(await off()).toBe(LAST_STAYS);
    expect(await passkeysOf(token)).toHaveLength(1);
    const { offer } = await asActor(token, readSecondStep);
    const app = authenticator(offer.key);
    const present = await answered(token, device);
    await asActor(token, (tx) => turnOnTotp(tx, { password: PASSWORD, code: app.next(), passkey: present }));
    expect(await off()).toBe('done');
    expect(
      await refusal(asActor(token, (tx) => turnOffTotp(tx, { password: PASSWORD, presentCode: app.next() }))),
    ).toBe(LAST_STAYS);
  });

  test('each change is a row in the log; the owner is mailed when staff, and a partner never', async () => {
    const { token, accountId, practice, ...therapist } = await someone();
    const { first } = await makeCouple(database.owner, practice, { ...therapist, accountId, token });
    await setPassword(first.accountId);
    const logged = async () =>
      (
        await database.owner.query(
          `select count(*)::int as n from audit_events where act = 'changed' and record_kind = 'account'`,
        )
      ).rows[0].n as number;
    const before = await logged();
    await add(token);
    await add(first.token);
    expect(await logged()).toBe(before + 2);
    const mails = (person: string) =>
      asActor(person, async ({ db }) => (await db.execute('select * from auth.my_factor_mail()')).rows);
    expect(await mails(token)).toMatchObject([{ email: therapist.email }]);
    expect(await mails(first.token)).toEqual([]);
  });
});
