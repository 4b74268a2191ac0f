import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { rowPolicies } from '../../access/row-policies';
import { PLAN_ACTS, type PlanAct, type Unit, UNITS } from '../../plan-acts';
import { id, madeAt, oneOf, practiceId, sealed } from '../columns';
import { couples, partners } from '../couples';
import { steps, stepVersions } from './program';
import { staffMembers } from '../staff';

export const MODES = ['alone', 'together', 'parts'] as const;
export const RHYTHMS = ['once', 'timesAWeek', 'mostDays', 'daily', 'monthly', 'fixedDays'] as const;
export type RhythmKind = (typeof RHYTHMS)[number];

/** One step given to one couple, frozen at its version, with the therapist's own terms. */
export const assignments = pgTable(
  'assignments',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    stepVersionId: uuid('step_version_id').notNull(),
    mode: text('mode').$type<(typeof MODES)[number]>().notNull(),
    intensity: smallint('intensity').notNull(),
    /** How long a consent holds: `once` until withdrawn, or a `week`. */
    consentEvery: text('consent_every').$type<'once' | 'week'>().notNull(),
    /** The together unit waits for the therapist's release of that week. */
    needsRelease: boolean('needs_release').notNull(),
    /** So does the alone unit, for the few steps that ask for it. */
    aloneNeedsRelease: boolean('alone_needs_release').notNull().default(false),
    /** Offered for intensity 0 to 2: opens at the turn after both have said yes, unless something ever closed it. */
    opensWhenBothYes: boolean('opens_when_both_yes').notNull(),
    rhythmKind: text('rhythm_kind').$type<RhythmKind>().notNull(),
    rhythmTimes: smallint('rhythm_times').notNull(),
    rhythmWeeks: smallint('rhythm_weeks'),
    /** Days of the week for fixed days, Monday is 1. */
    rhythmDays: smallint('rhythm_days').array().notNull(),
    minutesMin: smallint('minutes_min').notNull(),
    minutesMax: smallint('minutes_max').notNull(),
    /** JSON: conditions and a line that both partners see (key class couple.shared). */
    terms: sealed('terms'),
    assignedBy: uuid('assigned_by').notNull(),
    assignedAt: madeAt('assigned_at'),
  },
  (t) => [
    unique('assignments_of_couple').on(t.practiceId, t.coupleId, t.id),
    index('assignments_newest').on(t.coupleId, t.assignedAt.desc(), t.id),
    foreignKey({
      name: 'assignments_couple',
      columns: [t.practiceId, t.coupleId],
      foreignColumns: [couples.practiceId, couples.id],
    }),
    foreignKey({
      name: 'assignments_step_version',
      columns: [t.practiceId, t.stepVersionId],
      foreignColumns: [stepVersions.practiceId, stepVersions.id],
    }),
    oneOf('assignments_mode', t.mode, MODES),
    oneOf('assignments_consent_every', t.consentEvery, ['once', 'week']),
    oneOf('assignments_rhythm', t.rhythmKind, RHYTHMS),
    ...rowPolicies('assignments'),
  ],
).enableRLS();

/** A requirement of the program that a therapist set aside for one assignment, and why: for the care team alone, and never changed. */
export const waivers = pgTable(
  'waivers',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    assignmentId: uuid('assignment_id').notNull(),
    /** What had to be done first: a step's code, and the part of it if only one was asked. */
    requirement: text('requirement').notNull(),
    /** Key class couple.record. */
    reason: sealed('reason').notNull(),
    authorId: uuid('author_id').notNull(),
    waivedAt: madeAt('waived_at'),
  },
  (t) => [
    unique('waivers_of_assignment').on(t.assignmentId, t.requirement),
    foreignKey({
      name: 'waivers_assignment',
      columns: [t.practiceId, t.coupleId, t.assignmentId],
      foreignColumns: [assignments.practiceId, assignments.coupleId, assignments.id],
    }),
    foreignKey({
      name: 'waivers_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    ...rowPolicies('waivers'),
  ],
).enableRLS();

/** A step chosen in the room that waits for its therapist to finish it after the session. It is on no plan. */
export const preparedSteps = pgTable(
  'prepared_steps',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    stepId: uuid('step_id').notNull(),
    /** JSON: how often, how long and the line to both, as chosen (key class couple.record). */
    choice: sealed('choice').notNull(),
    preparedBy: uuid('prepared_by').notNull(),
    preparedAt: madeAt('prepared_at'),
  },
  (t) => [
    unique('prepared_steps_of_couple').on(t.coupleId, t.stepId),
    foreignKey({
      name: 'prepared_steps_couple',
      columns: [t.practiceId, t.coupleId],
      foreignColumns: [couples.practiceId, couples.id],
    }),
    foreignKey({
      name: 'prepared_steps_step',
      columns: [t.practiceId, t.stepId],
      foreignColumns: [steps.practiceId, steps.id],
    }),
    foreignKey({
      name: 'prepared_steps_by',
      columns: [t.practiceId, t.preparedBy],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    ...rowPolicies('preparedSteps'),
  ],
).enableRLS();

/** Everything that happens to a plan, appended by whoever does it and never changed. */
export const planEvents = pgTable(
  'plan_events',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    kind: text('kind').$type<PlanAct>().notNull(),
    /** Null: the whole plan. */
    assignmentId: uuid('assignment_id'),
    /** Null: every unit of the assignment. */
    unit: text('unit').$type<Unit>(),
    /** Whose act or whose meeting; with whom the end of shared work was agreed; null for acts about both. */
    partnerId: uuid('partner_id'),
    /** answered: do these answers open it? metAlone: is the outcome joint work? */
    isOpening: boolean('is_opening'),
    /** A release in a joint session and "close it for both now" reach both day sheets at once. */
    isImmediate: boolean('is_immediate').notNull().default(false),
    /** sharedEnded: the day from whose turn on it holds, never one that has begun (trigger plan_events_stamp). */
    effectiveOn: date('effective_on'),
    staffMemberId: uuid('staff_member_id'),
    at: madeAt('at'),
  },
  (t) => [
    index('plan_events_of_couple').on(t.coupleId, t.at),
    // What a list of many couples asks (listCaseloadRows), among what is asked of one.
    index('plan_events_standing')
      .on(t.coupleId)
      .where(sql`kind in ('paused', 'pauseTakenBack', 'pauseLifted', 'held', 'holdLifted', 'finished', 'retired')`),
    index('plan_events_of_shared_work')
      .on(t.coupleId, t.at)
      .where(sql`kind in ('sharedEnded', 'sharedResumed')`),
    foreignKey({
      name: 'plan_events_couple',
      columns: [t.practiceId, t.coupleId],
      foreignColumns: [couples.practiceId, couples.id],
    }),
    foreignKey({
      name: 'plan_events_assignment',
      columns: [t.practiceId, t.coupleId, t.assignmentId],
      foreignColumns: [assignments.practiceId, assignments.coupleId, assignments.id],
    }),
    foreignKey({
      name: 'plan_events_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    oneOf('plan_events_kind', t.kind, PLAN_ACTS),
    oneOf('plan_events_unit', t.unit, UNITS),
    check('plan_events_effective', sql`(kind = 'sharedEnded') = (effective_on is not null)`),
    ...rowPolicies('planEvents'),
  ],
).enableRLS();

/** What one partner may see of the plan on one day, made from what happened before that day's turn. */
export const daySheets = pgTable(
  'day_sheets',
  {
    partnerId: uuid('partner_id').notNull(),
    on: date('on').notNull(),
    practiceId: practiceId(),
    content: jsonb('content').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnerId, t.on] }),
    foreignKey({
      name: 'day_sheets_partner',
      columns: [t.practiceId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.id],
    }),
    ...rowPolicies('daySheets'),
  ],
).enableRLS();
