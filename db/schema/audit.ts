import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { rowPolicies } from '../access/row-policies';
import { id, madeAt, practiceId } from './columns';

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
    index('audit_events_by_sign_in').on(t.signInId, t.recordKind, t.recordId, t.at.desc()),
    index('audit_events_of_practice').on(t.practiceId, t.at.desc()),
    index('audit_events_of_couple').on(t.coupleId, t.at.desc()),
    index('audit_events_concerning')
      .on(t.concernsPartnerId, t.at.desc())
      .where(sql`concerns_partner_id is not null`),
    ...rowPolicies('auditEvents'),
  ],
).enableRLS();
