import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { rowPolicies } from '../access/row-policies';
import { madeAt, practiceId } from './columns';
import { partners } from './couples';

/** From which answers on the care team wants to be told by a line "review" (rule 11), for one partner; no row: the usual ones. */
export const reviewLimits = pgTable(
  'review_limits',
  {
    partnerId: uuid('partner_id').notNull(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    distressAtLeast: integer('distress_at_least').notNull(),
    painAtLeast: integer('pain_at_least').notNull(),
    /** Twice running. */
    comfortAtMost: integer('comfort_at_most').notNull(),
    changedAt: madeAt('changed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.partnerId] }),
    foreignKey({
      name: 'review_limits_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    check(
      'review_limits_scale',
      sql`${t.distressAtLeast} between 1 and 10 and ${t.painAtLeast} between 1 and 10 and ${t.comfortAtMost} between 0 and 9`,
    ),
    ...rowPolicies('reviewLimits'),
  ],
).enableRLS();
