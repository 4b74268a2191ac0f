import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { drawUserName, plainUserName } from '@/lib/accounts/user-name';
import { signIn } from '@/lib/accounts/sign-in';
import { addPartner } from '@/lib/couples/add-partner';
import { changeLogin } from '@/lib/couples/change-login';
import { addPartnerInput, changeLoginInput, createCoupleInput } from '@/lib/couples/schema';
import { readEnv } from '@/lib/env';
import { deliverAs } from '@/lib/invitations/deliver';
import { invitePartner } from '@/lib/invitations/invite-partner';
import { type IssuedInvitation, tokenOf } from '@/lib/invitations/issue-invitation';
import { redeemInvitation } from '@/lib/invitations/redeem-invitation';
import { sendAgain } from '@/lib/invitations/resend-invitation';
import { revokeInvitation } from '@/lib/invitations/revoke-invitation';
import { invitationCode } from '@/lib/invitations/token';
import { readCardPage } from '@/lib/meetings-alone/read-card-page';
import { trySignIn } from '@/lib/rate-limits';
import { useDatabase } from '../../support/database';
import { makeCouple, makePractice, makeStaff } from '../../support/people';

const database = useDatabase();
const PASSWORD = 'nine copper lamps and tea';
const USER_NAME = /^([dfhkmnprtv][aeiou][2-9])(-[dfhkmnprtv][aeiou][2-9]){2}$/;
let next = 0;
const address = () => `198.51.100.${(next += 1)}-${process.pid}-${Date.now()}`;

/** A couple whose second partner has no account yet. */
async function withoutAccount() {
  const practice = await makePractice(database.owner);
  const therapist = await makeStaff(database.owner, practice, ['therapist']);
  const couple = await makeCouple(database.owner, practice, therapist);
  const { partnerId } = couple.second;
  await database.owner.query(`update partners set account_id = null, status = 'invited' where id = $1`, [partnerId]);
  const at = { coupleId: couple.coupleId, partnerId };
  const change = (typed: object) =>
    asActor(therapist.token, (tx) => changeLogin(tx, changeLoginInput.parse({ ...at, ...typed })));
  return { practice, therapist, couple, at, change };
}

async function invited() {
  const made = await withoutAccount();
  await made.change({ hasNoEmail: 'yes' });
  const issued = await asActor(made.therapist.token, (tx) => invitePartner(tx, made.at));
  return { ...made, issued, code: codeOf(issued) };
}

const codeOf = ({ id }: IssuedInvitation) => invitationCode(readEnv().keys.invitationKey, id);
const redeem = (issued: IssuedInvitation, over = {}) =>
  redeemInvitation(
    { token: tokenOf(issued), code: codeOf(issued), password: PASSWORD, passwordAgain: PASSWORD, ...over },
    { address: address() },
  );
const enter = (login: string, over = {}) =>
  signIn({ login, password: PASSWORD, address: address(), device: '', ...over });
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: Error) => `${error.name}: ${error.message}`,
  );
const loginOf = async (partnerId: string) =>
  (
    await database.owner.query<{ email: string | null; user_name: string | null }>(
      'select email, user_name from partners where id = $1',
      [partnerId],
    )
  ).rows[0]!;

describe('a user name', () => {
  test('is drawn by lot, comes from no name, and is known however it is typed', () => {
    const drawn = Array.from({ length: 500 }, drawUserName);
    expect(drawn.filter((one) => !USER_NAME.test(one))).toEqual([]);
    expect(new Set(drawn).size).toBeGreaterThan(490);
    for (const typed of [
      drawn[0]!,
      ` ${drawn[0]!.toUpperCase()} `,
      drawn[0]!.replaceAll('-', ''),
      drawn[0]!.replaceAll('-', ' '),
    ])
      expect(plainUserName(typed)).toBe(drawn[0]);
    for (const typed of ['', 'ada', 'ada@home.example', `${drawn[0]}7`, 'mo1-ra7-lu9'])
      expect(plainUserName(typed)).toBeNull();
  });

  test('is given where staff say that there is no e-mail, and the address is gone', async () => {
    const { at, change } = await withoutAccount();
    await change({ email: '', hasNoEmail: 'yes' });
    const given = await loginOf(at.partnerId);
    expect(given.email).toBeNull();
    expect(given.user_name).toMatch(USER_NAME);
    await change({ hasNoEmail: 'yes' });
    expect(await loginOf(at.partnerId), 'said again').toEqual(given);
    await change({ email: 'Someone@Home.Example' });
    expect(await loginOf(at.partnerId)).toEqual({ email: 'someone@home.example', user_name: null });
  });

  test('comes with a new partner too, and the form asks for one of both', async () => {
    const practice = await makePractice(database.owner);
    const therapist = await makeStaff(database.owner, practice, ['therapist']);
    const { coupleId } = await makeCouple(database.owner, practice, therapist, { partners: 1 });
    const typed = { coupleId, partner: { name: 'Bo Sample', email: ' ', hasNoEmail: 'yes' } };
    const { partnerId } = await asActor(therapist.token, (tx) => addPartner(tx, addPartnerInput.parse(typed)));
    expect((await loginOf(partnerId)).user_name).toMatch(USER_NAME);

    const wordsOf = (partner: object) =>
      addPartnerInput
        .safeParse({ coupleId, partner })
        .error?.issues.map(({ path, message }) => [path.join('.'), message]);
    expect(wordsOf({ email: '' })).toEqual([
      ['partner.name', expect.any(String)],
      ['partner.email', expect.stringContaining('or tick that they have none')],
    ]);
    expect(wordsOf({ name: 'Bo Sample', email: 'bo@home.example', hasNoEmail: 'yes' })).toEqual([
      ['partner.email', expect.stringContaining('Leave the e-mail empty')],
    ]);
    expect(wordsOf({ name: 'Bo Sample', email: 'bo at home' })?.[0]).toEqual([
      'partner.email',
      'Write an e-mail address like name@example.com.',
    ]);
  });

  test('is the way out that two with one address are told of', async () => {
    const { couple, at, change, therapist } = await withoutAccount();
    const [first] = (
      await database.owner.query<{ email: string }>('select email from partners where id = $1', [
        couple.first.partnerId,
      ])
    ).rows;
    const refused = await change({ email: first!.email }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ fields: { email: expect.stringContaining('they get a user name') } });
    const two = createCoupleInput.safeParse({
      partners: [
        { name: 'Ada Example', email: 'both@home.example' },
        { name: 'Bo Sample', email: 'both@home.example' },
      ],
      policy: 'noSecrets',
      timeZone: 'UTC',
    });
    expect(two.error?.issues.map(({ message }) => message)).toEqual([expect.stringContaining('they get a user name')]);
    expect(await refusalOf(change({ email: therapist.email }))).toContain('Refusal');
    expect((await loginOf(at.partnerId)).user_name).toBeNull();
  });

  test('changes only for one’s own couple, only until there is an account, and is written down', async () => {
    const { at, practice, change, issued } = await invited();
    const stranger = await makeStaff(database.owner, practice, ['therapist']);
    const input = changeLoginInput.parse({ ...at, email: 'else@home.example' });
    expect(await refusalOf(asActor(stranger.token, (tx) => changeLogin(tx, input)))).toContain('NotFound');
    const { rows } = await database.owner.query(
      `select act, record_kind from audit_events where record_id = any ($1) order by act`,
      [[at.partnerId, issued.id]],
    );
    expect(rows).toEqual([
      { act: 'changed', record_kind: 'partner' },
      { act: 'invited', record_kind: 'invitation' },
    ]);
    await redeem(issued);
    const before = await loginOf(at.partnerId);
    expect(await refusalOf(change({ email: 'else@home.example' }))).toContain('has an account by now');
    expect(await loginOf(at.partnerId)).toEqual(before);
  });
});

describe('the card of someone with a user name', () => {
  test('holds the user name, a link that can be typed, and the code; its opening is noted, and no mail goes out', async () => {
    const { therapist, at, issued, code } = await invited();
    const card = await asActor(therapist.token, (tx) => readCardPage(tx, at));
    const { user_name } = await loginOf(at.partnerId);
    expect(card.partner).toMatchObject({ email: null, userName: user_name });
    expect(card.card).toMatchObject({ code, mail: null });
    expect(card.link).toMatch(/\/i\/[acdefghjkmnpqrtuvwxy34679]{4}(-[acdefghjkmnpqrtuvwxy34679]{4}){2}$/);
    expect(card.link).not.toContain(user_name);
    expect(card.signInAddress).toMatch(/\/sign-in$/);
    const { rows } = await database.owner.query(
      `select record_kind from audit_events where act = 'opened' and record_kind = 'invitationCard' and concerns_partner_id = $1`,
      [at.partnerId],
    );
    expect(rows).toHaveLength(1);

    let asked = 0;
    await deliverAs(issued, async () => (asked += 1));
    expect(asked, 'nothing was sent, so nothing is recorded as sent').toBe(0);
  });

  test('is for nobody outside the care team, and the database holds neither link nor code', async () => {
    const { practice, at, issued, code } = await invited();
    for (const role of ['therapist', 'scheduler', 'supervisor'] as const) {
      const other = await makeStaff(database.owner, practice, [role]);
      expect(await refusalOf(asActor(other.token, (tx) => readCardPage(tx, at))), role).toContain('NotFound');
      expect(await refusalOf(asActor(other.token, (tx) => invitePartner(tx, at))), role).not.toBe('accepted');
    }
    const { rows } = await database.owner.query('select * from invitations where id = $1', [issued.id]);
    expect(JSON.stringify(rows)).not.toContain(tokenOf(issued));
    expect(JSON.stringify(rows)).not.toContain(code);
  });
});

describe('redeeming it', () => {
  test('makes an account that signs in with the user name, in whatever way it is typed', async () => {
    const { at, issued, code } = await invited();
    const { login } = await redeem(issued, {
      token: ` ${tokenOf(issued).toUpperCase().replaceAll('-', ' ')} `,
      code: code.toLowerCase(),
    });
    expect(login).toBe((await loginOf(at.partnerId)).user_name);
    for (const typed of [login, login.toUpperCase(), login.replaceAll('-', '')]) {
      const answer = await enter(typed);
      if (answer.state !== 'signedIn') throw new Error(answer.state);
      expect(await asActor(answer.token, async ({ actor }) => actor.partnerId)).toBe(at.partnerId);
    }
    expect(await enter(login, { password: 'not the password at all' })).toEqual({ state: 'wrong' });
    const { rows } = await database.owner.query('select email from accounts where user_name = $1', [login]);
    expect(rows).toEqual([{ email: null }]);
  });

  test('answers a wrong code, and a link expired, used, revoked, outdated, taken back or invented, with one sentence', async () => {
    const answers = new Map<string, string>();
    const used = await invited();
    await redeem(used.issued);
    answers.set('used', await refusalOf(redeem(used.issued)));
    answers.set('invented', await refusalOf(redeem(used.issued, { token: 'acde-fghj-kmnp' })));

    const open = await invited();
    answers.set('no code', await refusalOf(redeem(open.issued, { code: '' })));
    answers.set('wrong code', await refusalOf(redeem(open.issued, { code: 'AAAAAA' })));
    answers.set('user name for a link', await refusalOf(redeem(open.issued, { token: open.issued.userName })));

    const expired = await invited();
    await database.owner.query('update invitations set expires_at = auth.now() where id = $1', [expired.issued.id]);
    answers.set('expired', await refusalOf(redeem(expired.issued)));

    const revoked = await invited();
    await asActor(revoked.therapist.token, (tx) => revokeInvitation(tx, { invitationId: revoked.issued.id }));
    answers.set('revoked', await refusalOf(redeem(revoked.issued)));

    const outdated = await invited();
    await asActor(outdated.therapist.token, (tx) => sendAgain(tx, outdated.issued.id));
    answers.set('outdated', await refusalOf(redeem(outdated.issued)));

    const takenBack = await invited();
    await takenBack.change({ email: `${randomUUID()}@home.example` });
    answers.set('taken back', await refusalOf(redeem(takenBack.issued)));

    for (let tries = 0; tries < 5; tries += 1) await refusalOf(redeem(open.issued, { code: 'AAAAAA' }));
    answers.set('right code after five wrong ones', await refusalOf(redeem(open.issued)));

    expect([...new Set(answers.values())], JSON.stringify([...answers], null, 1)).toHaveLength(1);
    expect([...answers.values()][0]).toContain('Refusal');
  }, 30_000);

  test('20 at once give one account', async () => {
    const { issued } = await invited();
    const answers = await Promise.all(Array.from({ length: 20 }, () => refusalOf(redeem(issued))));
    expect(answers.filter((one) => one === 'accepted')).toHaveLength(1);
    const { rows } = await database.owner.query('select id from accounts where user_name = $1', [issued.userName]);
    expect(rows).toHaveLength(1);
  }, 60_000);

  test('takes no password that is the user name, with its dashes or without', async () => {
    const { issued } = await invited();
    for (const password of [`${issued.userName} me`, `${issued.userName!.replaceAll('-', '')}123`])
      expect(
        await redeem(issued, { password, passwordAgain: password }).catch((error: unknown) => error),
      ).toMatchObject({
        fields: { password: expect.stringContaining('others know') },
      });
    expect(await refusalOf(redeem(issued))).toBe('accepted');
  });

  test('never takes an invitation made for what the person signed in with before', async () => {
    const { at, therapist, change } = await withoutAccount();
    const mailed = await asActor(therapist.token, (tx) => invitePartner(tx, at));
    await change({ hasNoEmail: 'yes' });
    // As if it had been sent while the sign-in was being changed.
    await database.owner.query('update invitations set revoked_at = null where id = $1', [mailed.id]);
    expect(await refusalOf(redeem(mailed))).toContain('did not work');
    const anew = await asActor(therapist.token, (tx) => sendAgain(tx, mailed.id));
    expect(anew).toMatchObject({ email: null, userName: (await loginOf(at.partnerId)).user_name });
    expect(await refusalOf(redeem(anew))).toBe('accepted');
  });

  test('gives the two of a couple two accounts', async () => {
    const { couple, issued, at } = await invited();
    await redeem(issued);
    const { rows } = await database.owner.query('select account_id from partners where couple_id = $1', [at.coupleId]);
    expect(new Set(rows.map((row) => row.account_id)).size).toBe(2);
    expect(rows.map((row) => row.account_id)).toContain(couple.first.accountId);
  });
});

describe('signing in with a user name', () => {
  test('an unknown one is answered and counted as a known one is', async () => {
    const { issued } = await invited();
    const { login } = await redeem(issued);
    const unknown = drawUserName();
    const [here, there] = [address(), address()];
    const answersTo = async (typed: string, from: string) => {
      const answers = [];
      for (let tries = 0; tries < 6; tries += 1)
        answers.push((await enter(typed, { address: from, password: 'wrong password here' })).state);
      return answers;
    };
    const known = await answersTo(login, here);
    expect(known).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'wait']);
    expect(await answersTo(unknown, there)).toEqual(known);
  }, 60_000);

  test('five tries from one address are counted together, however it is typed', async () => {
    const from = address();
    const login = drawUserName();
    for (const typed of [
      login,
      login.toUpperCase(),
      login.replaceAll('-', ''),
      ` ${login}`,
      login.replaceAll('-', ' '),
    ])
      expect((await enter(typed, { address: from })).state).toBe('wrong');
    expect((await enter(login, { address: from })).state).toBe('wait');
    expect((await trySignIn(login, from)).isAllowed).toBe(false);
    const { rows } = await database.owner.query('select key from rate_limits');
    expect(JSON.stringify(rows)).not.toContain(login);
  }, 60_000);
});
