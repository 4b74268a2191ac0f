import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { rowPolicies } from '../access/row-policies';
import { at, id, madeAt, oneOf, practiceId } from './columns';
import { partners } from './couples';

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
