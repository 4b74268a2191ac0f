import { bigint, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { rowPolicies } from '../access/row-policies';
import { at, bytes, id, madeAt, practiceId } from './columns';

/** Who did or opened what, appended in the transaction of the act: ids and words of a fixed list, never content. */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: id(),
    practiceId: practiceId(),
    signInId: uuid('sign_in_id').notNull(),
    staffMemberId: uuid('staff_member_id'),
    partnerId: uuid('partner_id'),
    act: text('act').notNull(),
    recordKind: text('record_kind').notNull(),
    recordId: uuid('record_id'),
    coupleId: uuid('couple_id'),
    /** The partner whom the record concerns alone, if it does. */
    concernsPartnerId: uuid('concerns_partner_id'),
    at: madeAt('at'),
  },
  (t) => [
    unique('audit_events_in_practice').on(t.practiceId, t.id),
    index('audit_events_by_sign_in').on(t.signInId, t.recordKind, t.recordId, t.at.desc()),
    index('audit_events_of_practice').on(t.practiceId, t.at.desc()),
    index('audit_events_of_couple').on(t.coupleId, t.at.desc()),
    index('audit_events_concerning')
      .on(t.concernsPartnerId, t.at.desc())
      .where(sql`concerns_partner_id is not null`),
    ...rowPolicies('auditEvents'),
  ],
).enableRLS();

/**
 * The chain over a practice's events, added to by the sealer a little later: each link's hash covers the event and the link before it.
 * The newest link of each practice is signed into a file outside the database (lib/access-log).
 */
export const auditLinks = pgTable(
  'audit_links',
  {
    practiceId: practiceId(),
    /** 1 for a practice's first. */
    place: bigint('place', { mode: 'number' }).notNull(),
    eventId: uuid('event_id').notNull(),
    /** The event's own time, so that the next sealing knows how far back to look. */
    at: at('at').notNull(),
    /** SHA-256 over the link before and the event as auth.audit_text writes it. */
    hash: bytes('hash').notNull(),
  },
  (t) => [
    primaryKey({ name: 'audit_links_key', columns: [t.practiceId, t.place] }),
    unique('audit_links_one_per_event').on(t.eventId),
    foreignKey({
      name: 'audit_links_event',
      columns: [t.practiceId, t.eventId],
      foreignColumns: [auditEvents.practiceId, auditEvents.id],
    }),
    ...rowPolicies('auditLinks'),
  ],
).enableRLS();
