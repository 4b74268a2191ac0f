import { asc, eq, sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { goals, goalVersions } from '../../schema/goals';
import { staffMembers } from '../../schema/staff';

/** Every version of every goal of a couple and its partners, the first first, each with who wrote it. One statement. */
export function listGoalVersions(tx: ActorTx, coupleId: string) {
  const { id, goalId, number, words, position, state, reviewOn, writtenAt } = goalVersions;
  return tx.db
    .select({
      id,
      goalId,
      number,
      words,
      position,
      state,
      reviewOn,
      writtenAt,
      partnerId: goals.partnerId,
      underId: goals.underId,
      author: staffMembers.name,
    })
    .from(goalVersions)
    .innerJoin(goals, eq(goals.id, goalVersions.goalId))
    .innerJoin(staffMembers, eq(staffMembers.id, goalVersions.authorId))
    .where(eq(goalVersions.coupleId, coupleId))
    .orderBy(asc(goalId), asc(number));
}
export type GoalVersionRow = Awaited<ReturnType<typeof listGoalVersions>>[number];

/** An open goal or objective as it stands now. `words` are sealed, in base64. */
export type GoalBesideRow = {
  id: string;
  versionId: string;
  partnerId: string | null;
  underId: string | null;
  words: string;
};

/**
 * A JSON array of what may stand beside a note n, in its order: beside a joint one the couple's goals alone, beside an individual one also
 * that partner's own, and never the other's. A diagnosis is no goal and is not among them.
 */
export const goalsBeside = sql`(
  select json_agg(json_build_object('id', g.id, 'versionId', v.id, 'partnerId', g.partner_id, 'underId', g.under_id,
                                    'words', encode(v.words, 'base64')) order by v.position, g.set_at, g.id)
    from goals g
    join lateral (select x.id, x.words, x.position, x.state from goal_versions x where x.goal_id = g.id order by x.number desc limit 1) v on v.state = 'open'
   where g.couple_id = n.couple_id and (g.partner_id is null or g.partner_id = n.partner_id))`;

export async function insertGoals(
  tx: ActorTx,
  rows: readonly (Pick<typeof goals.$inferInsert, 'coupleId' | 'partnerId' | 'underId'> & { id: string })[],
): Promise<void> {
  const { practiceId, staffMemberId, now } = tx.actor;
  if (rows.length > 0)
    await tx.db.insert(goals).values(rows.map((row) => ({ ...row, practiceId, authorId: staffMemberId!, setAt: now })));
}

export type NewGoalVersion = Pick<
  typeof goalVersions.$inferInsert,
  'coupleId' | 'goalId' | 'number' | 'words' | 'position' | 'state' | 'reviewOn'
> & { id: string };

/** False when one of them has a number that another took in the meantime. */
export async function insertGoalVersions(tx: ActorTx, rows: readonly NewGoalVersion[]): Promise<boolean> {
  const { practiceId, staffMemberId, now } = tx.actor;
  if (rows.length === 0) return true;
  const made = await tx.db
    .insert(goalVersions)
    .values(rows.map((row) => ({ ...row, practiceId, authorId: staffMemberId!, writtenAt: now })))
    .onConflictDoNothing();
  return made.rowCount === rows.length;
}

/** A line of to-dos for each couple of one's own with goals whose review day has come, in the columns of listToDos. */
export const dueGoals = sql`
    select c.id, c.id as couple_id, c.label, null::bytea as words, min(v.review_on) as due_on, (select auth.staff_member_id()) as author_id,
           '' as assignee, null::timestamptz as done_at, min(g.set_at) as created_at, null::jsonb as partner
      from goals g
      join couples c on c.id = g.couple_id
      join lateral (
        select n.state, n.review_on from goal_versions n where n.goal_id = g.id order by n.number desc limit 1) v on true
     where g.couple_id = any ((select auth.my_couple_ids())::uuid[])
       and v.state = 'open' and v.review_on <= plan.day_of(auth.now(), c.time_zone)
     group by c.id, c.label`;
