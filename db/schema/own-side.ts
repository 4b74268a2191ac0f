/** What a partner decides for their own pages, and what they ask the care team for. */
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
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

export const REMINDER_LEVELS = ['none', 'neutral', 'practice'] as const;
export type ReminderLevel = (typeof REMINDER_LEVELS)[number];

/** A partner's own alarm: a mail at times this person chose, whatever is open. Staff do not see it. */
export const reminders = pgTable(
  'reminders',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    level: text('level').$type<ReminderLevel>().notNull(),
    /** ISO weekdays, Monday is 1. */
    weekdays: integer('weekdays').array().notNull(),
    /** HH:MM on the clocks of the couple's zone. */
    time: text('time').notNull(),
    savedAt: madeAt('saved_at'),
    /** Null while there are none to come. */
    nextDueAt: at('next_due_at'),
  },
  (t) => [
    unique('reminders_of_partner').on(t.partnerId),
    foreignKey({
      name: 'reminders_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    index('reminders_due')
      .on(t.nextDueAt)
      .where(sql`next_due_at is not null`),
    oneOf('reminders_level', t.level, REMINDER_LEVELS),
    check('reminders_weekdays', sql`${t.weekdays} <@ array[1, 2, 3, 4, 5, 6, 7]`),
    check('reminders_time', sql`${t.time} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`),
    ...rowPolicies('reminders'),
  ],
).enableRLS();
