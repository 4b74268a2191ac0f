import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { rowPolicies } from '../access/row-policies';
import { at, id, madeAt, oneOf, practiceId } from './columns';
import { couples, partners } from './couples';
import { staffMembers } from './staff';

export const SESSION_KINDS = ['joint', 'individual'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];
export const ATTENDANCES = ['attended', 'late', 'absent'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

/** A therapy appointment: when, where, who; joint, or individual with one partner. No clinical word. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    kind: text('kind').$type<SessionKind>().notNull(),
    /** With whom, when individual. */
    partnerId: uuid('partner_id'),
    therapistId: uuid('therapist_id').notNull(),
    startsAt: at('starts_at').notNull(),
    minutes: smallint('minutes').notNull(),
    place: text('place').notNull().default(''),
    /** An https address, shown to whoever comes; no other session has it. Empty when they meet in the room, or until it is known. */
    videoLink: text('video_link').notNull().default(''),
    /** Shared by the sessions of one weekly series, which were made together. */
    seriesId: uuid('series_id'),
    cancelledAt: at('cancelled_at'),
    createdAt: madeAt(),
  },
  (t) => [
    unique('sessions_of_couple_key').on(t.practiceId, t.coupleId, t.id),
    index('sessions_of_couple').on(t.coupleId, t.startsAt.desc(), t.id),
    index('sessions_of_therapist').on(t.therapistId, t.startsAt),
    index('sessions_of_practice').on(t.practiceId, t.startsAt),
    index('sessions_of_series')
      .on(t.seriesId, t.startsAt)
      .where(sql`series_id is not null`),
    foreignKey({
      name: 'sessions_couple',
      columns: [t.practiceId, t.coupleId],
      foreignColumns: [couples.practiceId, couples.id],
    }),
    foreignKey({
      name: 'sessions_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    foreignKey({
      name: 'sessions_therapist',
      columns: [t.practiceId, t.therapistId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    // One link per session: who was sent to one address can't be at the door of another session.
    uniqueIndex('sessions_video_link_once')
      .on(t.practiceId, t.videoLink)
      .where(sql`video_link <> ''`),
    oneOf('sessions_kind', t.kind, SESSION_KINDS),
    check('sessions_video_link', sql`video_link = '' or video_link like 'https://%'`),
    check('sessions_with_whom', sql`(kind = 'individual') = (partner_id is not null)`),
    ...rowPolicies('sessions'),
  ],
).enableRLS();

/** Who came. */
export const sessionAttendances = pgTable(
  'session_attendances',
  {
    sessionId: uuid('session_id').notNull(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    attendance: text('attendance').$type<Attendance>().notNull(),
    recordedAt: madeAt('recorded_at'),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.partnerId] }),
    foreignKey({
      name: 'session_attendances_session',
      columns: [t.practiceId, t.coupleId, t.sessionId],
      foreignColumns: [sessions.practiceId, sessions.coupleId, sessions.id],
    }),
    foreignKey({
      name: 'session_attendances_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    index('session_attendances_of_couple').on(t.coupleId),
    oneOf('session_attendances_attendance', t.attendance, ATTENDANCES),
    ...rowPolicies('sessionAttendances'),
  ],
).enableRLS();
