/** Staff members and partners' accounts, as the practice admin runs them: not one clinical column. */
import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { couples, partners } from '../../schema/couples';
import { invitations } from '../../schema/invitations';
import { type AccountState, staffMembers, staffRoles, type StaffRole } from '../../schema/staff';

export type StaffRow = Pick<
  typeof staffMembers.$inferSelect,
  'id' | 'name' | 'credential' | 'email' | 'status' | 'accountId'
> & { roles: StaffRole[] };

const ofPractice = (tx: ActorTx) => tx.actor.practiceId;

/** What one admin does to people waits for what another one is doing, so that both can't take the last of something. */
export async function lockPeople(tx: ActorTx): Promise<void> {
  await tx.db.execute(sql`select id from practices where id = ${ofPractice(tx)} for no key update`);
}

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
  /** Exactly one of the two. */
  email: string | null;
  userName: string | null;
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
  userName: partners.userName,
  status: partners.status,
  accountId: partners.accountId,
};

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

/** The invitations to these places, oldest first, so that the last one to a place is the one that counts. */
export async function listInvitations(tx: ActorTx, place: 'staffMemberId' | 'partnerId', ids: readonly string[]) {
  return tx.db
    .select()
    .from(invitations)
    .where(inArray(invitations[place], [...ids]))
    .orderBy(asc(invitations.createdAt), asc(invitations.id));
}

/** A page of a list: narrowed by a word and a state of the account. */
export type PeopleAsked = { search: string; state: AccountState | null; limit: number; offset: number };
export type PageOf<R> = { rows: R[]; total: number };

/** One statement. */
export function listStaffPage(tx: ActorTx, asked: PeopleAsked): Promise<PageOf<StaffRow>> {
  return pageOf<StaffRow>(
    tx,
    asked,
    sql`select m.id, m.name, m.credential, m.email, m.status, m.account_id as "accountId", m.name as sorted_by, 0 as position,
               coalesce((select jsonb_agg(r.role order by r.role) from staff_roles r where r.staff_member_id = m.id), '[]') as roles,
               m.name || ' ' || m.email as told
          from staff_members m where m.practice_id = ${ofPractice(tx)}`,
  );
}

/** By couple. One statement. */
export function listPartnersPage(tx: ActorTx, asked: PeopleAsked): Promise<PageOf<PartnerRow>> {
  return pageOf<PartnerRow>(
    tx,
    asked,
    sql`select p.id, p.couple_id as "coupleId", c.label as "coupleLabel", p.position, p.name, p.email, p.user_name as "userName", p.status,
               p.account_id as "accountId", c.label || c.id as sorted_by, concat_ws(' ', p.name, p.email, c.label) as told
          from partners p join couples c on c.id = p.couple_id where p.practice_id = ${ofPractice(tx)}`,
  );
}

async function pageOf<R extends object>(tx: ActorTx, { search, state, limit, offset }: PeopleAsked, all: SQL) {
  const { rows } = await tx.db.execute<R & { total: number; told: string; sorted_by: string }>(sql`
    select x.*, count(*) over ()::int as total from (${all}) x
     where (${search} = '' or strpos(lower(x.told), lower(${search})) > 0) and (${state}::text is null or x.status = ${state})
     order by lower(x.sorted_by), x.position, x.id limit ${limit} offset ${offset}`);
  const kept = rows.map(({ total: _, told: __, sorted_by: ___, ...row }) => row as unknown as R);
  return { rows: kept, total: rows[0]?.total ?? 0 };
}
