import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { toDos } from '../../schema/follow-up';
import { dueGoals } from '../frame/goals';
import { dueReferrals } from '../referrals/referrals';

export type ToDoRow = {
  id: string;
  coupleId: string;
  coupleLabel: string;
  /** Null for a referral or goals that are due: they have words of their own. */
  words: Buffer | null;
  dueOn: string;
  assigneeId: string;
  assigneeName: string;
  isDone: boolean;
  /** Whom a referral that is due is for. */
  partner: { id: string; name: string } | null;
};

/**
 * What is still to do, and what was done since midnight in the practice's zone and may be undone: for one couple by anyone of its
 * care team, or for every couple of one's own by oneself, with the referrals and goals of these couples that are due. What is due first
 * comes first. One statement.
 */
export async function listToDos(tx: ActorTx, coupleId: string | null): Promise<ToDoRow[]> {
  const zone = tx.actor.timeZone;
  const found = await tx.db.execute<ToDoRow>(sql`
    select id, couple_id as "coupleId", label as "coupleLabel", words, due_on::text as "dueOn", assignee_id as "assigneeId",
           assignee as "assigneeName", done_at is not null as "isDone", partner
      from (
        select t.id, t.couple_id, c.label, t.words, t.due_on, t.assignee_id, s.name as assignee, t.done_at, t.created_at, null::jsonb as partner
          from to_dos t
          join couples c on c.id = t.couple_id
          join staff_members s on s.id = t.assignee_id
         where ${coupleId === null ? sql`t.assignee_id = (select auth.staff_member_id()) and t.couple_id = any ((select auth.my_couple_ids())::uuid[])` : sql`t.couple_id = ${coupleId}`}
           and (t.done_at is null or t.done_at >= ((auth.now() at time zone ${zone})::date)::timestamp at time zone ${zone})
        ${coupleId === null ? sql`union all ${dueReferrals} union all ${dueGoals}` : sql``}) listed
     order by done_at is not null, due_on, created_at, id
     limit 200`);
  return found.rows;
}

export async function insertToDo(
  tx: ActorTx,
  row: Omit<typeof toDos.$inferInsert, 'practiceId' | 'createdAt'> & { id: string },
): Promise<void> {
  await tx.db.insert(toDos).values({ ...row, practiceId: tx.actor.practiceId, createdAt: tx.actor.now });
}

/** Marks it done or to do again; nothing when it stands so already, or is not the asker's to mark. */
export async function markToDo(tx: ActorTx, toDoId: string, isDone: boolean): Promise<{ coupleId: string } | null> {
  const [row] = await tx.db
    .update(toDos)
    .set(isDone ? { doneAt: tx.actor.now, doneBy: tx.actor.staffMemberId } : { doneAt: null, doneBy: null })
    .where(and(eq(toDos.id, toDoId), isDone ? isNull(toDos.doneAt) : isNotNull(toDos.doneAt)))
    .returning({ coupleId: toDos.coupleId });
  return row ?? null;
}

export async function findToDo(tx: ActorTx, toDoId: string): Promise<{ id: string } | null> {
  const [row] = await tx.db.select({ id: toDos.id }).from(toDos).where(eq(toDos.id, toDoId));
  return row ?? null;
}
