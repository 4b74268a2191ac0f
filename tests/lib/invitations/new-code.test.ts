// Rule 1: "someone else may be using this account", and a password that is forgotten.
import { describe, expect, test } from 'vitest';
import { asActor, NotSignedIn } from '@/db/access/as-actor';
import { findInvitationOfPartner } from '@/db/queries/accounts/invitations';
import { hashPassword } from '@/lib/accounts/password-hash';
import { signIn } from '@/lib/accounts/sign-in';
import { readEnv } from '@/lib/env';
import { giveNewCode } from '@/lib/invitations/give-new-code';
import { invitePartner } from '@/lib/invitations/invite-partner';
import { type IssuedInvitation, tokenOf } from '@/lib/invitations/issue-invitation';
import { deliverAs } from '@/lib/invitations/deliver';
import { redeemInvitation } from '@/lib/invitations/redeem-invitation';
import { sendAgain } from '@/lib/invitations/resend-invitation';
import { revokeInvitation } from '@/lib/invitations/revoke-invitation';
import { readCardPage } from '@/lib/meetings-alone/read-card-page';
import { invitationCode } from '@/lib/invitations/token';
import { useDatabase } from '../../support/database';
import { makeCouple, makePractice, makeSignIn, makeStaff } from '../../support/people';
import { address, PASSWORD, redeem, refusalOf } from './invited-by-card';

const database = useDatabase();
const NEW_PASSWORD = 'eleven quiet boats go by';

async function withPassword() {
  const practice = await makePractice(database.owner);
  const therapist = await makeStaff(database.owner, practice);
  const couple = await makeCouple(database.owner, practice, therapist);
  const { first } = couple;
  await database.owner.query('update accounts set password_hash = $1 where id = $2', [
    await hashPassword(PASSWORD),
    first.accountId,
  ]);
  const at = { coupleId: couple.coupleId, partnerId: first.partnerId };
  const give = () => asActor(therapist.token, (tx) => giveNewCode(tx, at));
  return { practice, therapist, couple, first, at, give };
}

async function withNewCode() {
  const made = await withPassword();
  await made.give();
  const issued = await asActor(made.therapist.token, (tx) => findInvitationOfPartner(tx, made.at.partnerId));
  return { ...made, issued: issued as unknown as IssuedInvitation };
}

const enter = (login: string, password: string) =>
  signIn({ login, password, address: address(), device: 'Firefox/150.0 Android' });
const isIn = (token: string) =>
  asActor(token, async () => true).catch((error: unknown) =>
    error instanceof NotSignedIn ? 'out' : Promise.reject(error),
  );
const withNew = { password: NEW_PASSWORD, passwordAgain: NEW_PASSWORD };

describe('rule 1: a new code', () => {
  test('ends every device at once and the password with them, and nobody else’s', async () => {
    const { practice, couple, first, give } = await withPassword();
    const phone = await makeSignIn(database.owner, first.accountId, practice, { partnerId: first.partnerId });
    expect(await isIn(phone)).toBe(true);
    const answer = await give();
    expect(answer.after, 'no mail waits to be sent').toBeUndefined();
    for (const token of [phone, first.token]) expect(await isIn(token)).toBe('out');
    expect(await isIn(couple.second.token)).toBe(true);
    expect(await enter(first.email, PASSWORD), 'as any wrong password').toEqual(
      await enter('nobody@example.test', PASSWORD),
    );
  });

  test('lets in whoever has the link and the code, with another password than the one before', async () => {
    const { first, at, issued } = await withNewCode();
    expect(await refusalOf(redeem(issued, { ...withNew, code: '' }))).toContain('This did not work.');
    expect(await refusalOf(redeem(issued, { password: PASSWORD, passwordAgain: PASSWORD }))).toContain('can’t be used');
    await redeem(issued, withNew);
    expect((await enter(first.email, NEW_PASSWORD)).state).toBe('signedIn');
    expect(await enter(first.email, PASSWORD)).toEqual({ state: 'wrong' });
    const { rows } = await database.owner.query('select account_id, status from partners where id = $1', [
      at.partnerId,
    ]);
    expect(rows).toEqual([{ account_id: first.accountId, status: 'active' }]);
  });

  test('expired, used, revoked and wrong are one answer', async () => {
    const used = await withNewCode();
    await redeem(used.issued, withNew);
    const revoked = await withNewCode();
    await asActor(revoked.therapist.token, (tx) => revokeInvitation(tx, { invitationId: revoked.issued.id }));
    const expired = await withNewCode();
    await database.owner.query(`update invitations set expires_at = auth.now() where id = $1`, [expired.issued.id]);
    const open = await withNewCode();
    const answers = new Set([
      await refusalOf(redeem(used.issued, withNew)),
      await refusalOf(redeem(revoked.issued, withNew)),
      await refusalOf(redeem(expired.issued, withNew)),
      await refusalOf(redeem(open.issued, { ...withNew, code: 'AAAAAA' })),
      await refusalOf(redeemInvitation({ token: 'not-a-link', code: 'AAAAAA', ...withNew }, { address: address() })),
    ]);
    expect([...answers]).toHaveLength(1);
  });

  test('is handed over: no mail goes out, not with the code nor when it is made again', async () => {
    const { therapist, at, issued } = await withNewCode();
    expect(issued).toMatchObject({ isByHand: true, mailState: 'none' });
    expect(tokenOf(issued), 'short enough to type').toMatch(/^[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}$/);
    const { card, link, isOnCard } = await asActor(therapist.token, (tx) => readCardPage(tx, at));
    expect(isOnCard).toBe(true);
    expect(link).toContain(tokenOf(issued));
    expect(card).toMatchObject({ code: invitationCode(readEnv().keys.invitationKey, issued.id), mail: null });
    const again = await asActor(therapist.token, (tx) => sendAgain(tx, issued.id));
    await asActor(therapist.token, (tx) => revokeInvitation(tx, { invitationId: issued.id }));
    const anew = await asActor(therapist.token, (tx) => invitePartner(tx, at));
    for (const one of [again, anew]) {
      expect(one.isByHand).toBe(true);
      await deliverAs(one, () => Promise.reject(new Error('a mail was sent')));
    }
    const { rows } = await database.owner.query(`select distinct mail_state from invitations where partner_id = $1`, [
      at.partnerId,
    ]);
    expect(rows).toEqual([{ mail_state: 'none' }]);
  });

  test('is the care team’s act alone, is written down, and names no reason', async () => {
    const { practice, at, couple, therapist, give } = await withPassword();
    const strangers = await Promise.all(
      (['therapist', 'practiceAdmin', 'scheduler', 'supervisor'] as const).map((role) =>
        makeStaff(database.owner, practice, [role]),
      ),
    );
    for (const { token } of [...strangers, couple.second, couple.first])
      expect(await refusalOf(asActor(token, (tx) => giveNewCode(tx, at)))).toContain('NotFound');
    await give();
    expect(await refusalOf(give()), 'pressed again').toContain('waits for the code');
    const { rows } = await database.owner.query(
      `select act, record_kind, concerns_partner_id from audit_events where staff_member_id = $1 order by act`,
      [therapist.staffMemberId],
    );
    expect(rows).toEqual([
      { act: 'invited', record_kind: 'invitation', concerns_partner_id: null },
      { act: 'revoked', record_kind: 'account', concerns_partner_id: at.partnerId },
    ]);
  });

  test('closes this place to the password of someone who works somewhere, which itself stays as it is', async () => {
    const { practice, therapist, first, at } = await withPassword();
    const elsewhere = await makePractice(database.owner);
    const staff = await makeStaff(database.owner, elsewhere);
    await database.owner.query('update staff_members set account_id = $1 where id = $2', [
      first.accountId,
      staff.staffMemberId,
    ]);
    const atWork = await makeSignIn(database.owner, first.accountId, elsewhere, { staffMemberId: staff.staffMemberId });
    await asActor(therapist.token, (tx) => giveNewCode(tx, at));
    expect(await isIn(atWork)).toBe(true);
    expect(await isIn(first.token)).toBe('out');
    const entered = await enter(first.email, PASSWORD);
    expect(entered, 'this place is closed to the password').toMatchObject({ state: 'signedIn', kind: 'staff' });
    const issued = await asActor(therapist.token, (tx) => findInvitationOfPartner(tx, at.partnerId));
    await redeem(issued as unknown as IssuedInvitation, withNew);
    expect(await enter(first.email, PASSWORD), 'the password at work opens what it did').toMatchObject({
      kind: 'staff',
    });
    expect(await enter(first.email, NEW_PASSWORD)).toMatchObject({ state: 'signedIn', kind: 'partner' });
    expect(practice.practiceId).not.toBe(elsewhere.practiceId);
  });
});
