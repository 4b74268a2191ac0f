import { sql } from 'drizzle-orm';
import type { ActorTx } from '../access/as-actor';
import type { PlanAct, Unit } from '../plan-acts';
import type { StepContent } from '../program/content';
import type { Answers } from '../schema/answers';
import { assignments, planEvents, type RhythmKind } from '../schema/plan';

/** One assignment with the frozen words of its step; the terms are sealed. */
export type AssignmentRow = {
  id: string;
  stepId: string;
  versionId: string;
  code: string;
  content: StepContent;
  mode: StepContent['mode'];
  intensity: number;
  consentEvery: 'once' | 'week';
  needsRelease: boolean;
  aloneNeedsRelease: boolean;
  opensWhenBothYes: boolean;
  rhythmKind: RhythmKind;
  rhythmTimes: number;
  rhythmWeeks: number | null;
  rhythmDays: number[];
  minutesMin: number;
  minutesMax: number;
  terms: Buffer | null;
  assignedOn: string;
  /** Whether it is on the plan since before today's turn, so that the couple may have seen it. */
  isSeen: boolean;
  isHeld: boolean;
  /** The last release of any unit, as the couple's day. */
  releasedOn: string | null;
  retiredOn: string | null;
};

const dayIn = (at: ReturnType<typeof sql>) => sql`plan.day_of(${at}, c.time_zone)::text`;

/** Everything that was ever on a couple's plan, the oldest first. One statement. */
export async function listAssignments(tx: ActorTx, coupleId: string): Promise<AssignmentRow[]> {
  const found = await tx.db.execute<AssignmentRow>(sql`
    select a.id, s.id as "stepId", v.id as "versionId", s.code, v.content, a.mode, a.intensity, a.consent_every as "consentEvery",
           a.needs_release as "needsRelease", a.alone_needs_release as "aloneNeedsRelease", a.opens_when_both_yes as "opensWhenBothYes",
           a.rhythm_kind as "rhythmKind", a.rhythm_times as "rhythmTimes", a.rhythm_weeks as "rhythmWeeks", a.rhythm_days as "rhythmDays",
           a.minutes_min as "minutesMin", a.minutes_max as "minutesMax", a.terms, ${dayIn(sql`a.assigned_at`)} as "assignedOn",
           coalesce(h."isSeen", false) as "isSeen", coalesce(h.held_at > coalesce(h.lifted_at, '-infinity'), false) as "isHeld",
           ${dayIn(sql`h.released_at`)} as "releasedOn", ${dayIn(sql`h.retired_at`)} as "retiredOn"
      from assignments a
      join couples c on c.id = a.couple_id
      join step_versions v on v.id = a.step_version_id
      join steps s on s.id = v.step_id
      left join (
        select e.assignment_id, max(e.at) filter (where e.kind = 'held') as held_at, max(e.at) filter (where e.kind = 'holdLifted') as lifted_at,
               max(e.at) filter (where e.kind = 'released') as released_at, max(e.at) filter (where e.kind = 'retired') as retired_at,
               bool_or(e.kind = 'assigned' and (e.is_immediate or e.at < plan.turn_of(plan.day_of(auth.now(), k.time_zone), k.time_zone))) as "isSeen"
          from plan_events e join couples k on k.id = e.couple_id
         where e.couple_id = ${coupleId} and e.assignment_id is not null group by e.assignment_id) h on h.assignment_id = a.id
     where a.couple_id = ${coupleId}
     order by a.assigned_at, a.id`);
  return found.rows;
}

/** What plan.state_at says of one unit and one partner. */
export type UnitState = {
  assignmentId: string;
  unit: Unit;
  isAlone: boolean;
  partnerId: string;
  state: 'asked' | 'open' | 'closed' | 'done';
  doneOn: string | null;
  hasOpeningConsent: boolean;
  isPaused: boolean;
  hasOpenSafety: boolean;
  isHeld: boolean;
  isMet: boolean;
  isReleased: boolean;
  isResting: boolean;
  needsFreshYes: boolean;
};
export type TurnStates = { today: UnitState[]; next: UnitState[] };

/** The plan as both partners may see it today, and as it will be at the next turn if nobody acts until then. One statement. */
export async function readStates(tx: ActorTx, coupleId: string): Promise<TurnStates> {
  const found = await tx.db.execute<UnitState & { isNext: boolean }>(sql`
    select t.is_next as "isNext", s.assignment_id as "assignmentId", s.unit, s.is_alone as "isAlone", s.partner_id as "partnerId", s.state,
           s.done_on::text as "doneOn", s.has_opening_consent as "hasOpeningConsent", s.is_paused as "isPaused",
           s.has_open_safety as "hasOpenSafety", s.is_held as "isHeld", s.is_met as "isMet", s.is_released as "isReleased",
           s.is_resting as "isResting", s.needs_fresh_yes as "needsFreshYes"
      from couples c
      cross join lateral (select plan.day_of(auth.now(), c.time_zone) as day) d
      cross join lateral (values (false, plan.turn_of(d.day, c.time_zone)), (true, plan.turn_of(d.day + 1, c.time_zone))) t (is_next, turn)
      cross join lateral plan.state_at(c.id, t.turn, auth.now()) s
     where c.id = ${coupleId}`);
  const of = (isNext: boolean) => found.rows.filter((row) => row.isNext === isNext).map(({ isNext: _, ...row }) => row);
  return { today: of(false), next: of(true) };
}

/** One partner's newest answer to one unit: the consent itself, or that it was withdrawn since. */
export type LatestAnswer = {
  assignmentId: string;
  unit: Unit;
  partnerId: string;
  consentId: string;
  answers: Answers;
  texts: Buffer | null;
  answeredOn: string;
  isOpening: boolean;
  withdrawnOn: string | null;
};

/** The newest answers to everything that is on the plan. One statement. */
export async function listLatestAnswers(tx: ActorTx, coupleId: string): Promise<LatestAnswer[]> {
  const found = await tx.db.execute<LatestAnswer>(sql`
    select distinct on (n.assignment_id, n.unit, n.partner_id)
           n.assignment_id as "assignmentId", n.unit, n.partner_id as "partnerId", n.id as "consentId", n.answers, n.texts,
           plan.day_of(n.answered_at, c.time_zone)::text as "answeredOn",
           coalesce((select e.is_opening from plan_events e
                      where e.couple_id = n.couple_id and e.kind = 'answered' and e.assignment_id = n.assignment_id and e.unit = n.unit
                        and e.partner_id = n.partner_id and e.at = n.answered_at order by e.id limit 1), false) as "isOpening",
           (select plan.day_of(max(e.at), c.time_zone)::text from plan_events e
             where e.couple_id = n.couple_id and e.kind = 'withdrawn' and e.assignment_id = n.assignment_id and e.unit = n.unit
               and e.partner_id = n.partner_id and e.at >= n.answered_at) as "withdrawnOn"
      from consents n
      join couples c on c.id = n.couple_id
     where n.couple_id = ${coupleId}
     order by n.assignment_id, n.unit, n.partner_id, n.answered_at desc, n.id`);
  return found.rows;
}

/** Appends what the care team did to a plan. */
export async function insertStaffAct(
  tx: ActorTx,
  act: {
    coupleId: string;
    kind: PlanAct;
    assignmentId?: string;
    unit?: Unit;
    partnerId?: string;
    isImmediate?: boolean;
  },
): Promise<void> {
  await tx.db
    .insert(planEvents)
    .values({ practiceId: tx.actor.practiceId, staffMemberId: tx.actor.staffMemberId, ...act });
}

export async function insertAssignment(
  tx: ActorTx,
  row: Omit<typeof assignments.$inferInsert, 'practiceId' | 'assignedBy'>,
): Promise<void> {
  await tx.db
    .insert(assignments)
    .values({ ...row, practiceId: tx.actor.practiceId, assignedBy: tx.actor.staffMemberId! });
}

/** The couple's row, locked: two people who change one plan at once take turns. False when it is not theirs. */
export async function lockPlan(tx: ActorTx, coupleId: string): Promise<boolean> {
  const found = await tx.db.execute(sql`
    select id from couples where id = ${coupleId} and id = any ((select auth.my_couple_ids())::uuid[]) for update`);
  return found.rows.length > 0;
}

/** How a step was for each partner, by day. */
export type ComfortGiven = { assignmentId: string; partnerId: string; on: string; comfort: number | null };

/** The numbers of the check-ins since a day, oldest first. One statement. */
export async function listComfort(tx: ActorTx, coupleId: string, since: string): Promise<ComfortGiven[]> {
  const found = await tx.db.execute<ComfortGiven>(sql`
    select k.assignment_id as "assignmentId", k.partner_id as "partnerId", k."on"::text as "on", k.comfort
      from check_ins k
     where k.couple_id = ${coupleId} and k.sent_at >= ${since}::date
     order by k.sent_at, k.id limit 1000`);
  return found.rows;
}
