/** What a partner decides for their own pages, and what they ask the care team for. */
import { boolean, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { rowPolicies } from '../access/row-policies';
import { sharedWords } from './answers';
import { at, id, madeAt, oneOf, practiceId, sealed } from './columns';
import { partners } from './couples';

/** Which of one's own individual appointments go where. A row is made with the first change; without one, none is in the file and all are on the page. */
export const calendarChoices = pgTable(
  'calendar_choices',
  {
    partnerId: uuid('partner_id').primaryKey(),
    practiceId: practiceId(),
    isAloneInFile: boolean('is_alone_in_file').notNull(),
    isAloneHidden: boolean('is_alone_hidden').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'calendar_choices_partner',
      columns: [t.practiceId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.id],
    }),
    ...rowPolicies('calendarChoices'),
  ],
).enableRLS();

export const REQUEST_KINDS = ['contact', 'data', 'openings'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/**
 * Asked of the care team, which answers by the safe way: how to be reached from now on, one's own data, who exactly opened one's
 * record. Nobody else reads it, and the partner never again.
 */
export const partnerRequests = pgTable(
  'partner_requests',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    kind: text('kind').$type<RequestKind>().notNull(),
    /** How to be reached, in one's own words (key class partner.private). */
    words: sealed('words'),
    askedAt: madeAt('asked_at'),
    settledAt: at('settled_at'),
    settledBy: uuid('settled_by'),
  },
  (t) => [
    foreignKey({
      name: 'partner_requests_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    index('partner_requests_open')
      .on(t.partnerId, t.askedAt)
      .where(sql`settled_at is null`),
    oneOf('partner_requests_kind', t.kind, REQUEST_KINDS),
    ...rowPolicies('partnerRequests'),
  ],
).enableRLS();

/** Words the other shared that this partner keeps beyond their 14 days. The one who shared them learns nothing of it, nor does staff. */
export const keptWords = pgTable(
  'kept_words',
  {
    partnerId: uuid('partner_id').notNull(),
    wordsId: uuid('words_id').notNull(),
    practiceId: practiceId(),
    keptAt: madeAt('kept_at'),
    /** From the turn after it they leave as all do. */
    letGoAt: at('let_go_at'),
  },
  (t) => [
    primaryKey({ columns: [t.partnerId, t.wordsId] }),
    foreignKey({
      name: 'kept_words_partner',
      columns: [t.practiceId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.id],
    }),
    foreignKey({
      name: 'kept_words_words',
      columns: [t.practiceId, t.wordsId],
      foreignColumns: [sharedWords.practiceId, sharedWords.id],
    }),
    ...rowPolicies('keptWords'),
  ],
).enableRLS();
