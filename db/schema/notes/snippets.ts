import { foreignKey, index, pgTable, uuid } from 'drizzle-orm/pg-core';
import { rowPolicies } from '../../access/row-policies';
import { bytes, id, madeAt, practiceId, sealed } from '../columns';
import { practiceKeys } from '../sealed-keys';
import { staffMembers } from '../staff';

/** A staff member's own key, for what belongs to them and to no couple; wrapped by the practice's key. */
export const staffKeys = pgTable(
  'staff_keys',
  {
    id: id(),
    practiceId: practiceId(),
    practiceKeyId: uuid('practice_key_id').notNull(),
    staffMemberId: uuid('staff_member_id').notNull(),
    wrapped: bytes('wrapped').notNull(),
    createdAt: madeAt(),
  },
  (t) => [
    index('staff_keys_of_member').on(t.staffMemberId),
    foreignKey({
      name: 'staff_keys_practice_key',
      columns: [t.practiceId, t.practiceKeyId],
      foreignColumns: [practiceKeys.practiceId, practiceKeys.id],
    }),
    foreignKey({
      name: 'staff_keys_member',
      columns: [t.practiceId, t.staffMemberId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    ...rowPolicies('staffKeys'),
  ],
).enableRLS();

/** A piece of text of one's own, put into a note by its name. Name and text are sealed together. */
export const snippets = pgTable(
  'snippets',
  {
    id: id(),
    practiceId: practiceId(),
    staffMemberId: uuid('staff_member_id').notNull(),
    /** JSON of name and text (key class author.snippets). */
    content: sealed('content').notNull(),
    createdAt: madeAt(),
  },
  (t) => [
    index('snippets_of_member').on(t.staffMemberId, t.createdAt),
    foreignKey({
      name: 'snippets_member',
      columns: [t.practiceId, t.staffMemberId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    ...rowPolicies('snippets'),
  ],
).enableRLS();
