import { sql } from 'drizzle-orm';
import type { ActorRows, ActorTx } from '../../access/as-actor';
import type { PlanAct, Unit } from '../../plan-acts';
import type { StepContent } from '../../program/content';
import { listOf } from './couple-now';
import type { Answers } from '../../schema/answers';
import { assignments, planEvents, type RhythmKind, waivers } from '../../schema/plan/plan';
import type { CoupleState } from '../../schema/couples';

/** One assignment; its step's words are those of the version named, and the terms are sealed. */
export type AssignmentRow = {
  id: string;
  versionId: string;
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
  /** Terms for both that were set since, the newest; sealed as base64. */
  changed: { id: string; terms: string; at: number; on: string; isOut: boolean } | null;
  /** What one partner alone reads, the newest for each; sealed as base64. */
  own: { id: string; partnerId: string; words: string }[];
  assignedOn: string;
  /** Requirements set aside for it, the oldest first; the reason is sealed. */
  waivers: { id: string; requirement: string; reason: string; by: string; on: string }[];
};

/** As a row crosses inside JSON, with sealed text as base64. */
type InJson<Row, Sealed extends keyof Row> = Omit<Row, Sealed> & Record<Sealed, string | null>;
const unsealable = (base64: string | null) => (base64 === null ? null : Buffer.from(base64, 'base64'));

// Of an assignment a of a couple c as of now.
const changedTerms = sql`(
  select jsonb_build_object('id', t.id, 'terms', encode(t.terms, 'base64'), 'at', (extract(epoch from t.set_at) * 1000000)::float8,
           'on', plan.day_of(t.set_at, c.time_zone), 'isOut', t.set_at < c.turn)
    from assignment_terms t where t.assignment_id = a.id order by t.set_at desc, t.id limit 1)`;
const ownTermsOf = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'partnerId', o.partner_id, 'words', encode(o.words, 'base64'))), '[]')
    from (select distinct on (x.partner_id) x.id, x.partner_id, x.words from own_terms x
           where x.assignment_id = a.id order by x.partner_id, x.set_at desc, x.id) o)`;

/** Of a couple c as of now: everything that was ever on its plan, the oldest first. */
export const assignmentsOf = sql`(
  select coalesce(json_agg(a), '[]')
    from (select a.id, a.step_version_id as "versionId", a.mode, a.intensity, a.consent_every as "consentEvery",
                 a.needs_release as "needsRelease", a.alone_needs_release as "aloneNeedsRelease", a.opens_when_both_yes as "opensWhenBothYes",
                 a.rhythm_kind as "rhythmKind", a.rhythm_times as "rhythmTimes", a.rhythm_weeks as "rhythmWeeks", a.rhythm_days as "rhythmDays",
                 a.minutes_min as "minutesMin", a.minutes_max as "minutesMax", encode(a.terms, 'base64') as terms, ${changedTerms} as changed,
                 ${ownTermsOf} as own, plan.day_of(a.assigned_at, c.time_zone) as "assignedOn",
                 (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'requirement', w.requirement, 'reason', encode(w.reason, 'base64'), 'by', m.name,
                                    'on', plan.day_of(w.waived_at, c.time_zone)) order by w.waived_at, w.id), '[]')
                    from waivers w join staff_members m on m.id = w.author_id where w.assignment_id = a.id) as waivers
            from assignments a where a.couple_id = c.id order by a.assigned_at, a.id) a)`;

export type AssignmentInJson = InJson<AssignmentRow, 'terms'>;
export const assignmentFrom = (row: AssignmentInJson): AssignmentRow => ({ ...row, terms: unsealable(row.terms) });

/** One statement. */
export const listAssignments = async (tx: ActorTx, coupleId: string): Promise<AssignmentRow[]> =>
  (await listOf<AssignmentInJson>(tx, coupleId, assignmentsOf)).map(assignmentFrom);

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
export async function readStates(asker: ActorRows, coupleId: string): Promise<TurnStates> {
  const found = await asker.db.execute<UnitState & { isNext: boolean }>(sql`
    with t as materialized (
      select c.id, n.now, x.is_next, plan.turn_of(plan.day_of(n.now, c.time_zone) + x.days, c.time_zone) as turn
        from couples c, (select auth.now() as now offset 0) n, (values (false, 0), (true, 1)) x (is_next, days)
       where c.id = ${coupleId}
    )
    select t.is_next as "isNext", s.assignment_id as "assignmentId", s.unit, s.is_alone as "isAlone", s.partner_id as "partnerId", s.state,
           s.done_on::text as "doneOn", s.has_opening_consent as "hasOpeningConsent", s.is_paused as "isPaused",
           s.has_open_safety as "hasOpenSafety", s.is_held as "isHeld", s.is_met as "isMet", s.is_released as "isReleased",
           s.is_resting as "isResting", s.needs_fresh_yes as "needsFreshYes"
      from t cross join lateral plan.state_at(t.id, t.turn, t.now) s`);
  const of = (isNext: boolean) => found.rows.filter((row) => row.isNext === isNext).map(({ isNext: _, ...row }) => row);
  return { today: of(false), next: of(true) };
}

/** One partner's newest answer to one unit. */
export type AnswerRow = {
  assignmentId: string;
  unit: Unit;
  partnerId: string;
  consentId: string;
  answers: Answers;
  texts: Buffer | null;
  /** Microseconds since 1970, as in plan events. */
  answeredAt: number;
  answeredOn: string;
};

/** Of a couple c as of now: the newest answers to everything that is on its plan. */
export const answersOf = sql`(
  select coalesce(json_agg(n), '[]')
    from (select distinct on (n.assignment_id, n.unit, n.partner_id)
                 n.assignment_id as "assignmentId", n.unit, n.partner_id as "partnerId", n.id as "consentId", n.answers, encode(n.texts, 'base64') as texts,
                 (extract(epoch from n.answered_at) * 1000000)::float8 as "answeredAt", plan.day_of(n.answered_at, c.time_zone) as "answeredOn"
            from consents n where n.couple_id = c.id
           order by n.assignment_id, n.unit, n.partner_id, n.answered_at desc, n.id) n)`;

export type AnswerInJson = InJson<AnswerRow, 'texts'>;
export const answerFrom = (row: AnswerInJson): AnswerRow => ({ ...row, texts: unsealable(row.texts) });

/** One statement. */
export const listLatestAnswers = async (tx: ActorTx, coupleId: string): Promise<AnswerRow[]> =>
  (await listOf<AnswerInJson>(tx, coupleId, answersOf)).map(answerFrom);

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
    effectiveOn?: string;
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

/** Appends that a requirement was set aside for an assignment. */
export async function insertWaiver(
  tx: ActorTx,
  row: Pick<typeof waivers.$inferInsert, 'id' | 'coupleId' | 'assignmentId' | 'requirement' | 'reason'>,
): Promise<void> {
  await tx.db.insert(waivers).values({ ...row, practiceId: tx.actor.practiceId, authorId: tx.actor.staffMemberId! });
}

/** The couple's row, locked: two people who change one plan at once take turns. Its state; null when it is not theirs. */
export async function lockPlan(tx: ActorTx, coupleId: string): Promise<CoupleState | null> {
  const found = await tx.db.execute<{ status: CoupleState }>(sql`
    select status from couples where id = ${coupleId} and id = any ((select auth.my_couple_ids())::uuid[]) for update`);
  return found.rows[0]?.status ?? null;
}

/** How a step was for each partner, by day. */
export type ComfortGiven = {
  assignmentId: string;
  unit: Unit;
  partnerId: string;
  on: string;
  comfort: number | null;
  /** Two of the answers beside it, in the words that were offered; null where they were skipped. */
  freeToStop: string | null;
  nextTime: string | null;
};

/** Of a couple c as of now: the numbers of the check-ins of the last three months, oldest first. */
export const comfortOf = sql`(
  select coalesce(json_agg(k), '[]')
    from (select k.assignment_id as "assignmentId", k.unit, k.partner_id as "partnerId", k."on", k.comfort,
                 k.answers ->> 'freeToStop' as "freeToStop", k.answers ->> 'nextTime' as "nextTime"
            from check_ins k where k.couple_id = c.id and k.sent_at >= c.now - interval '90 days'
           order by k.sent_at, k.id limit 1000) k)`;
