import { date, foreignKey, index, integer, pgTable, uuid } from 'drizzle-orm/pg-core';
import { rowPolicies } from '../../access/row-policies';
import { id, madeAt, practiceId, sealed } from '../columns';
import { couples } from '../couples';
import { staffMembers } from '../staff';

/**
 * Psychotherapy notes (45 CFR 164.501): their author's alone, also against the care team, and no part of the record. Nothing else
 * refers to this table, and no fixed function may read it.
 */
export const processNotes = pgTable(
  'process_notes',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    authorId: uuid('author_id').notNull(),
    on: date('on').notNull(),
    /** Grows with every save; a save names the one it was made on. */
    version: integer('version').notNull().default(1),
    /** The window that saved last, and its how manyeth send that was: its own later text takes the place of its earlier one, never the reverse. */
    savedIn: uuid('saved_in').notNull(),
    savedOrder: integer('saved_order').notNull(),
    /** JSON of the couple's label and the text (key class author.process). */
    text: sealed('text').notNull(),
    createdAt: madeAt(),
    updatedAt: madeAt('updated_at'),
  },
  (t) => [
    index('process_notes_of_author').on(t.authorId, t.coupleId, t.on.desc(), t.createdAt.desc()),
    foreignKey({
      name: 'process_notes_couple',
      columns: [t.practiceId, t.coupleId],
      foreignColumns: [couples.practiceId, couples.id],
    }),
    foreignKey({
      name: 'process_notes_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    ...rowPolicies('processNotes'),
  ],
).enableRLS();
