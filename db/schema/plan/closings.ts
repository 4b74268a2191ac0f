/** That a practice admin closed what a couple shares, because the care team could not be reached (rule 13). */
import { sql } from 'drizzle-orm';
import { foreignKey, index, pgTable, uuid } from 'drizzle-orm/pg-core';
import { rowPolicies } from '../../access/row-policies';
import { at, id, madeAt, practiceId } from '../columns';
import { couples } from '../couples';
import { staffMembers } from '../staff';

/** Told to the care team until one of them has looked. Only auth.close_shared_work writes it, so that the admin learns nothing by it. */
export const practiceClosings = pgTable(
  'practice_closings',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    closedBy: uuid('closed_by').notNull(),
    closedAt: madeAt('closed_at'),
    seenAt: at('seen_at'),
    seenBy: uuid('seen_by'),
  },
  (t) => [
    index('practice_closings_unseen')
      .on(t.coupleId)
      .where(sql`seen_at is null`),
    foreignKey({
      name: 'practice_closings_couple',
      columns: [t.practiceId, t.coupleId],
      foreignColumns: [couples.practiceId, couples.id],
    }),
    foreignKey({
      name: 'practice_closings_closed_by',
      columns: [t.practiceId, t.closedBy],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    foreignKey({
      name: 'practice_closings_seen_by',
      columns: [t.practiceId, t.seenBy],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    ...rowPolicies('practiceClosings'),
  ],
).enableRLS();
