/** The frame of a treatment: goals and objectives, and the diagnoses given to one partner. Nothing here is ever changed or removed. */
import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { rowPolicies } from '../access/row-policies';
import { id, madeAt, oneOf, practiceId, sealed } from './columns';
import { couples, partners } from './couples';
import { staffMembers } from './staff';

export const GOAL_STATES = ['open', 'met', 'dropped'] as const;
export type GoalState = (typeof GOAL_STATES)[number];
export const DIAGNOSIS_KINDS = ['given', 'ended', 'inError'] as const;
export type DiagnosisKind = (typeof DIAGNOSIS_KINDS)[number];

/** A goal of the couple or of one partner, or an objective: a measurable part of a goal, which is a row under it. */
export const goals = pgTable(
  'goals',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    /** Whose record it is in; null for the couple's. An objective is in the record of its goal. */
    partnerId: uuid('partner_id'),
    underId: uuid('under_id'),
    authorId: uuid('author_id').notNull(),
    setAt: madeAt('set_at'),
  },
  (t) => [
    unique('goals_of_couple_key').on(t.practiceId, t.coupleId, t.id),
    index('goals_of_couple').on(t.coupleId, t.setAt),
    foreignKey({
      name: 'goals_couple',
      columns: [t.practiceId, t.coupleId],
      foreignColumns: [couples.practiceId, couples.id],
    }),
    foreignKey({
      name: 'goals_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    foreignKey({
      name: 'goals_under',
      columns: [t.practiceId, t.coupleId, t.underId],
      foreignColumns: [t.practiceId, t.coupleId, t.id],
    }),
    foreignKey({
      name: 'goals_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    ...rowPolicies('goals'),
  ],
).enableRLS();

/** A goal as it stood from then on: the newest holds, the ones before are its history. */
export const goalVersions = pgTable(
  'goal_versions',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    goalId: uuid('goal_id').notNull(),
    /** Counts from 1: of two made on the same version, one is refused. */
    number: integer('number').notNull(),
    /** Key class couple.record, or partner.record for a goal of one partner. */
    words: sealed('words').notNull(),
    /** Among its neighbors, the lowest first. */
    position: integer('position').notNull(),
    state: text('state').$type<GoalState>().notNull(),
    reviewOn: date('review_on'),
    authorId: uuid('author_id').notNull(),
    writtenAt: madeAt('written_at'),
  },
  (t) => [
    unique('goal_versions_one').on(t.goalId, t.number),
    index('goal_versions_of_couple').on(t.coupleId, t.goalId, t.number),
    foreignKey({
      name: 'goal_versions_goal',
      columns: [t.practiceId, t.coupleId, t.goalId],
      foreignColumns: [goals.practiceId, goals.coupleId, goals.id],
    }),
    foreignKey({
      name: 'goal_versions_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    oneOf('goal_versions_state', t.state, GOAL_STATES),
    ...rowPolicies('goalVersions'),
  ],
).enableRLS();

/** A diagnosis given to one partner; that it ended, or was entered in error, is a row of its own. */
export const diagnoses = pgTable(
  'diagnoses',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    kind: text('kind').$type<DiagnosisKind>().notNull(),
    /** JSON of number, title and edition, as given (key class partner.record). */
    code: sealed('code'),
    /** The diagnosis that this row ends, or says was entered in error. */
    ofId: uuid('of_id'),
    /** From this day on, or until it. */
    on: date('on').notNull(),
    authorId: uuid('author_id').notNull(),
    writtenAt: madeAt('written_at'),
  },
  (t) => [
    unique('diagnoses_of_partner_key').on(t.practiceId, t.coupleId, t.partnerId, t.id),
    unique('diagnoses_once').on(t.ofId, t.kind),
    index('diagnoses_of_couple').on(t.coupleId, t.partnerId, t.writtenAt),
    foreignKey({
      name: 'diagnoses_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    foreignKey({
      name: 'diagnoses_of',
      columns: [t.practiceId, t.coupleId, t.partnerId, t.ofId],
      foreignColumns: [t.practiceId, t.coupleId, t.partnerId, t.id],
    }),
    foreignKey({
      name: 'diagnoses_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    oneOf('diagnoses_kind', t.kind, DIAGNOSIS_KINDS),
    check(
      'diagnoses_whole',
      sql`case kind when 'given' then code is not null and of_id is null else code is null and of_id is not null end`,
    ),
    ...rowPolicies('diagnoses'),
  ],
).enableRLS();
