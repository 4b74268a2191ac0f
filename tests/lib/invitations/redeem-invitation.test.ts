import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { asActor, NotSignedIn } from '@/db/access/as-actor';
import { signIn } from '@/lib/accounts/sign-in';
import { readEnv } from '@/lib/env';
import { invitePartner } from '@/lib/invitations/invite-partner';
import { tokenOf, type IssuedInvitation } from '@/lib/invitations/issue-invitation';
import { readCard } from '@/lib/invitations/read-card';
import { redeemInvitation } from '@/lib/invitations/redeem-invitation';
import { sendAgain } from '@/lib/invitations/resend-invitation';
import { revokeInvitation } from '@/lib/invitations/revoke-invitation';
import { invitationCode } from '@/lib/invitations/token';
import { addStaff } from '@/lib/people/invite-staff';
import { useDatabase } from '../../support/database';
import { makeCouple, makePractice, makeStaff } from '../../support/people';

const database = useDatabase();
const PASSWORD = 'nine copper lamps and tea';
let next = 0;
const address = () => `203.0.113.${(next += 1)}-${process.pid}-${Date.now()}`;

async function practiceWithAdmin() {
  const practice = await makePractice(database.owner);
  const admin = await makeStaff(database.owner, practice, ['practiceAdmin', 'therapist']);
  return { practice, admin };
}

const staffInput = () => ({
  name: 'Nora Example',
  credential: '',
  email: `${randomUUID()}@staff.example`,
  roles: ['therapist' as const],
});

async function invitedStaff() {
  const { practice, admin } = await practiceWithAdmin();
  const made = await asActor(admin.token, (tx) => addStaff(tx, staffInput()));
  return { practice, admin, ...made };
}

async function invitedPartner() {
  const { practice, admin } = await practiceWithAdmin();
  const couple = await makeCouple(database.owner, practice, admin);
  const partnerId = couple.second.partnerId;
  const email = `${randomUUID()}@partner.example`;
  await database.owner.query(`update partners set account_id = null, status = 'invited', email = $2 where id = $1`, [
    partnerId,
    email,
  ]);
  const issued = await asActor(admin.token, (tx) => invitePartner(tx, { partnerId }));
  return { practice, admin, couple, partnerId, issued, code: codeOf(issued) };
}

const codeOf = (issued: IssuedInvitation) => invitationCode(readEnv().keys.invitationKey, issued.id);
const typed = (issued: IssuedInvitation, over = {}) => ({
  token: tokenOf(issued),
  code: '',
  password: PASSWORD,
  passwordAgain: PASSWORD,
  ...over,
});
const redeem = (issued: IssuedInvitation, over = {}) => redeemInvitation(typed(issued, over), { address: address() });
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe('a staff invitation', () => {
  test('makes the account, and the person signs in with it', async () => {
    const { issued, staffMemberId } = await invitedStaff();
    const { login } = await redeem(issued);
    const answer = await signIn({ login, password: PASSWORD, address: address(), device: '' });
    if (answer.state !== 'signedIn') throw new Error(answer.state);
    expect(await asActor(answer.token, async ({ actor }) => [actor.staffMemberId, actor.roles])).toEqual([
      staffMemberId,
      ['therapist'],
    ]);
  });

  test('100 redemptions at once give exactly one account', async () => {
    const { issued } = await invitedStaff();
    const answers = await Promise.all(Array.from({ length: 100 }, () => refusalOf(redeem(issued))));
    expect(answers.filter((one) => one === 'accepted')).toHaveLength(1);
    // A machine too busy to give a connection within four seconds says so; everyone else gets one and the same sentence.
    const refusals = answers.filter(
      (one) => one !== 'accepted' && !/timeout exceeded when trying to connect/.test(one),
    );
    expect(refusals.length).toBeGreaterThan(0);
    expect(new Set(refusals).size).toBe(1);
    expect(refusals[0]).toMatch(/^Refusal/);
    const { rows } = await database.owner.query('select id from accounts where email = $1', [issued.email]);
    expect(rows).toHaveLength(1);
    // Two hundred password hashes.
  }, 120_000);

  test('expired, used, revoked, outdated and invented links are answered alike', async () => {
    const answers: string[] = [];
    const used = await invitedStaff();
    await redeem(used.issued);
    answers.push(await refusalOf(redeem(used.issued)));

    const revoked = await invitedStaff();
    await asActor(revoked.admin.token, (tx) => revokeInvitation(tx, { invitationId: revoked.issued.id }));
    answers.push(await refusalOf(redeem(revoked.issued)));

    const expired = await invitedStaff();
    await database.owner.query('update invitations set expires_at = auth.now() where id = $1', [expired.issued.id]);
    answers.push(await refusalOf(redeem(expired.issued)));

    const outdated = await invitedStaff();
    await asActor(outdated.admin.token, (tx) => sendAgain(tx, outdated.issued.id));
    answers.push(await refusalOf(redeem(outdated.issued)));

    answers.push(await refusalOf(redeem(used.issued, { token: 'A'.repeat(43) })));
    answers.push(await refusalOf(redeem(used.issued, { token: '' })));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('Refusal');
  });

  test('lasts 72 hours, and a partner’s 7 days', async () => {
    const staff = await invitedStaff();
    const partner = await invitedPartner();
    const { rows } = await database.owner.query(
      `select kind, extract(epoch from expires_at - created_at)::int / 3600 as hours from invitations where id = any ($1) order by kind`,
      [[staff.issued.id, partner.issued.id]],
    );
    expect(rows).toEqual([
      { kind: 'partner', hours: 168 },
      { kind: 'staff', hours: 72 },
    ]);
  });

  test('asks 15 characters of staff', async () => {
    const { issued } = await invitedStaff();
    const short = 'copper lamps';
    const error = await redeem(issued, { password: short, passwordAgain: short }).catch((e: unknown) => e);
    expect(error).toMatchObject({ fields: { password: expect.stringContaining('at least 15') } });
    expect(await refusalOf(redeem(issued))).toBe('accepted');
  });
});

describe('rule 1: a partner’s invitation', () => {
  test('opens by link and code, in whatever way the code is written', async () => {
    const { issued, code, partnerId } = await invitedPartner();
    const { login } = await redeem(issued, { code: ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} ` });
    const answer = await signIn({ login, password: PASSWORD, address: address(), device: '' });
    if (answer.state !== 'signedIn') throw new Error(answer.state);
    expect(answer.kind).toBe('partner');
    expect(await asActor(answer.token, async ({ actor }) => actor.partnerId)).toBe(partnerId);
  });

  test('the link without the code opens nothing, and five wrong codes close it', async () => {
    const { issued, code } = await invitedPartner();
    const answers: string[] = [];
    for (const wrong of ['', 'AAAAAA', 'ZZZZZZ', `${code}A`, code.slice(0, 5)])
      answers.push(await refusalOf(redeem(issued, { code: wrong })));
    expect(new Set(answers).size).toBe(1);
    expect(await refusalOf(redeem(issued, { code }))).toBe(answers[0]);
  });

  test('closed by wrong codes, sent again, asks for another code; otherwise the card stays true', async () => {
    const { issued, code, admin, partnerId } = await invitedPartner();
    const again = await asActor(admin.token, (tx) => sendAgain(tx, issued.id));
    expect(codeOf(again)).toBe(code);
    for (let n = 0; n < 5; n += 1) await refusalOf(redeem(again, { code: 'AAAAAA' }));
    expect(await asActor(admin.token, (tx) => readCard(tx, partnerId))).toBeNull();
    const anew = await asActor(admin.token, (tx) => sendAgain(tx, again.id));
    expect(codeOf(anew)).not.toBe(code);
    expect((await asActor(admin.token, (tx) => readCard(tx, partnerId)))?.code).toBe(codeOf(anew));
    expect(await refusalOf(redeem(anew, { code: codeOf(anew) }))).toBe('accepted');
  });

  test('is refused for an address of staff', async () => {
    const { admin, practice } = await practiceWithAdmin();
    const couple = await makeCouple(database.owner, practice, admin);
    const { partnerId } = couple.second;
    await database.owner.query(`update partners set account_id = null, status = 'invited', email = $2 where id = $1`, [
      partnerId,
      admin.email,
    ]);
    expect(await refusalOf(asActor(admin.token, (tx) => invitePartner(tx, { partnerId })))).toContain('works here');
  });

  test('a link holds 256 bits, a code six characters that can’t be taken for one another, and neither is in the database', async () => {
    const { issued, code } = await invitedPartner();
    expect(tokenOf(issued)).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(code).toMatch(/^[ACDEFGHJKMNPQRTUVWXY34679]{6}$/);
    const { rows } = await database.owner.query('select * from invitations where id = $1', [issued.id]);
    expect(JSON.stringify(rows)).not.toContain(tokenOf(issued));
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  test('for an address that signs in here already is taken up like any other, and each password opens its own place', async () => {
    const { issued, code, partnerId } = await invitedPartner();
    const elsewhere = await invitedStaff();
    await database.owner.query('update invitations set email = $1 where id = $2', [issued.email, elsewhere.issued.id]);
    await redeem(elsewhere.issued);
    const other = 'another lamp, another tea';
    expect(await refusalOf(redeem(issued, { code, password: other, passwordAgain: other }))).toBe('accepted');
    const placeOf = async (password: string) => {
      const answer = await signIn({ login: issued.email!, password, address: address(), device: '' });
      if (answer.state !== 'signedIn') throw new Error(answer.state);
      return asActor(answer.token, async ({ actor }) => actor.partnerId ?? actor.staffMemberId);
    };
    expect(await placeOf(other)).toBe(partnerId);
    expect(await placeOf(PASSWORD)).toBe(elsewhere.staffMemberId);
  });

  test('tells whoever knows the password of that address’s account to bring the account instead, and makes no second one of it', async () => {
    const { issued, code } = await invitedPartner();
    const elsewhere = await invitedStaff();
    await database.owner.query('update invitations set email = $1 where id = $2', [issued.email, elsewhere.issued.id]);
    await redeem(elsewhere.issued);
    const refused = await redeem(issued, { code }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ fields: { password: expect.stringContaining('I already have an account here') } });
    const { rows } = await database.owner.query('select id from accounts where email = $1', [issued.email]);
    expect(rows).toHaveLength(1);
  });
});

test('a revoked person’s next request is refused', async () => {
  const { admin, practice } = await practiceWithAdmin();
  const { first } = await makeCouple(database.owner, practice, admin);
  await database.owner.query(`update partners set status = 'deactivated' where id = $1`, [first.partnerId]);
  await expect(asActor(first.token, async () => 'in')).rejects.toBeInstanceOf(NotSignedIn);
});
