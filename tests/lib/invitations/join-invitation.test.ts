// "I already have an account here": an invitation is bound to an account that is there, and nobody but its owner can tell.
import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { findInvitationOfPartner } from '@/db/queries/accounts/invitations';
import { turnOnTotp } from '@/lib/accounts/factors/change-factors';
import { readSecondStep } from '@/lib/accounts/factors/read-second-step';
import { finishAtPlace, signIn } from '@/lib/accounts/sign-in';
import { readEnv } from '@/lib/env';
import { invitePartner } from '@/lib/invitations/invite-partner';
import { type IssuedInvitation, tokenOf } from '@/lib/invitations/issue-invitation';
import { joinInvitation } from '@/lib/invitations/join-invitation';
import { joinInvitationInput } from '@/lib/invitations/schema';
import { invitationCode } from '@/lib/invitations/token';
import { addStaff } from '@/lib/people/invite-staff';
import { readPartnerPage } from '@/lib/people/read-people';
import { authenticator } from '@/tests/support/acts/authenticator';
import { useDatabase } from '@/tests/support/database';
import { alsoAtWork, bringInto, PASSWORD, setPassword } from '@/tests/support/memberships';
import { type CoupleInTest, makeCouple, makePractice, makeStaff, type StaffInTest } from '@/tests/support/people';
import { address, redeem, refusalOf, withoutAccount } from './invited-by-card';

const database = useDatabase();
const LONGER = 'eleven quiet boats go by';

/** Ada, who is a partner of one couple, and an open place in another couple of the same practice. */
async function adaAndAnOpenPlace() {
  const { practice, therapist, couple, at } = await withoutAccount(database.owner);
  const other = await makeStaff(database.owner, practice, ['therapist', 'practiceAdmin']);
  const { first: ada, ...home } = await makeCouple(database.owner, practice, other);
  await setPassword(database.owner, ada.accountId);
  const issued = await invite(therapist, at.partnerId);
  return { practice, therapist, other, couple, at, ada, home, issued };
}

const invite = (therapist: StaffInTest, partnerId: string) =>
  asActor(therapist.token, (tx) => invitePartner(tx, { partnerId }));
const codeOf = ({ id }: IssuedInvitation) => invitationCode(readEnv().keys.invitationKey, id);

const join = (issued: IssuedInvitation, login: string, over = {}, from = address()) =>
  joinInvitation(
    joinInvitationInput.parse({ token: tokenOf(issued), code: codeOf(issued), login, password: PASSWORD, ...over }),
    { address: from },
  );
const placesOf = async (accountId: string) => {
  const { rows } = await database.owner.query<{ id: string }>('select id from partners where account_id = $1', [
    accountId,
  ]);
  return rows.map(({ id }) => id).toSorted();
};
/** An open place of its own for a second person in this couple. */
async function reopened(couple: CoupleInTest, therapist: StaffInTest, partnerId = couple.second.partnerId) {
  await database.owner.query(`update partners set account_id = null, status = 'invited' where id = $1`, [partnerId]);
  return invite(therapist, partnerId);
}

describe('joining with an account that is there', () => {
  test('binds the place to it: the next sign-in asks where to go', async () => {
    const { ada, at, issued } = await adaAndAnOpenPlace();
    expect(await join(issued, ` ${ada.email.toUpperCase()} `, { word: 'Harbor' })).toEqual({ login: ada.email });
    expect(await placesOf(ada.accountId)).toEqual([ada.partnerId, at.partnerId].toSorted());
    const asked = await signIn({ login: ada.email, password: PASSWORD, address: address(), device: '' });
    if (asked.state !== 'place') throw new Error(asked.state);
    const went = await finishAtPlace({ half: asked.token, placeId: at.partnerId, address: address(), device: '' });
    expect(went).toMatchObject({ state: 'signedIn', kind: 'partner' });
    const { rows } = await database.owner.query('select place_words from accounts where id = $1', [ada.accountId]);
    expect(rows).toEqual([{ place_words: { [at.partnerId]: 'Harbor' } }]);
    expect(await refusalOf(join(issued, ada.email)), 'taken once').toContain('This did not work.');
  });

  test('takes link, code, address and password: whatever does not fit is one answer, and five close the link', async () => {
    const { ada, issued } = await adaAndAnOpenPlace();
    const stranger = await adaAndAnOpenPlace();
    const answers = [
      await refusalOf(join(issued, ada.email, { code: '' })),
      await refusalOf(join(issued, ada.email, { code: codeOf(stranger.issued) })),
      await refusalOf(join(issued, ada.email, { password: 'not the password at all' })),
      await refusalOf(join(issued, 'nobody@example.test')),
      await refusalOf(join(issued, ada.email, { token: 'A'.repeat(43) })),
      await refusalOf(join(issued, 'neither address nor name')),
    ];
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('This did not work.');
    expect(await refusalOf(join(issued, ada.email)), 'five wrong ones of this link').toBe(answers[0]);
    expect(await placesOf(ada.accountId)).toEqual([ada.partnerId]);
  });

  test('takes the second step too, and uses no recovery code up for a place it does not get', async () => {
    const { ada, issued, home, other } = await adaAndAnOpenPlace();
    const { offer } = await asActor(ada.token, readSecondStep);
    const app = authenticator(offer.key);
    await asActor(ada.token, (tx) => turnOnTotp(tx, { password: PASSWORD, code: app.next() }));
    const [first = '', second = ''] = (await asActor(ada.token, readSecondStep)).codes ?? [];
    expect(await refusalOf(join(issued, ada.email))).toContain('This did not work.');
    expect(await refusalOf(join(issued, ada.email, { stepCode: '000000' }))).toContain('This did not work.');

    const twice = await reopened({ ...home, first: ada }, other);
    expect(await refusalOf(join(twice, ada.email, { stepCode: first }))).toContain('other of the two places');
    expect(await refusalOf(join(issued, ada.email, { stepCode: first }))).toBe('accepted');
    expect(
      await refusalOf(join(await reopened({ ...home, first: ada }, other), ada.email, { stepCode: first })),
    ).toContain('This did not work.');
    expect(second).not.toBe(first);
  });

  test('is tried as often as a sign-in, in one count with it', async () => {
    const { ada, issued } = await adaAndAnOpenPlace();
    const from = address();
    const wrong = { password: 'not the password at all' };
    for (let n = 0; n < 2; n += 1) await refusalOf(join(issued, ada.email, { ...wrong, token: 'A'.repeat(43) }, from));
    for (let n = 0; n < 3; n += 1)
      await signIn({ login: ada.email, password: wrong.password, address: from, device: '' });
    expect(await refusalOf(join(issued, ada.email, {}, from))).toContain('Too many tries');
    expect(await signIn({ login: ada.email, password: PASSWORD, address: from, device: '' })).toMatchObject({
      state: 'wait',
    });
  });

  test('shows whoever invited, and the practice admin, what they see of an account of its own', async () => {
    const joined = await adaAndAnOpenPlace();
    await join(joined.issued, joined.ada.email);
    const own = await adaAndAnOpenPlace();
    await redeem(own.issued, { password: LONGER, passwordAgain: LONGER });
    const seenOf = async ({ therapist, practice, at }: typeof joined) => {
      const admin = await makeStaff(database.owner, practice, ['practiceAdmin']);
      const { partner } = await asActor(admin.token, (tx) => readPartnerPage(tx, at.partnerId));
      const invitation = await asActor(therapist.token, (tx) => findInvitationOfPartner(tx, at.partnerId));
      const audit = await database.owner.query('select act, record_kind from audit_events where practice_id = $1', [
        practice.practiceId,
      ]);
      const {
        id: _,
        coupleId: __,
        email: ___,
        accountId,
        invitation: shown,
        ...rest
      } = partner as typeof partner & {
        invitation?: object;
      };
      return {
        rest,
        hasAccount: accountId !== null,
        shown: Object.keys(shown ?? {}),
        isRedeemed: invitation?.redeemedAt !== null,
        tries: invitation?.codeTries,
        audit: audit.rows,
      };
    };
    expect(await seenOf(joined)).toEqual(await seenOf(own));
  });
});

describe('is refused with the reason, to the owner of the account alone', () => {
  test('who works in the practice has no partner’s place in it, also after they left', async () => {
    const { therapist, issued, practice, ada } = await adaAndAnOpenPlace();
    const colleague = await makeStaff(database.owner, practice, ['therapist']);
    for (const [{ accountId, email }, status] of [
      [therapist, 'active'],
      [colleague, 'deactivated'],
    ] as const) {
      await setPassword(database.owner, accountId, LONGER);
      await database.owner.query('update staff_members set status = $1 where account_id = $2', [status, accountId]);
      expect(await refusalOf(join(issued, email, { password: LONGER }))).toContain('works in this practice, or did');
      expect(await placesOf(accountId)).toEqual([]);
    }
    const elsewhere = await alsoAtWork(database.owner, ada.accountId);
    expect(await refusalOf(join(issued, ada.email)), 'work in another practice is no hindrance').toBe('accepted');
    expect(elsewhere.elsewhere.practiceId).not.toBe(practice.practiceId);
  });

  test('a partner has no staff member’s place in the same practice, and may have one in another, with the longer password', async () => {
    const { ada, other } = await adaAndAnOpenPlace();
    const invited = async (admin: StaffInTest) =>
      (
        await asActor(admin.token, (tx) =>
          addStaff(tx, {
            name: 'Nora Example',
            credential: '',
            email: `n${address()}@staff.example`,
            roles: ['therapist'],
          }),
        )
      ).issued;
    expect(await refusalOf(join(await invited(other), ada.email))).toContain('place of another kind in this practice');
    const admin = await makeStaff(database.owner, await makePractice(database.owner), ['practiceAdmin']);
    const there = await invited(admin);
    await setPassword(database.owner, ada.accountId, 'copper lamps');
    const short = await join(there, ada.email, { password: 'copper lamps' }).catch((error: unknown) => error);
    expect(short).toMatchObject({ fields: { password: expect.stringContaining('15 characters') } });
    await setPassword(database.owner, ada.accountId);
    expect(await refusalOf(join(there, ada.email))).toBe('accepted');
    expect(await refusalOf(join(await invited(admin), ada.email)), 'not twice in one practice').toContain(
      'works in this',
    );
  });

  test('nobody has both places of a couple, also when both are taken up at once', async () => {
    const { ada, home, other } = await adaAndAnOpenPlace();
    const couple = { ...home, first: ada };
    expect(await refusalOf(join(await reopened(couple, other), ada.email))).toContain('other of the two places');

    const stranger = await adaAndAnOpenPlace();
    const { accountId, email } = stranger.ada;
    const empty = await makeCouple(database.owner, stranger.practice, stranger.therapist);
    const both = [
      await reopened(empty, stranger.therapist, empty.first.partnerId),
      await reopened(empty, stranger.therapist, empty.second.partnerId),
    ];
    const answers = await Promise.all(both.map((issued) => refusalOf(join(issued, email))));
    expect(answers.filter((one) => one === 'accepted')).toHaveLength(1);
    expect(await placesOf(accountId)).toHaveLength(2);
  });

  test('Postgres itself refuses each of them, whatever the program asks', async () => {
    const { ada, issued, couple, at } = await adaAndAnOpenPlace();
    await bringInto(database.owner, ada.accountId, { partnerId: couple.first.partnerId });
    const { rows } = await database.owner.query<{ token_hash: Buffer }>(
      'select token_hash from invitations where id = $1',
      [issued.id],
    );
    await expect(
      database.owner.query('select auth.redeem_invitation($1, $2, null)', [rows[0]!.token_hash, ada.accountId]),
    ).rejects.toMatchObject({ code: '23000' });
    // Someone else's password is never set anew by a place that did not have the account alone.
    await expect(
      database.owner.query(`select auth.redeem_invitation($1, $2, 'a hash')`, [rows[0]!.token_hash, ada.accountId]),
    ).rejects.toMatchObject({ code: '40001' });
    const state = await database.owner.query('select status, account_id from partners where id = $1', [at.partnerId]);
    expect(state.rows).toEqual([{ status: 'invited', account_id: null }]);
  });
});
