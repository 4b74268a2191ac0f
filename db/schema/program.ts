import { foreignKey, index, integer, jsonb, pgTable, text, unique, uuid, date } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { rowPolicies } from '../access/row-policies';
import { id, madeAt, practiceId } from './columns';
import type { ProgramCommon, StepContent } from '../program/content';
import { couples } from './couples';
import { practices } from './practices';

/** A practice's library: stages, paths, questions and consent lists as data, with the mark of who reviewed it. */
export const programs = pgTable(
  'programs',
  {
    id: id(),
    practiceId: practiceId().references(() => practices.id),
    version: integer('version').notNull(),
    /** Everything of the program but its steps. */
    common: jsonb('common').$type<ProgramCommon>().notNull(),
    reviewMark: text('review_mark').notNull(),
    reviewedBy: text('reviewed_by'),
    reviewedOn: date('reviewed_on'),
    createdAt: madeAt(),
  },
  (t) => [
    unique('programs_in_practice').on(t.practiceId, t.id),
    unique('programs_version').on(t.practiceId, t.version),
    ...rowPolicies('programs'),
  ],
).enableRLS();

/** One exercise of the library; what it says is in its versions. */
export const steps = pgTable(
  'steps',
  {
    id: id(),
    practiceId: practiceId(),
    programId: uuid('program_id').notNull(),
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
    foreignKey({
      name: 'steps_program',
      columns: [t.practiceId, t.programId],
      foreignColumns: [programs.practiceId, programs.id],
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
    version: integer('version').notNull(),
    title: text('title').notNull(),
    content: jsonb('content').$type<StepContent>().notNull(),
    /** As its step says: a row's audience is told by the row itself. */
    coupleId: uuid('couple_id'),
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
