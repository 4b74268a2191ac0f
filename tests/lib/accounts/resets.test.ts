import { describe, expect, test, vi } from 'vitest';
import { asActor, NotSignedIn } from '@/db/access/as-actor';
import { asSystem } from '@/db/access/as-system';
import { findMailOfReset } from '@/db/queries/accounts/resets';
import { hasNotice, hearNotices, listMySignIns } from '@/db/queries/my-settings/my-devices';
import { changePassword } from '@/lib/accounts/own/change-password';
import { endDevices, endOneSignIn } from '@/lib/accounts/own/end-devices';
import { hashPassword } from '@/lib/accounts/password-hash';
import { askReset } from '@/lib/accounts/resets/ask-reset';
import { redeemReset } from '@/lib/accounts/resets/redeem-reset';
import { resetToken } from '@/lib/accounts/resets/reset-token';
import { changePasswordInput } from '@/lib/accounts/schema';
import { signIn } from '@/lib/accounts/sign-in';
import { mailer } from '@/lib/mail/mailer';
import { useDatabase } from '../../support/database';
import { makeCouple, makePractice, makeSignIn, makeStaff } from '../../support/people';

const database = useDatabase();
const BEFORE = 'nine copper lamps and tea';
const AFTER = 'eleven quiet boats go by';
let next = 0;
const address = () => `198.51.100.${(next += 1)}-reset-${process.pid}`;

async function someone() {
  const practice = await makePractice(database.owner);
  const staff = await makeStaff(database.owner, practice, ['therapist']);
  await database.owner.query('update accounts set password_hash = $1 where id = $2', [
    await hashPassword(BEFORE),
    staff.accountId,
  ]);
  return { practice, ...staff };
}

const ask = (email: string) => askReset({ email }, { address: address() });
const mailOf = (id: string) => asSystem('reset', (tx) => findMailOfReset(tx, id));
const redeem = (token: string, password = AFTER) =>
  redeemReset({ token, password, passwordAgain: password, code: '' }, { address: address() });
const enter = (login: string, password: string) => signIn({ login, password, address: address(), device: '' });
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Error) => error.message,
  );

describe('a new password by mail', () => {
  test('is taken up once by whoever has the link; every device is out, and the owner is told', async () => {
    const { email, token, accountId } = await someone();
    const id = (await ask(email))!;
    expect(await mailOf(id)).toEqual({ email, senderName: 'The Office', subject: 'A reminder for you' });
    await redeem(resetToken(id));
    await expect(asActor(token, async () => 'in')).rejects.toBeInstanceOf(NotSignedIn);
    expect((await enter(email, BEFORE)).state).toBe('wrong');
    const answer = await enter(email, AFTER);
    if (answer.state !== 'signedIn') throw new Error(answer.state);
    expect(await asActor(answer.token, hasNotice)).toBe(true);
    expect(await asActor(answer.token, hearNotices)).toMatchObject([{ kind: 'passwordReset' }]);
    expect(await asActor(answer.token, hasNotice)).toBe(false);
    const { rows } = await database.owner.query('select * from password_resets where account_id = $1', [accountId]);
    expect(JSON.stringify(rows)).not.toContain(resetToken(id));
  });

  test('exactly 1 of 50 at once takes it', async () => {
    const { email } = await someone();
    const token = resetToken((await ask(email))!);
    const answers = await Promise.all(Array.from({ length: 50 }, () => refusal(redeem(token))));
    expect(answers.filter((one) => one === 'done')).toHaveLength(1);
  }, 60_000);

  test('one link taken uses up the others to the same account', async () => {
    const { email } = await someone();
    const [one, other] = [(await ask(email))!, (await ask(email))!];
    await redeem(resetToken(one));
    expect(await refusal(redeem(resetToken(other)))).toMatch(/^This did not work/);
  });

  test('a used, outlived, invented link and one for nobody are answered alike', async () => {
    const { email } = await someone();
    const used = (await ask(email))!;
    await redeem(resetToken(used));
    const late = (await ask(email))!;
    const { rows } = await database.owner.query(
      `select expires_at - created_at = interval '30 minutes' as is_half_hour from password_resets where id = $1`,
      [late],
    );
    expect(rows[0].is_half_hour).toBe(true);
    await database.owner.query('update password_resets set expires_at = auth.now() where id = $1', [late]);
    const nobodys = (await ask('nobody@example.test'))!;
    const answers = await Promise.all(
      [resetToken(used), resetToken(late), resetToken(nobodys), 'A'.repeat(43), ''].map((token) =>
        refusal(redeem(token)),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^This did not work/);
  });

  test('known and unknown addresses leave the same row and get the same answer', async () => {
    const { email } = await someone();
    const [known, unknown] = [(await ask(email))!, (await ask('nobody@example.test'))!];
    const { rows } = await database.owner.query(
      `select id = $1 as is_known, account_id is not null as has_account, expires_at - created_at as lasts, tries, used_at
         from password_resets where id in ($1, $2) order by is_known`,
      [known, unknown],
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual({ ...rows[1], is_known: false, has_account: false });
    expect(await mailOf(unknown)).toBeNull();
  });

  test('is not for partners, nor for someone who left or whose place waits for a code', async () => {
    const { practice, ...therapist } = await someone();
    const { first } = await makeCouple(database.owner, practice, therapist);
    expect(await mailOf((await ask(first.email))!)).toBeNull();
    const gone = await makeStaff(database.owner, practice);
    const early = (await ask(gone.email))!;
    await database.owner.query(`update staff_members set status = 'deactivated' where id = $1`, [gone.staffMemberId]);
    expect(await mailOf((await ask(gone.email))!)).toBeNull();
    // Also with a link that was sent while they were there.
    expect(await refusal(redeem(resetToken(early)))).toMatch(/^This did not work/);
  });

  test('who works here and is a partner elsewhere has no reset by mail', async () => {
    const one = await someone();
    const elsewhere = await someone();
    const couple = await makeCouple(database.owner, elsewhere.practice, elsewhere);
    await database.owner.query('update partners set account_id = $1 where id = $2', [
      one.accountId,
      couple.first.partnerId,
    ]);
    expect(await mailOf((await ask(one.email))!)).toBeNull();
  });

  test('asks for a password that staff may have', async () => {
    const { email } = await someone();
    const token = resetToken((await ask(email))!);
    expect(await refusal(redeem(token, 'aaaaaaaaaaaaaaaaaa'))).toBe('This password can’t be used.');
    expect(await refusal(redeem(token))).toBe('done');
  });

  test('exactly 20 of 60 at once pass for one place, and 5 of 40 send a mail to one address, known or not', async () => {
    const from = address();
    const asked = await Promise.all(
      Array.from({ length: 60 }, (_, n) => refusal(askReset({ email: `p${n}@example.test` }, { address: from }))),
    );
    expect(asked.filter((one) => one === 'done')).toHaveLength(20);
    const { email } = await someone();
    for (const to of [email, `canary-${process.pid}@example.test`]) {
      const ids = await Promise.all(Array.from({ length: 40 }, () => ask(to)));
      expect(ids.filter((id) => id !== null)).toHaveLength(5);
    }
  }, 60_000);
});

describe('staff in their account', () => {
  test('change the password, after the present one, with 15 characters; every other device is out, and they are told by mail', async () => {
    const { accountId, staffMemberId, practice, token, email } = await someone();
    const elsewhere = await makeSignIn(database.owner, accountId, practice, { staffMemberId });
    const change = (typed: { password: string; newPassword: string }) =>
      asActor(token, (tx) =>
        changePassword(tx, changePasswordInput.parse({ ...typed, newPasswordAgain: typed.newPassword })),
      );
    expect(await refusal(change({ password: 'not the one at all', newPassword: AFTER }))).toBe(
      'Your password was not changed.',
    );
    expect(await refusal(change({ password: BEFORE, newPassword: 'fourteen signs' }))).toBe(
      'Your password was not changed.',
    );
    expect(await asActor(elsewhere, async () => 'in')).toBe('in');
    const send = vi.spyOn(mailer(), 'send');
    const { after } = await change({ password: BEFORE, newPassword: AFTER });
    await after!();
    expect(send.mock.calls.map(([{ kind, to }]) => [kind, to])).toEqual([['look', email]]);
    await expect(asActor(elsewhere, async () => 'in')).rejects.toBeInstanceOf(NotSignedIn);
    expect(await asActor(token, async () => 'in')).toBe('in');
  });

  test('see their own sign-ins by day and kind of device, end one and end all, and nobody else’s', async () => {
    const { accountId, staffMemberId, practice, token } = await someone();
    const other = await makeStaff(database.owner, practice, ['therapist']);
    const device = 'Firefox on Android';
    const [one, two, three] = await Promise.all(
      [1, 2, 3].map(() => makeSignIn(database.owner, accountId, practice, { staffMemberId }, device)),
    );
    const mine = await asActor(token, listMySignIns);
    expect(mine).toHaveLength(4);
    expect(mine.filter(({ isThis }) => isThis)).toHaveLength(1);
    const theirs = (await asActor(other.token, listMySignIns))[0]!;
    await asActor(token, (tx) => endOneSignIn(tx, { signInId: theirs.id }));
    expect(await asActor(other.token, async () => 'in')).toBe('in');
    await asActor(token, (tx) => endOneSignIn(tx, { signInId: mine.find((line) => !line.isThis)!.id }));
    const isIn = async (at: string) => (await refusal(asActor(at, async () => 'in'))) === 'done';
    expect([await isIn(one!), await isIn(two!), await isIn(three!)].filter(Boolean)).toHaveLength(2);
    await asActor(token, (tx) => endDevices(tx, {}));
    expect(await Promise.all([one!, two!, three!, token].map(isIn))).toEqual([false, false, false, true]);
    expect((await asActor(token, listMySignIns)).filter(({ endedOn }) => endedOn === null)).toHaveLength(1);
    expect(await asActor(other.token, async () => 'in')).toBe('in');
  });
});
