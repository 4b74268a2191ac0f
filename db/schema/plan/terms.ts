/** What the therapist changed about a step that stays on the plan: for both, or for one partner alone. */
import { foreignKey, index, pgTable, uuid } from 'drizzle-orm/pg-core';
import { rowPolicies } from '../../access/row-policies';
import { id, madeAt, practiceId, sealed } from '../columns';
import { partners } from '../couples';
import { assignments } from './plan';
import { staffMembers } from '../staff';

/** New terms of an assignment, for both: those set last before a turn hold from it on, in the place of the ones it was given with. */
export const assignmentTerms = pgTable(
  'assignment_terms',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    assignmentId: uuid('assignment_id').notNull(),
    /** JSON: conditions and a line that both partners see (key class couple.shared). */
    terms: sealed('terms').notNull(),
    authorId: uuid('author_id').notNull(),
    setAt: madeAt('set_at'),
  },
  (t) => [
    index('assignment_terms_newest').on(t.assignmentId, t.setAt),
    foreignKey({
      name: 'assignment_terms_assignment',
      columns: [t.practiceId, t.coupleId, t.assignmentId],
      foreignColumns: [assignments.practiceId, assignments.coupleId, assignments.id],
    }),
    foreignKey({
      name: 'assignment_terms_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    ...rowPolicies('assignmentTerms'),
  ],
).enableRLS();

/** What one partner alone reads of an assignment: how that person settles, answers, where their attention goes. The newest holds. */
export const ownTerms = pgTable(
  'own_terms',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    assignmentId: uuid('assignment_id').notNull(),
    /** JSON: a list of lines, empty once they were taken away (key class partner.private). */
    words: sealed('words').notNull(),
    authorId: uuid('author_id').notNull(),
    setAt: madeAt('set_at'),
  },
  (t) => [
    index('own_terms_newest').on(t.assignmentId, t.partnerId, t.setAt),
    foreignKey({
      name: 'own_terms_assignment',
      columns: [t.practiceId, t.coupleId, t.assignmentId],
      foreignColumns: [assignments.practiceId, assignments.coupleId, assignments.id],
    }),
    foreignKey({
      name: 'own_terms_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    foreignKey({
      name: 'own_terms_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    ...rowPolicies('ownTerms'),
  ],
).enableRLS();
