import { sql } from 'drizzle-orm';
import { boolean, check, integer, jsonb, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';
import { rowPolicies } from '../access/row-policies';
import { at, bytes, id, madeAt, practiceId } from './columns';

/** When the practice works, by ISO weekday (Monday is "1"); a weekday left out is not worked. */
export type WeekHours = Partial<Record<'1' | '2' | '3' | '4' | '5' | '6' | '7', { from: string; to: string }>>;
/** Until a practice says otherwise. */
export const USUAL_HOURS: WeekHours = Object.fromEntries(
  ['1', '2', '3', '4', '5'].map((weekday) => [weekday, { from: '09:00', to: '17:00' }]),
);

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
    clinicIdleMinutes: integer('clinic_idle_minutes').notNull().default(15),
    /** Whether staff need a second factor: a real practice begins with it (auth.set_up_practice), a demo without. */
    requiresFactor: boolean('requires_factor').notNull().default(false),
    workingHours: jsonb('working_hours').$type<WeekHours>().notNull().default(USUAL_HOURS),
    /** Days not worked whatever the weekday, as YYYY-MM-DD in order. */
    closedDays: jsonb('closed_days').$type<string[]>().notNull().default([]),
    /** From how many points on a change of the PCL-5 is called reliable; its sources differ (lib/measures/change.ts). */
    pclChange: smallint('pcl_change').notNull().default(15),
    isDemo: boolean('is_demo').notNull().default(false),
    createdAt: madeAt(),
  },
  (t) => [check('practices_idle', sql`${t.clinicIdleMinutes} between 5 and 60`), ...rowPolicies('practices', 'id')],
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
