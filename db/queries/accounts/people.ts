/** Staff members, partners' accounts and care teams, as the practice admin runs them: not one clinical column. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { careTeamMembers, couples, partners, type CareTeamPart } from '../../schema/couples';
import { invitations } from '../../schema/invitations';
import { type AccountState, staffMembers, staffRoles, type StaffRole } from '../../schema/staff';

export type StaffRow = Pick<
  typeof staffMembers.$inferSelect,
  'id' | 'name' | 'credential' | 'email' | 'status' | 'accountId'
> & { roles: StaffRole[] };

const ofPractice = (tx: ActorTx) => tx.actor.practiceId;

export async function listStaff(tx: ActorTx): Promise<StaffRow[]> {
  const members = await tx.db
    .select({
      id: staffMembers.id,
      name: staffMembers.name,
      credential: staffMembers.credential,
      email: staffMembers.email,
      status: staffMembers.status,
      accountId: staffMembers.accountId,
    })
    .from(staffMembers)
    .where(eq(staffMembers.practiceId, ofPractice(tx)))
    .orderBy(asc(staffMembers.name), asc(staffMembers.id));
  const roles = await tx.db
    .select({ staffMemberId: staffRoles.staffMemberId, role: staffRoles.role })
    .from(staffRoles)
    .where(eq(staffRoles.practiceId, ofPractice(tx)))
    .orderBy(asc(staffRoles.role));
  return members.map((member) => ({
    ...member,
    roles: roles.filter((row) => row.staffMemberId === member.id).map((row) => row.role),
  }));
}

export async function insertStaff(
  tx: ActorTx,
  row: { id: string; name: string; credential: string; email: string; roles: readonly StaffRole[] },
): Promise<void> {
  const { roles, ...member } = row;
  await tx.db.insert(staffMembers).values({ ...member, practiceId: ofPractice(tx), status: 'invited' });
  await insertRoles(tx, row.id, roles);
}

export async function insertRoles(tx: ActorTx, staffMemberId: string, roles: readonly StaffRole[]): Promise<void> {
  if (roles.length === 0) return;
  await tx.db.insert(staffRoles).values(roles.map((role) => ({ practiceId: ofPractice(tx), staffMemberId, role })));
}

export async function deleteRole(tx: ActorTx, staffMemberId: string, role: StaffRole): Promise<void> {
  await tx.db.delete(staffRoles).where(and(eq(staffRoles.staffMemberId, staffMemberId), eq(staffRoles.role, role)));
}

export async function changeStaffStatus(tx: ActorTx, id: string, status: AccountState): Promise<void> {
  await tx.db
    .update(staffMembers)
    .set({ status, deactivatedAt: status === 'deactivated' ? tx.actor.now : null })
    .where(eq(staffMembers.id, id));
}

export type PartnerRow = {
  id: string;
  coupleId: string;
  coupleLabel: string;
  position: number;
  name: string;
  email: string;
  status: AccountState;
  accountId: string | null;
};

const partnerColumns = {
  id: partners.id,
  coupleId: partners.coupleId,
  coupleLabel: couples.label,
  position: partners.position,
  name: partners.name,
  email: partners.email,
  status: partners.status,
  accountId: partners.accountId,
};

export async function listPartners(tx: ActorTx): Promise<PartnerRow[]> {
  return tx.db
    .select(partnerColumns)
    .from(partners)
    .innerJoin(couples, eq(couples.id, partners.coupleId))
    .where(eq(partners.practiceId, ofPractice(tx)))
    .orderBy(asc(couples.label), asc(partners.coupleId), asc(partners.position));
}

export async function findPartner(tx: ActorTx, id: string): Promise<PartnerRow | null> {
  const [row] = await tx.db
    .select(partnerColumns)
    .from(partners)
    .innerJoin(couples, eq(couples.id, partners.coupleId))
    .where(eq(partners.id, id));
  return row ?? null;
}

export async function changePartnerStatus(tx: ActorTx, id: string, status: AccountState): Promise<void> {
  await tx.db
    .update(partners)
    .set({ status, deactivatedAt: status === 'deactivated' ? tx.actor.now : null })
    .where(eq(partners.id, id));
}

/** Every invitation of the practice, oldest first, so that the last one to a place is the one that counts. */
export async function listInvitations(tx: ActorTx) {
  return tx.db
    .select()
    .from(invitations)
    .where(eq(invitations.practiceId, ofPractice(tx)))
    .orderBy(asc(invitations.createdAt), asc(invitations.id));
}

export type CareTeamRow = {
  id: string;
  coupleId: string;
  staffMemberId: string;
  name: string;
  part: CareTeamPart;
  fromOn: string;
};

/** Those who stand in a care team now. */
export async function listCareTeams(tx: ActorTx, coupleId?: string): Promise<CareTeamRow[]> {
  return tx.db
    .select({
      id: careTeamMembers.id,
      coupleId: careTeamMembers.coupleId,
      staffMemberId: careTeamMembers.staffMemberId,
      name: staffMembers.name,
      part: careTeamMembers.part,
      fromOn: careTeamMembers.fromOn,
    })
    .from(careTeamMembers)
    .innerJoin(staffMembers, eq(staffMembers.id, careTeamMembers.staffMemberId))
    .where(
      and(
        eq(careTeamMembers.practiceId, ofPractice(tx)),
        isNull(careTeamMembers.toOn),
        coupleId ? eq(careTeamMembers.coupleId, coupleId) : undefined,
      ),
    )
    .orderBy(asc(careTeamMembers.fromOn), asc(staffMembers.name));
}

export async function listCouples(tx: ActorTx): Promise<{ id: string; label: string }[]> {
  return tx.db
    .select({ id: couples.id, label: couples.label })
    .from(couples)
    .where(eq(couples.practiceId, ofPractice(tx)))
    .orderBy(asc(couples.label), asc(couples.id));
}

export async function insertCareTeamMember(
  tx: ActorTx,
  row: { coupleId: string; staffMemberId: string; part: CareTeamPart; fromOn: string },
): Promise<void> {
  await tx.db.insert(careTeamMembers).values({ ...row, practiceId: ofPractice(tx) });
}

export async function changeCareTeamMember(
  tx: ActorTx,
  id: string,
  to: { part?: CareTeamPart; toOn?: string },
): Promise<void> {
  await tx.db.update(careTeamMembers).set(to).where(eq(careTeamMembers.id, id));
}
