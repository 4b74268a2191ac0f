import { boolean, foreignKey, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { rowPolicies } from '../../access/row-policies';
import { id, madeAt, practiceId } from '../columns';
import type { ProgramCommon, StepContent } from '../../program/content';
import { couples } from '../couples';
import { practices } from '../practices';
import { staffMembers } from '../staff';

/**
 * A practice's library: stages, paths, questions and consent lists as data. A row never changes: an edit of any of them is a new version,
 * and a question with other words is another question. A version of a step keeps the one it was made under, and so what it asks.
 */
export const programs = pgTable(
  'programs',
  {
    id: id(),
    practiceId: practiceId().references(() => practices.id),
    version: integer('version').notNull(),
    /** Everything of the program but its steps. */
    common: jsonb('common').$type<ProgramCommon>().notNull(),
    /** Null: as it came. */
    authorId: uuid('author_id'),
    createdAt: madeAt(),
  },
  (t) => [
    unique('programs_in_practice').on(t.practiceId, t.id),
    unique('programs_version').on(t.practiceId, t.version),
    foreignKey({
      name: 'programs_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    ...rowPolicies('programs'),
  ],
).enableRLS();

/** One exercise of the library; what it says is in its versions. */
export const steps = pgTable(
  'steps',
  {
    id: id(),
    practiceId: practiceId(),
    code: text('code').notNull(),
    stage: integer('stage').notNull(),
    /** Written by a therapist for this couple alone; null: of the library. */
    coupleId: uuid('couple_id'),
  },
  (t) => [
    unique('steps_in_practice').on(t.practiceId, t.id),
    unique('steps_code').on(t.practiceId, t.code),
    unique('steps_of_couple').on(t.practiceId, t.coupleId, t.id),
    foreignKey({
      name: 'steps_couple',
      columns: [t.practiceId, t.coupleId],
      foreignColumns: [couples.practiceId, couples.id],
    }),
    ...rowPolicies('steps'),
  ],
).enableRLS();

/** What a step says, frozen: an edit makes a new version, assignments keep theirs. */
export const stepVersions = pgTable(
  'step_versions',
  {
    id: id(),
    practiceId: practiceId(),
    stepId: uuid('step_id').notNull(),
    /** The program whose questions it asks. */
    programId: uuid('program_id').notNull(),
    version: integer('version').notNull(),
    title: text('title').notNull(),
    content: jsonb('content').$type<StepContent>().notNull(),
    /** With this version it was taken out of what is offered; what is assigned stays. */
    isRetired: boolean('is_retired').notNull().default(false),
    /** As its step says: a row's audience is told by the row itself. */
    coupleId: uuid('couple_id'),
    /** Null: as it came. */
    authorId: uuid('author_id'),
    createdAt: madeAt(),
  },
  (t) => [
    unique('step_versions_in_practice').on(t.practiceId, t.id),
    unique('step_versions_version').on(t.stepId, t.version),
    foreignKey({
      name: 'step_versions_step',
      columns: [t.practiceId, t.stepId],
      foreignColumns: [steps.practiceId, steps.id],
    }),
    foreignKey({
      name: 'step_versions_program',
      columns: [t.practiceId, t.programId],
      foreignColumns: [programs.practiceId, programs.id],
    }),
    foreignKey({
      name: 'step_versions_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    foreignKey({
      name: 'step_versions_of_couple',
      columns: [t.practiceId, t.coupleId, t.stepId],
      foreignColumns: [steps.practiceId, steps.coupleId, steps.id],
    }),
    index('step_versions_of_library')
      .on(t.practiceId)
      .where(sql`couple_id is null`),
    ...rowPolicies('stepVersions'),
  ],
).enableRLS();

/** A clinician's word that one version of a step may be given to couples: a new version has none. Never changed, never taken back. */
export const stepReviews = pgTable(
  'step_reviews',
  {
    id: id(),
    practiceId: practiceId(),
    stepVersionId: uuid('step_version_id').notNull(),
    authorId: uuid('author_id').notNull(),
    /** Name and credential as they were on that day. */
    reviewedAs: text('reviewed_as').notNull(),
    reviewedAt: madeAt('reviewed_at'),
  },
  (t) => [
    unique('step_reviews_once').on(t.stepVersionId, t.authorId),
    foreignKey({
      name: 'step_reviews_version',
      columns: [t.practiceId, t.stepVersionId],
      foreignColumns: [stepVersions.practiceId, stepVersions.id],
    }),
    foreignKey({
      name: 'step_reviews_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    ...rowPolicies('stepReviews'),
  ],
).enableRLS();
