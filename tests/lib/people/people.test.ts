import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { asActor, NotSignedIn } from '@/db/access/as-actor';
import { STAFF_ROLES } from '@/db/schema/staff';
import { deliverAs } from '@/lib/invitations/deliver';
import { redeemInvitation } from '@/lib/invitations/redeem-invitation';
import { tokenOf } from '@/lib/invitations/issue-invitation';
import { changeRoles } from '@/lib/people/change-roles';
import { deactivatePartner, reactivatePartner } from '@/lib/people/deactivate-partner';
import { deactivateStaff, reactivateStaff } from '@/lib/people/deactivate-staff';
import { addStaff } from '@/lib/people/invite-staff';
import { firstArea } from '@/lib/people/clinic-areas';
import { readPartnerPage, readPeople, readStaffPage, rolesToGive } from '@/lib/people/read-people';
import { revokeInvitation } from '@/lib/invitations/revoke-invitation';
import { sendAgain } from '@/lib/invitations/resend-invitation';
import { useDatabase } from '../../support/database';
import { makeCouple, makePractice, makeStaff } from '../../support/people';

const database = useDatabase();

async function practiceWithAdmin() {
  const practice = await makePractice(database.owner);
  const admin = await makeStaff(database.owner, practice, ['practiceAdmin'], 'Alma Example');
  const therapist = await makeStaff(database.owner, practice, ['therapist'], 'Tess Example');
  return { practice, admin, therapist };
}

const newcomer = (over = {}) => ({
  name: 'Nora Example',
  credential: 'LMFT',
  email: `${randomUUID()}@staff.example`,
  roles: ['therapist' as const],
  ...over,
});
const refusal = { name: 'Refusal' };
const missing = { name: 'NotFound' };

describe('inviting staff', () => {
  test('makes a person who is invited, with a link to hand over while no mail server is set', async () => {
    const { admin } = await practiceWithAdmin();
    const { staffMemberId, issued } = await asActor(admin.token, (tx) => addStaff(tx, newcomer()));
    await deliverAs(issued, (work) => asActor(admin.token, work));
    const { member: made } = await asActor(admin.token, (tx) => readStaffPage(tx, staffMemberId));
    expect(made).toMatchObject({
      status: 'invited',
      roles: ['therapist'],
      invitation: { state: 'open', mailState: 'none' },
    });
    expect(made.invitation?.link).toBe(`http://localhost:3000/i/${tokenOf(issued)}`);
  });

  test('shows what became of it', async () => {
    const { admin } = await practiceWithAdmin();
    const { staffMemberId, issued } = await asActor(admin.token, (tx) => addStaff(tx, newcomer()));
    const shown = async () => (await asActor(admin.token, (tx) => readStaffPage(tx, staffMemberId))).member.invitation;
    await asActor(admin.token, (tx) => revokeInvitation(tx, { invitationId: issued.id }));
    expect(await shown()).toMatchObject({ state: 'revoked', link: null });
    const again = await asActor(admin.token, (tx) => sendAgain(tx, issued.id));
    expect((await shown())?.link).toContain(tokenOf(again));
    await database.owner.query('update invitations set expires_at = auth.now() where id = $1', [issued.id]);
    expect(await shown()).toMatchObject({ state: 'expired', link: null });
    const last = await asActor(admin.token, (tx) => sendAgain(tx, issued.id));
    const password = 'nine copper lamps and tea';
    await redeemInvitation(
      { token: tokenOf(last), code: '', password, passwordAgain: password },
      { address: randomUUID() },
    );
    expect(await shown()).toMatchObject({ state: 'accepted', link: null });
    await expect(asActor(admin.token, (tx) => sendAgain(tx, issued.id))).rejects.toMatchObject(refusal);
    await expect(asActor(admin.token, (tx) => revokeInvitation(tx, { invitationId: issued.id }))).rejects.toMatchObject(
      refusal,
    );
  });

  test('refuses an address that works here, worked here, or is a partner’s, with the reason by the field', async () => {
    const { practice, admin, therapist } = await practiceWithAdmin();
    const { first } = await makeCouple(database.owner, practice, therapist);
    const invite = (email: string) => asActor(admin.token, (tx) => addStaff(tx, newcomer({ email })));
    await expect(invite(therapist.email)).rejects.toMatchObject({
      fields: { email: expect.stringContaining('works here already') },
    });
    await expect(invite(first.email)).rejects.toMatchObject({ fields: { email: expect.stringContaining('partner') } });
    await database.owner.query(`update staff_members set status = 'deactivated' where id = $1`, [
      therapist.staffMemberId,
    ]);
    await expect(invite(therapist.email)).rejects.toMatchObject({
      fields: { email: expect.stringContaining('Reactivate') },
    });
  });

  test('is the practice admin’s alone', async () => {
    const { therapist, admin } = await practiceWithAdmin();
    await expect(asActor(therapist.token, (tx) => addStaff(tx, newcomer()))).rejects.toMatchObject(missing);
    await expect(asActor(therapist.token, (tx) => readPeople(tx, {}))).rejects.toMatchObject(missing);
    const { issued } = await asActor(admin.token, (tx) => addStaff(tx, newcomer()));
    await expect(
      asActor(therapist.token, (tx) => revokeInvitation(tx, { invitationId: issued.id })),
    ).rejects.toMatchObject(missing);
    const { admin: stranger } = await practiceWithAdmin();
    await expect(
      asActor(stranger.token, (tx) => revokeInvitation(tx, { invitationId: issued.id })),
    ).rejects.toMatchObject(missing);
  });
});

describe('roles and access', () => {
  test('hold from the next request on', async () => {
    const { admin, therapist } = await practiceWithAdmin();
    await asActor(admin.token, (tx) =>
      changeRoles(tx, { staffMemberId: therapist.staffMemberId, roles: ['practiceAdmin'] }),
    );
    expect(await asActor(therapist.token, async ({ actor }) => actor.roles)).toEqual(['practiceAdmin']);
  });

  test('there is always one active practice admin', async () => {
    const { admin, therapist } = await practiceWithAdmin();
    const give = (staffMemberId: string, roles: ('therapist' | 'practiceAdmin')[]) =>
      asActor(admin.token, (tx) => changeRoles(tx, { staffMemberId, roles }));
    await expect(give(admin.staffMemberId, ['therapist'])).rejects.toMatchObject(refusal);
    await give(therapist.staffMemberId, ['therapist', 'practiceAdmin']);
    await give(admin.staffMemberId, ['therapist']);
    expect(await asActor(admin.token, async ({ actor }) => actor.roles)).toEqual(['therapist']);
  });

  test('two admins who take each other’s role at the same moment leave one', async () => {
    const { practice, admin } = await practiceWithAdmin();
    const other = await makeStaff(database.owner, practice, ['practiceAdmin'], 'Orla Example');
    const take = (from: string, whose: string) =>
      asActor(from, (tx) => changeRoles(tx, { staffMemberId: whose, roles: ['therapist'] }));
    const done = await Promise.allSettled([
      take(admin.token, other.staffMemberId),
      take(other.token, admin.staffMemberId),
    ]);
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { rows } = await database.owner.query(
      `select 1 from staff_roles where practice_id = $1 and role = 'practiceAdmin'`,
      [practice.practiceId],
    );
    expect(rows).toHaveLength(1);
  });

  test('and neither do two who deactivate each other', async () => {
    const { practice, admin } = await practiceWithAdmin();
    const other = await makeStaff(database.owner, practice, ['practiceAdmin'], 'Orla Example');
    const done = await Promise.allSettled([
      asActor(admin.token, (tx) => deactivateStaff(tx, other)),
      asActor(other.token, (tx) => deactivateStaff(tx, admin)),
    ]);
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('a primary therapist keeps the role until the couples have another', async () => {
    const { practice, admin, therapist } = await practiceWithAdmin();
    await makeCouple(database.owner, practice, therapist);
    await expect(
      asActor(admin.token, (tx) =>
        changeRoles(tx, { staffMemberId: therapist.staffMemberId, roles: ['supervisor', 'scheduler'] }),
      ),
    ).rejects.toMatchObject({ fields: { roles: expect.stringContaining('1 couple') } });
  });

  test('all four roles are offered, each with a line on what it may do and something to open', () => {
    expect(
      rolesToGive()
        .map((role) => role.value)
        .toSorted(),
    ).toEqual(STAFF_ROLES.toSorted());
    for (const { value, description } of rolesToGive()) {
      expect(description).toMatch(/\.$/);
      expect(firstArea({ roles: [value] })).not.toBeNull();
    }
  });

  test('a deactivated person’s next request is refused, for good; reactivated, only a new sign-in lets them in', async () => {
    const { admin, therapist } = await practiceWithAdmin();
    await asActor(admin.token, (tx) => deactivateStaff(tx, therapist));
    await expect(asActor(therapist.token, async () => 'in')).rejects.toBeInstanceOf(NotSignedIn);
    await asActor(admin.token, (tx) => reactivateStaff(tx, therapist));
    await expect(asActor(therapist.token, async () => 'in')).rejects.toBeInstanceOf(NotSignedIn);
    await expect(asActor(admin.token, (tx) => deactivateStaff(tx, admin))).rejects.toMatchObject(refusal);
  });

  test('a partner’s access ends and opens in the same way', async () => {
    const { practice, admin, therapist } = await practiceWithAdmin();
    const { first, second } = await makeCouple(database.owner, practice, therapist);
    await asActor(admin.token, (tx) => deactivatePartner(tx, first));
    await expect(asActor(first.token, async () => 'in')).rejects.toBeInstanceOf(NotSignedIn);
    expect(await asActor(second.token, async () => 'in')).toBe('in');
    await asActor(admin.token, (tx) => reactivatePartner(tx, first));
    const { partner } = await asActor(admin.token, (tx) => readPartnerPage(tx, first.partnerId));
    expect(partner.status).toBe('active');
    await expect(asActor(therapist.token, (tx) => deactivatePartner(tx, first))).rejects.toMatchObject(missing);
  });
});
