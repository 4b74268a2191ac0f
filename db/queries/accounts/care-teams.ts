/** Who cares for which couple, in which part, from a day to a day: not one clinical column. */
import { asc, eq, sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { careTeamMembers, couples, type CareTeamPart, type CoupleState } from '../../schema/couples';
import { staffMembers } from '../../schema/staff';
import type { PageOf, PeopleAsked } from './people';

export type CareTeamRow = {
  id: string;
  staffMemberId: string;
  name: string;
  part: CareTeamPart;
  fromOn: string;
  /** The last day; null while it has none. */
  toOn: string | null;
};

/** Everyone who stands, stood or will stand in a couple's care team, by their first day. */
export async function listCareTeam(tx: ActorTx, coupleId: string): Promise<CareTeamRow[]> {
  return tx.db
    .select({
      id: careTeamMembers.id,
      staffMemberId: careTeamMembers.staffMemberId,
      name: staffMembers.name,
      part: careTeamMembers.part,
      fromOn: careTeamMembers.fromOn,
      toOn: careTeamMembers.toOn,
    })
    .from(careTeamMembers)
    .innerJoin(staffMembers, eq(staffMembers.id, careTeamMembers.staffMemberId))
    .where(eq(careTeamMembers.coupleId, coupleId))
    .orderBy(asc(careTeamMembers.fromOn), asc(staffMembers.name), asc(careTeamMembers.id));
}

export async function findCoupleLabel(
  tx: ActorTx,
  coupleId: string,
): Promise<{ id: string; label: string; status: CoupleState } | null> {
  const [row] = await tx.db
    .select({ id: couples.id, label: couples.label, status: couples.status })
    .from(couples)
    .where(eq(couples.id, coupleId));
  return row ?? null;
}

export type CoupleWithTeam = { id: string; label: string; team: Pick<CareTeamRow, 'id' | 'name' | 'part' | 'toOn'>[] };

/** Couples with those who care for them today, found by the couple's initials or by a name. One statement. */
export async function listCareTeamsPage(
  tx: ActorTx,
  { search, limit, offset }: Omit<PeopleAsked, 'state'>,
): Promise<PageOf<CoupleWithTeam>> {
  const { rows } = await tx.db.execute<CoupleWithTeam & { total: number }>(sql`
    select c.id, c.label, coalesce(t.team, '[]') as team, count(*) over ()::int as total
      from couples c
      left join (
        select m.couple_id, string_agg(s.name, ' ') as names,
               jsonb_agg(jsonb_build_object('id', m.id, 'name', s.name, 'part', m.part, 'toOn', m.to_on)
                         order by m.part <> 'primary', m.from_on, s.name) as team
          from care_team_members m join staff_members s on s.id = m.staff_member_id
         where m.practice_id = ${tx.actor.practiceId} and m.from_on <= auth.today()
           and (m.to_on is null or m.to_on >= auth.today())
         group by m.couple_id
      ) t on t.couple_id = c.id
     where c.practice_id = ${tx.actor.practiceId}
       and (${search} = '' or strpos(lower(c.label || ' ' || coalesce(t.names, '')), lower(${search})) > 0)
     order by lower(c.label), c.id limit ${limit} offset ${offset}`);
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** The couples that have this person as their primary. */
export async function listPrimaryOf(
  tx: ActorTx,
  staffMemberId: string,
): Promise<{ id: string; label: string; status: CoupleState }[]> {
  const { rows } = await tx.db.execute<{ id: string; label: string; status: CoupleState }>(sql`
    select c.id, c.label, c.status from care_team_members m join couples c on c.id = m.couple_id
     where m.staff_member_id = ${staffMemberId} and m.part = 'primary' and m.to_on is null
     order by lower(c.label), c.id`);
  return rows;
}

export async function insertCareTeamMember(
  tx: ActorTx,
  row: { coupleId: string; staffMemberId: string; part: CareTeamPart; fromOn: string; toOn?: string | null },
): Promise<void> {
  await tx.db.insert(careTeamMembers).values({ ...row, practiceId: tx.actor.practiceId });
}

export async function changeCareTeamMember(
  tx: ActorTx,
  id: string,
  to: { part?: CareTeamPart; fromOn?: string; toOn?: string | null },
): Promise<void> {
  await tx.db.update(careTeamMembers).set(to).where(eq(careTeamMembers.id, id));
}

/** Ends every part of someone who leaves, at once. */
export async function endEveryPart(tx: ActorTx, staffMemberId: string): Promise<void> {
  await tx.db.execute(sql`
    update care_team_members set to_on = auth.today() - 1
     where staff_member_id = ${staffMemberId} and (to_on is null or to_on >= auth.today())`);
}

/** Each of these couples gets its new primary from this day; what that person did there before ends. */
export async function insertPrimaries(
  tx: ActorTx,
  fromOn: string,
  next: readonly { coupleId: string; staffMemberId: string }[],
): Promise<void> {
  if (next.length === 0) return;
  const pairs = sql.join(
    next.map(({ coupleId, staffMemberId }) => sql`(${coupleId}::uuid, ${staffMemberId}::uuid)`),
    sql`, `,
  );
  await tx.db.execute(sql`
    update care_team_members set to_on = auth.today() - 1
     where (couple_id, staff_member_id) in (${pairs}) and (to_on is null or to_on >= auth.today())`);
  await tx.db
    .insert(careTeamMembers)
    .values(next.map((one) => ({ ...one, practiceId: tx.actor.practiceId, part: 'primary' as const, fromOn })));
}

/** What someone leaves behind, in numbers alone. */
export async function countLeft(tx: ActorTx, staffMemberId: string): Promise<{ unsigned: number; coming: number }> {
  const { rows } = await tx.db.execute<{ unsigned: number; coming: number }>(
    sql`select unsigned_notes as "unsigned", coming_sessions as coming from auth.what_someone_leaves(${staffMemberId})`,
  );
  return rows[0] ?? { unsigned: 0, coming: 0 };
}

/** What they had planned goes to each couple's primary. Answers how many sessions that were. */
export async function handOverSessions(tx: ActorTx, staffMemberId: string): Promise<number> {
  const { rows } = await tx.db.execute<{ moved: number }>(
    sql`select auth.hand_over_sessions(${staffMemberId}) as moved`,
  );
  return rows[0]?.moved ?? 0;
}
