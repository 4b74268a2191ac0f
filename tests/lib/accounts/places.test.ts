// An account with several places: asked where to go once, and bound to it from then on.
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor, NotSignedIn } from '@/db/access/as-actor';
import { asSystem } from '@/db/access/as-system';
import { findChoice, nameChoices } from '@/db/queries/accounts/places';
import { findInvitationOfPartner } from '@/db/queries/accounts/invitations';
import { listMySignIns, readMyDevicesAndOpenings } from '@/db/queries/my-settings/my-devices';
import { turnOnTotp } from '@/lib/accounts/factors/change-factors';
import { readSecondStep } from '@/lib/accounts/factors/read-second-step';
import { changePassword } from '@/lib/accounts/own/change-password';
import { namePlacesInput } from '@/lib/accounts/places/schema';
import { placeMarks } from '@/lib/format/places/place-words';
import { finishAtPlace, finishSignIn, signIn } from '@/lib/accounts/sign-in';
import { hashOfToken } from '@/lib/accounts/sign-in-token';
import { giveNewCode } from '@/lib/invitations/give-new-code';
import type { IssuedInvitation } from '@/lib/invitations/issue-invitation';
import { authenticator } from '@/tests/support/acts/authenticator';
import { useDatabase } from '@/tests/support/database';
import { adaInTwoCouples, alsoAtWork, PASSWORD, setPassword, signInTo } from '@/tests/support/memberships';
import { withoutIds } from '@/tests/support/page-bytes';
import { makeCouple, makePractice, makeStaff } from '@/tests/support/people';
import { redeem } from '../invitations/invited-by-card';

const database = useDatabase();
let next = 0;
const from = () => ({ address: `203.0.113.${(next += 1)}-places-${process.pid}`, device: 'Firefox/150.0 (Android)' });
const enter = (login: string, password = PASSWORD) => signIn({ login, password, ...from() });
const go = (half: string, placeId: string) => finishAtPlace({ half, placeId, ...from() });
const who = (token: string) => asActor(token, async ({ actor }) => actor.partnerId ?? actor.staffMemberId);
const isIn = (token: string) =>
  who(token).then(
    () => true,
    (error: unknown) => (error instanceof NotSignedIn ? false : Promise.reject(error)),
  );
const choiceOf = (token: string) => asSystem('signIn', (tx) => findChoice(tx, hashOfToken(token)));

async function atTheChoice(email: string): Promise<string> {
  const answer = await enter(email);
  if (answer.state !== 'place') throw new Error(answer.state);
  return answer.token;
}
async function wentTo(email: string, placeId: string): Promise<string> {
  const answer = await go(await atTheChoice(email), placeId);
  if (answer.state !== 'signedIn') throw new Error(answer.state);
  return answer.token;
}

describe('where to go', () => {
  test('is not asked of an account with one place, nor of one whose others have ended', async () => {
    const { one, two, email, accountId } = await adaInTwoCouples(database.owner);
    await database.owner.query(`update partners set status = 'deactivated' where id = $1`, [two.first.partnerId]);
    const answer = await enter(email);
    if (answer.state !== 'signedIn') throw new Error(answer.state);
    expect(await who(answer.token)).toBe(one.first.partnerId);
    const { rows } = await database.owner.query('select id from half_sign_ins where account_id = $1', [accountId]);
    expect(rows).toEqual([]);
  });

  test('is asked after the password, and the sign-in is bound to what was chosen', async () => {
    const { practice, one, two, email, accountId } = await adaInTwoCouples(database.owner);
    const work = await alsoAtWork(database.owner, accountId);
    const half = await atTheChoice(email);
    expect(await isIn(half), 'the choice is no sign-in').toBe(false);
    expect((await choiceOf(half))?.places.map(({ id }) => id)).toEqual([
      work.staffMemberId,
      one.first.partnerId,
      two.first.partnerId,
    ]);
    for (const place of [work.staffMemberId, one.first.partnerId, two.first.partnerId])
      expect(await who(await wentTo(email, place))).toBe(place);
    const bound = await asActor(await wentTo(email, two.first.partnerId), async ({ actor }) => actor);
    expect(bound).toMatchObject({ coupleId: two.coupleId, practiceId: practice.practiceId, roles: ['partner'] });
  });

  test('names a practice to its staff, and to a partner the neutral title and a number', async () => {
    const { email, accountId } = await adaInTwoCouples(database.owner);
    await alsoAtWork(database.owner, accountId);
    const choice = await choiceOf(await atTheChoice(email));
    const marks = placeMarks(choice!.places);
    expect(choice!.places.map(({ id, title }) => [title, marks.get(id)])).toEqual([
      ['Example Practice', null],
      ['Today', 'Place 1'],
      ['Today', 'Place 2'],
    ]);
    expect(withoutIds(JSON.stringify(choice))).not.toMatch(/Ada|Bo Sample|A\.E\.|couple|partner"/i);
  });

  test('tells places apart by a word of the list that only their owner sets, and by nothing else', async () => {
    const { email, one, two, accountId, therapist } = await adaInTwoCouples(database.owner);
    const stranger = await adaInTwoCouples(database.owner);
    const half = await atTheChoice(email);
    const { words } = namePlacesInput.parse({
      words: { [two.first.partnerId]: 'Harbor', [one.first.partnerId]: '', [stranger.one.first.partnerId]: 'Lamp' },
    });
    expect(await asSystem('signIn', (tx) => nameChoices(tx, hashOfToken(half), words))).toBe(true);
    const { places } = (await choiceOf(half))!;
    const marks = placeMarks(places);
    expect(places.map(({ id }) => marks.get(id))).toEqual(['Place 1', 'Harbor']);
    const { rows } = await database.owner.query('select place_words from accounts where id = $1', [accountId]);
    expect(rows).toEqual([{ place_words: { [two.first.partnerId]: 'Harbor' } }]);
    expect(namePlacesInput.safeParse({ words: { [two.first.partnerId]: 'Bo Sample' } }).success).toBe(false);
    const odd = { [two.first.partnerId]: 'Bo Sample' };
    await asSystem('signIn', (tx) => nameChoices(tx, hashOfToken(half), odd));
    expect((await choiceOf(half))!.places.map(({ word }) => word)).toEqual([null, null]);
    const seen = await asActor(therapist.token, (tx) => tx.db.execute('select * from partners'));
    expect(JSON.stringify(seen.rows)).not.toContain('Harbor');
    expect(await go(half, two.first.partnerId)).toMatchObject({ state: 'signedIn' });
    expect(await asSystem('signIn', (tx) => nameChoices(tx, hashOfToken(half), words)), 'used up').toBe(false);
  });

  test('comes after the second step, and neither stands in the place of the other', async () => {
    const { one, two, email } = await adaInTwoCouples(database.owner);
    const { offer } = await asActor(one.first.token, readSecondStep);
    const app = authenticator(offer.key);
    const early = await atTheChoice(email);
    await asActor(one.first.token, (tx) => turnOnTotp(tx, { password: PASSWORD, code: app.next() }));
    expect(await go(early, two.first.partnerId), 'passed before there was a second step').toEqual({ state: 'wrong' });

    const half = await enter(email);
    if (half.state !== 'half') throw new Error(half.state);
    expect(await choiceOf(half.token)).toBeNull();
    expect(await go(half.token, two.first.partnerId), 'no way around the code').toEqual({ state: 'wrong' });
    const passed = await finishSignIn({ half: half.token, code: app.next(), ...from() });
    if (passed.state !== 'place') throw new Error(passed.state);
    expect(await finishSignIn({ half: passed.token, code: app.next(), ...from() })).toEqual({ state: 'wrong' });
    const went = await go(passed.token, two.first.partnerId);
    expect(went).toMatchObject({ state: 'signedIn', kind: 'partner' });
  });
});

describe('what hangs on the account', () => {
  type Ada = Awaited<ReturnType<typeof adaInTwoCouples>>;
  let ada: Ada;
  beforeAll(async () => {
    ada = await adaInTwoCouples(database.owner);
  });

  test('the pages of a place list the devices that went there, and no other', async () => {
    const { practice, one, two, accountId } = ada;
    const here = await signInTo(database.owner, accountId, practice, one, 'Firefox on Android');
    await signInTo(database.owner, accountId, practice, two, 'Safari on iPad');
    const { devices } = await asActor(here, readMyDevicesAndOpenings);
    expect(devices.map(({ device }) => device).toSorted()).toEqual(['A browser', 'Firefox on Android']);
    const work = await alsoAtWork(database.owner, accountId);
    const lines = await asActor(work.token, listMySignIns);
    expect(lines.map(({ device }) => device)).toEqual(['A browser']);
    await database.owner.query(`update staff_members set status = 'deactivated' where id = $1`, [work.staffMemberId]);
    expect(await isIn(work.token), 'only the sign-ins of the place that ended are ended').toBe(false);
    expect(await isIn(here)).toBe(true);
  });

  test('a new password is that of every place: each of their devices is out', async () => {
    const { one, two, email } = await adaInTwoCouples(database.owner);
    const newPassword = 'eleven quiet boats go by';
    await asActor(one.first.token, (tx) =>
      changePassword(tx, { password: PASSWORD, newPassword, newPasswordAgain: newPassword }),
    );
    expect(await isIn(one.first.token)).toBe(true);
    expect(await isIn(two.first.token)).toBe(false);
    expect(await enter(email, newPassword)).toMatchObject({ state: 'place' });
  });

  test('who also works somewhere needs the longer password, and can’t have that of another account of the address', async () => {
    const { one, accountId, email } = await adaInTwoCouples(database.owner);
    const change = (newPassword: string) =>
      asActor(one.first.token, (tx) =>
        changePassword(tx, { password: PASSWORD, newPassword, newPasswordAgain: newPassword }),
      ).then(
        () => 'done',
        ({ fields }: { fields: Record<string, string> }) => fields.newPassword,
      );
    await alsoAtWork(database.owner, accountId);
    expect(await change('copper lamps')).toContain('at least 15');
    const { rows } = await database.owner.query<{ password_hash: string }>(
      `insert into accounts (email, password_hash) select email, $2 from accounts where id = $1 returning password_hash`,
      [accountId, await hashLike(accountId, 'seven slow trains at noon')],
    );
    expect(rows).toHaveLength(1);
    expect(await change('seven slow trains at noon')).toContain('was used before');
    expect(await change('eight slow trains at noon')).toBe('done');
    expect(await enter(email, 'seven slow trains at noon'), 'an account without a place').toEqual({ state: 'wrong' });
  });

  test('a new code from one couple’s therapist ends that place alone, and looks the same to the therapist', async () => {
    const { one, two, therapist, email } = ada;
    const alone = await makeCouple(database.owner, ada.practice, therapist);
    await setPassword(database.owner, alone.first.accountId);
    const answers = [];
    for (const couple of [one, alone]) {
      const at = { coupleId: couple.coupleId, partnerId: couple.first.partnerId };
      await asActor(therapist.token, (tx) => giveNewCode(tx, at));
      const seen = await asActor(therapist.token, (tx) =>
        tx.db.execute(`select status, account_id, deactivated_at from partners where id = '${at.partnerId}'`),
      );
      answers.push(seen.rows);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(await isIn(one.first.token)).toBe(false);
    expect(await isIn(two.first.token), 'the other place goes on').toBe(true);
    const still = await enter(email);
    if (still.state !== 'signedIn') throw new Error(still.state);
    expect(await who(still.token)).toBe(two.first.partnerId);

    const issued = await asActor(therapist.token, (tx) => findInvitationOfPartner(tx, one.first.partnerId));
    const chosen = 'eleven quiet boats go by';
    await redeem(issued as unknown as IssuedInvitation, { password: chosen, passwordAgain: chosen });
    const anew = await enter(email, chosen);
    if (anew.state !== 'signedIn') throw new Error(anew.state);
    expect(await who(anew.token), 'the code opens the place it was made for').toBe(one.first.partnerId);
    expect(await isIn(two.first.token)).toBe(true);
  });

  const hashLike = async (accountId: string, password: string) => {
    const { hashPassword } = await import('@/lib/accounts/password-hash');
    const { rows } = await database.owner.query<{ password_hash: string }>(
      'select password_hash from accounts where id = $1',
      [accountId],
    );
    return hashPassword(password, rows[0]!.password_hash);
  };
});

test('a place where staff were is come back to in that practice alone', async () => {
  const practice = await makePractice(database.owner);
  const staff = await makeStaff(database.owner, practice, ['therapist']);
  await database.owner.query(`update sign_ins set covered_at = auth.now() where staff_member_id = $1`, [
    staff.staffMemberId,
  ]);
  const refused = await who(staff.token).catch((error: unknown) => error);
  expect(refused).toMatchObject({ state: 'covered', staffMemberId: staff.staffMemberId });
  expect(JSON.stringify(refused)).not.toContain(staff.accountId);
});
