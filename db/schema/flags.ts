import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { rowPolicies } from '../access/row-policies';
import type { Tier } from '../program/content';
import { at, id, madeAt, oneOf, practiceId } from './columns';
import { partners } from './couples';

export const TIERS = ['urgent', 'safety', 'talk', 'review'] as const satisfies readonly Tier[];
export const FLAG_SOURCES = ['checkIn', 'consent', 'pause', 'measure'] as const;
export type FlagSource = (typeof FLAG_SOURCES)[number];
/** `merged`, `declined` and `outdated` (answered anew, or the step is over) are of asked changes alone. */
export const FLAG_OUTCOMES = ['talked', 'called', 'noted', 'merged', 'declined', 'outdated'] as const;

/** Something needs a look: raised by one partner's own answer or pause, seen by the care team only. */
export const flags = pgTable(
  'flags',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    tier: text('tier').$type<Tier>().notNull(),
    source: text('source').$type<FlagSource>().notNull(),
    /** The check-in, consent or measure that raised it; null for a pause. */
    sourceId: uuid('source_id'),
    /** The question whose answer raised it; `pause` for a pause, `pauseTakenBack` when it was taken back; `change` for a change that was asked. */
    reason: text('reason').notNull(),
    raisedAt: madeAt('raised_at'),
    /** A request to be contacted that the care team took up, reached or not; and when that partner was told so, once. */
    takenUpAt: at('taken_up_at'),
    heardAt: at('heard_at'),
    /** When the mail to the care team, and later the one to the backup, were given to the queue: once for a line of repeats. */
    toldAt: at('told_at'),
    backupToldAt: at('backup_told_at'),
    settledAt: at('settled_at'),
    settledBy: uuid('settled_by'),
    outcome: text('outcome').$type<(typeof FLAG_OUTCOMES)[number]>(),
  },
  (t) => [
    foreignKey({
      name: 'flags_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    index('flags_open')
      .on(t.coupleId, t.raisedAt)
      .where(sql`settled_at is null`),
    index('flags_of_couple').on(t.coupleId, t.raisedAt),
    index('flags_unheard')
      .on(t.partnerId)
      .where(sql`reason = 'contactMe' and heard_at is null`),
    oneOf('flags_tier', t.tier, TIERS),
    oneOf('flags_source', t.source, FLAG_SOURCES),
    ...rowPolicies('flags'),
  ],
).enableRLS();

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
