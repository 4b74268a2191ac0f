import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import { toDos } from '../../schema/follow-up';

export type ToDoRow = {
  id: string;
  coupleId: string;
  coupleLabel: string;
  words: Buffer;
  dueOn: string;
  assigneeId: string;
  assigneeName: string;
  isDone: boolean;
};

/**
 * What is still to do, and what was done since midnight in the practice's zone and may be undone: for one couple by anyone of its
 * care team, or for every couple of one's own by oneself. What is due first comes first. One statement.
 */
export async function listToDos(tx: ActorTx, coupleId: string | null): Promise<ToDoRow[]> {
  const zone = tx.actor.timeZone;
  const found = await tx.db.execute<ToDoRow>(sql`
    select t.id, t.couple_id as "coupleId", c.label as "coupleLabel", t.words, t.due_on::text as "dueOn", t.assignee_id as "assigneeId",
           s.name as "assigneeName", t.done_at is not null as "isDone"
      from to_dos t
      join couples c on c.id = t.couple_id
      join staff_members s on s.id = t.assignee_id
     where ${coupleId === null ? sql`t.assignee_id = (select auth.staff_member_id()) and t.couple_id = any ((select auth.my_couple_ids())::uuid[])` : sql`t.couple_id = ${coupleId}`}
       and (t.done_at is null or t.done_at >= ((auth.now() at time zone ${zone})::date)::timestamp at time zone ${zone})
     order by t.done_at is not null, t.due_on, t.created_at, t.id
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
