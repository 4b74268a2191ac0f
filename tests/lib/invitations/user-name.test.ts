import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { drawUserName } from '@/lib/accounts/user-name';
import { signIn } from '@/lib/accounts/sign-in';
import { deliverAs } from '@/lib/invitations/deliver';
import { invitePartner } from '@/lib/invitations/invite-partner';
import { tokenOf } from '@/lib/invitations/issue-invitation';
import { sendAgain } from '@/lib/invitations/resend-invitation';
import { revokeInvitation } from '@/lib/invitations/revoke-invitation';
import { readCardPage } from '@/lib/meetings-alone/read-card-page';
import { readMyDay } from '@/lib/my-day/open-my-day';
import { trySignIn } from '@/lib/rate-limits';
import { useDatabase } from '../../support/database';
import { makeStaff } from '../../support/people';
import {
  address,
  invitedByCard,
  loginOf as readLogin,
  PASSWORD,
  redeem,
  refusalOf,
  withoutAccount,
} from './invited-by-card';

const database = useDatabase();
const invited = () => invitedByCard(database.owner);
const loginOf = (partnerId: string) => readLogin(database.owner, partnerId);
const enter = (login: string, over = {}) =>
  signIn({ login, password: PASSWORD, address: address(), device: '', ...over });

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
    const { at, therapist, change } = await withoutAccount(database.owner);
    const mailed = await asActor(therapist.token, (tx) => invitePartner(tx, at));
    await change({ hasNoEmail: 'yes' });
    // As if it had been sent while the sign-in was being changed.
    await database.owner.query('update invitations set revoked_at = null where id = $1', [mailed.id]);
    expect(await refusalOf(redeem(mailed))).toContain('did not work');
    const anew = await asActor(therapist.token, (tx) => sendAgain(tx, mailed.id));
    expect(anew).toMatchObject({ email: null, userName: (await loginOf(at.partnerId)).user_name });
    expect(await refusalOf(redeem(anew))).toBe('accepted');
  });

  test('changes nothing of the other partner’s day: not the tick, the card, a wrong code, the account or a sign-in', async () => {
    const { couple, at, change, therapist } = await withoutAccount(database.owner);
    const dayOfTheOther = () => asActor(couple.first.token, async (tx) => JSON.stringify(await readMyDay(tx)));
    const before = await dayOfTheOther();
    await change({ hasNoEmail: 'yes' });
    const issued = await asActor(therapist.token, (tx) => invitePartner(tx, at));
    await refusalOf(redeem(issued, { code: 'AAAAAA' }));
    await enter((await redeem(issued)).login);
    expect(await dayOfTheOther()).toBe(before);
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
