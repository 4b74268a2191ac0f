/**
 * What the room view asks for, and nothing else: columns that both partners may see. No answer, consent, check-in, flag, pause, hold,
 * release, meeting, intake or agreement is read here, so that nothing of them can reach the screen.
 */
import { sql } from 'drizzle-orm';
import type { ActorTx } from '../../access/as-actor';
import type { StepContent } from '../../program/content';
import type { AssignmentRow } from './plan';
import { jointSessionNow } from './plan-ground';
import { programStamp } from './program-outline';

export type RoomRow = {
  id: string;
  label: string;
  timeZone: string;
  today: string;
  programStamp: string | null;
  /** The next joint appointment that is not cancelled. */
  nextAt: string | null;
};

/** A couple of one's own care team, with the note that its page was opened. One statement. */
export async function openRoom(tx: ActorTx, coupleId: string): Promise<RoomRow | null> {
  const found = await tx.db.execute<RoomRow>(sql`
    select c.id, c.label, c.time_zone as "timeZone", plan.day_of(auth.now(), c.time_zone)::text as today, ${programStamp} as "programStamp",
           (select min(s.starts_at) from sessions s
             where s.couple_id = c.id and s.kind = 'joint' and s.cancelled_at is null and s.starts_at > auth.now()) as "nextAt",
           auth.note_opening('couple', c.id, c.id, null)
      from couples c
     where c.id = ${coupleId} and c.id = any ((select auth.my_couple_ids())::uuid[])`);
  return found.rows[0] ?? null;
}

export async function isInJointSession(tx: ActorTx, coupleId: string): Promise<boolean> {
  const found = await tx.db.execute<{ is: boolean }>(
    sql`select ${jointSessionNow} as is from couples c where c.id = ${coupleId} and c.id = any ((select auth.my_couple_ids())::uuid[])`,
  );
  return found.rows[0]?.is ?? false;
}

/** The part of a step's words that its own page shows to both. */
export type ShownContent = Pick<StepContent, 'title' | 'stage'> & {
  why: string;
  instructions: string[] | null;
  parts: { id: 'alone' | 'together'; instructions: string[] }[] | null;
};

export type RoomStepRow = Pick<
  AssignmentRow,
  'id' | 'rhythmKind' | 'rhythmTimes' | 'rhythmWeeks' | 'rhythmDays' | 'minutesMin' | 'minutesMax' | 'terms' | 'changed'
> & { content: ShownContent };

const shownContent = sql`jsonb_build_object(
  'title', v.content -> 'title', 'stage', v.content -> 'stage', 'why', v.content -> 'forPartners' -> 'why',
  'instructions', v.content -> 'forPartners' -> 'instructions',
  'parts', (select jsonb_agg(jsonb_build_object('id', p -> 'id', 'instructions', p -> 'instructions')) from jsonb_array_elements(v.content -> 'parts') p))`;

/** What stood on the plan at today's turn, or was put there before both since: the therapist's acts about both alone decide. One statement. */
export async function listRoomSteps(tx: ActorTx, coupleId: string): Promise<RoomStepRow[]> {
  const found = await tx.db.execute<RoomStepRow>(sql`
    with happened as materialized (
      select e.assignment_id, e.kind, e.unit from plan_events e join couples c on c.id = e.couple_id
       where e.couple_id = ${coupleId} and e.kind in ('assigned', 'retired', 'finished') and e.partner_id is null
         and (e.is_immediate or e.at < plan.turn_of(plan.day_of((select auth.now()), c.time_zone), c.time_zone))
    )
    select a.id, a.rhythm_kind as "rhythmKind", a.rhythm_times as "rhythmTimes", a.rhythm_weeks as "rhythmWeeks",
           a.rhythm_days as "rhythmDays", a.minutes_min as "minutesMin", a.minutes_max as "minutesMax", a.terms, ${shownContent} as content,
           (select jsonb_build_object('id', t.id, 'terms', encode(t.terms, 'base64')) from assignment_terms t join couples c on c.id = t.couple_id
             where t.assignment_id = a.id and t.set_at < plan.turn_of(plan.day_of((select auth.now()), c.time_zone), c.time_zone)
             order by t.set_at desc, t.id limit 1) as changed
      from assignments a
      join step_versions v on v.id = a.step_version_id
     where a.couple_id = ${coupleId}
       and exists (select from happened e where e.assignment_id = a.id and e.kind = 'assigned')
       and not exists (select from happened e where e.assignment_id = a.id
                        and (e.kind = 'retired' or (e.kind = 'finished' and e.unit is distinct from 'alone')))
     order by a.assigned_at, a.id`);
  return found.rows;
}
