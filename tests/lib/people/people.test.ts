import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { asActor, NotSignedIn } from '@/db/access/as-actor';
import { deliverAs } from '@/lib/invitations/deliver';
import { redeemInvitation } from '@/lib/invitations/redeem-invitation';
import { tokenOf } from '@/lib/invitations/issue-invitation';
import { assignCareTeam, endCareTeam } from '@/lib/people/care-team';
import { changeRoles } from '@/lib/people/change-roles';
import { deactivatePartner, reactivatePartner } from '@/lib/people/deactivate-partner';
import { deactivateStaff, reactivateStaff } from '@/lib/people/deactivate-staff';
import { addStaff } from '@/lib/people/invite-staff';
import { readPeople, rolesToGive } from '@/lib/people/read-people';
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
    const { staff } = await asActor(admin.token, readPeople);
    const made = staff.find((one) => one.id === staffMemberId);
    expect(made).toMatchObject({
      status: 'invited',
      roles: ['therapist'],
      invitation: { state: 'open', mailState: 'none' },
    });
    expect(made?.invitation?.link).toBe(`http://localhost:3000/i/${tokenOf(issued)}`);
  });

  test('shows what became of it', async () => {
    const { admin } = await practiceWithAdmin();
    const { staffMemberId, issued } = await asActor(admin.token, (tx) => addStaff(tx, newcomer()));
    const shown = async () =>
      (await asActor(admin.token, readPeople)).staff.find((one) => one.id === staffMemberId)?.invitation;
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
    await asActor(admin.token, (tx) => deactivateStaff(tx, therapist));
    await expect(invite(therapist.email)).rejects.toMatchObject({
      fields: { email: expect.stringContaining('Reactivate') },
    });
  });

  test('is the practice admin’s alone', async () => {
    const { therapist, admin } = await practiceWithAdmin();
    await expect(asActor(therapist.token, (tx) => addStaff(tx, newcomer()))).rejects.toMatchObject(missing);
    await expect(asActor(therapist.token, readPeople)).rejects.toMatchObject(missing);
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

  test('offers only roles with something to open here', () => {
    expect(rolesToGive().map((role) => role.value)).toEqual(expect.arrayContaining(['therapist', 'practiceAdmin']));
    expect(rolesToGive().map((role) => role.value)).not.toContain('scheduler');
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
    const { partners } = await asActor(admin.token, readPeople);
    expect(partners.find((one) => one.id === first.partnerId)?.status).toBe('active');
    await expect(asActor(therapist.token, (tx) => deactivatePartner(tx, first))).rejects.toMatchObject(missing);
  });
});

describe('care teams', () => {
  test('open a couple’s record from the next request, and close it in the same way', async () => {
    const { practice, admin, therapist } = await practiceWithAdmin();
    const cover = await makeStaff(database.owner, practice, ['therapist'], 'Cora Example');
    const { coupleId } = await makeCouple(database.owner, practice, therapist);
    const records = (token: string) =>
      asActor(token, async ({ db }) => (await db.execute('select couple_id from intakes')).rows.length);
    expect(await records(cover.token)).toBe(0);
    await asActor(admin.token, (tx) =>
      assignCareTeam(tx, { coupleId, staffMemberId: cover.staffMemberId, part: 'cover' }),
    );
    expect(await records(cover.token)).toBe(1);
    const { careTeams } = await asActor(admin.token, readPeople);
    const row = careTeams[0]?.team.find((one) => one.staffMemberId === cover.staffMemberId);
    await asActor(admin.token, (tx) => endCareTeam(tx, { coupleId, careTeamMemberId: row?.id ?? '' }));
    expect(await records(cover.token)).toBe(0);
    expect(await records(admin.token)).toBe(0);
  });

  test('keep one primary, and only active therapists', async () => {
    const { practice, admin, therapist } = await practiceWithAdmin();
    const other = await makeStaff(database.owner, practice, ['therapist'], 'Otto Example');
    const { coupleId } = await makeCouple(database.owner, practice, therapist);
    const put = (staffMemberId: string, part: 'primary' | 'cover') =>
      asActor(admin.token, (tx) => assignCareTeam(tx, { coupleId, staffMemberId, part }));
    await expect(put(admin.staffMemberId, 'cover')).rejects.toMatchObject(refusal);
    await expect(put(therapist.staffMemberId, 'cover')).rejects.toMatchObject(refusal);
    await put(other.staffMemberId, 'primary');
    const team = async () => (await asActor(admin.token, readPeople)).careTeams[0]?.team ?? [];
    expect((await team()).map((one) => [one.name, one.part]).toSorted((a, b) => a[0]!.localeCompare(b[0]!))).toEqual([
      ['Otto Example', 'primary'],
      ['Tess Example', 'coTherapist'],
    ]);
    const primary = (await team()).find((one) => one.part === 'primary');
    await expect(
      asActor(admin.token, (tx) => endCareTeam(tx, { coupleId, careTeamMemberId: primary?.id ?? '' })),
    ).rejects.toMatchObject(refusal);
    await expect(
      asActor(therapist.token, (tx) =>
        assignCareTeam(tx, { coupleId, staffMemberId: other.staffMemberId, part: 'cover' }),
      ),
    ).rejects.toMatchObject(missing);
  });
});
