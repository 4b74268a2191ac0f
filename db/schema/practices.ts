import { boolean, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { rowPolicies } from '../access/row-policies';
import { at, bytes, id, madeAt, practiceId } from './columns';

/** The clinic, and what its partners see of it: a neutral title, a neutral sender, a neutral place to go on Close. */
export const practices = pgTable(
  'practices',
  {
    id: id(),
    name: text('name').notNull(),
    timeZone: text('time_zone').notNull(),
    portalTitle: text('portal_title').notNull().default('Today'),
    senderName: text('sender_name').notNull(),
    mailSubject: text('mail_subject').notNull().default('A reminder for you'),
    closeUrl: text('close_url').notNull(),
    /** How a letter names the practice, and where an answer is to go; without a name no letter can be asked for. */
    letterName: text('letter_name').notNull().default(''),
    letterAddress: text('letter_address').notNull().default(''),
    clinicIdleMinutes: integer('clinic_idle_minutes').notNull().default(60),
    isDemo: boolean('is_demo').notNull().default(false),
    createdAt: madeAt(),
  },
  () => [...rowPolicies('practices', 'id')],
).enableRLS();

/** The local list of people to turn to, shown to every partner after every answer. */
export const supportContacts = pgTable(
  'support_contacts',
  {
    id: id(),
    practiceId: practiceId().references(() => practices.id),
    position: integer('position').notNull(),
    label: text('label').notNull(),
    detail: text('detail').notNull(),
  },
  (t) => [unique('support_contacts_place').on(t.practiceId, t.position), ...rowPolicies('supportContacts')],
).enableRLS();

/** The one-time link with which an empty installation is set up. */
export const setUpLinks = pgTable(
  'set_up_links',
  {
    id: id(),
    tokenHash: bytes('token_hash').notNull().unique(),
    createdAt: madeAt(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
    practiceId: uuid('practice_id'),
  },
  () => [...rowPolicies('setUpLinks', null)],
).enableRLS();
