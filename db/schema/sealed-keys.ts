import { sql } from 'drizzle-orm';
import { check, foreignKey, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { rowPolicies } from '../access/row-policies';
import { bytes, id, madeAt, oneOf, practiceId } from './columns';
import { couples } from './couples';
import { practices } from './practices';
import { staffMembers } from './staff';

export const KEY_CLASSES = [
  'couple.shared',
  'couple.record',
  'partner.record',
  'partner.private',
  'author.process',
  'author.snippets',
] as const;
export type KeyClass = (typeof KEY_CLASSES)[number];

/** A practice's own key, wrapped by a master key that is never in the database. */
export const practiceKeys = pgTable(
  'practice_keys',
  {
    id: id(),
    practiceId: practiceId().references(() => practices.id),
    masterKeyId: text('master_key_id').notNull(),
    wrapped: bytes('wrapped').notNull(),
    createdAt: madeAt(),
  },
  (t) => [unique('practice_keys_in_practice').on(t.practiceId, t.id), ...rowPolicies('practiceKeys')],
).enableRLS();

/** Keys of sealed text by class, each wrapped by the practice's key. A shredded key takes its text with it. */
export const dataKeys = pgTable(
  'data_keys',
  {
    id: id(),
    practiceId: practiceId(),
    practiceKeyId: uuid('practice_key_id').notNull(),
    keyClass: text('key_class').$type<KeyClass>().notNull(),
    coupleId: uuid('couple_id').notNull(),
    /** Whose, for the partner.* classes. */
    partnerId: uuid('partner_id'),
    /** Whose alone, for author.process: nobody else is handed this key. */
    authorId: uuid('author_id'),
    wrapped: bytes('wrapped').notNull(),
    createdAt: madeAt(),
  },
  (t) => [
    unique('data_keys_owner').on(t.coupleId, t.keyClass, t.partnerId, t.authorId, t.createdAt),
    foreignKey({
      name: 'data_keys_practice_key',
      columns: [t.practiceId, t.practiceKeyId],
      foreignColumns: [practiceKeys.practiceId, practiceKeys.id],
    }),
    foreignKey({
      name: 'data_keys_couple',
      columns: [t.practiceId, t.coupleId],
      foreignColumns: [couples.practiceId, couples.id],
    }),
    foreignKey({
      name: 'data_keys_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    check('data_keys_of_author', sql`(key_class = 'author.process') = (author_id is not null)`),
    oneOf('data_keys_class', t.keyClass, KEY_CLASSES),
    ...rowPolicies('dataKeys'),
  ],
).enableRLS();
