import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  numeric,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { rowPolicies } from '../../access/row-policies';
import { at, id, madeAt, oneOf, practiceId, sealed } from '../columns';
import { partners } from '../couples';
import { CONFIDENTIALITY, type Confidentiality } from '../intakes';
import { staffMembers } from '../staff';
import { INSTRUMENTS, type InstrumentId, measuresGiven } from './given';

/**
 * A measure as one partner answered it once, or a total that a clinician brought from elsewhere. The total is a clear number, like
 * comfort in a check-in, so that a course can be drawn; what was answered to each question is sealed.
 */
export const measureScores = pgTable(
  'measure_scores',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    /** What it answers, and for which time of asking; null for what was filled in on paper or elsewhere. */
    givenId: uuid('given_id'),
    occasion: smallint('occasion'),
    instrument: text('instrument').$type<InstrumentId | 'external'>().notNull(),
    version: smallint('version').notNull(),
    language: text('language').notNull().default('en'),
    /** Which way of counting made the total. */
    algorithm: smallint('algorithm').notNull(),
    on: date('on').notNull(),
    /** Null where a question was left out: then there is no score. */
    total: numeric('total', { precision: 7, scale: 2, mode: 'number' }),
    leftOut: smallint('left_out').notNull().default(0),
    /** Of the PCL-5 alone: whether the rule of clusters is met. */
    isRuleMet: boolean('is_rule_met'),
    /** Answers by question, as JSON (key class partner.private); null where only a total came. */
    answers: sealed('answers'),
    /** What a measure from elsewhere is called (key class partner.record). */
    name: sealed('name'),
    /** The confidentiality policy this was written under; a later change widens nothing. */
    policy: text('policy').$type<Confidentiality>().notNull(),
    /** Who entered it; null for what the partner sent. */
    enteredBy: uuid('entered_by'),
    /** What staff entered by mistake stays, and counts no more. */
    inErrorAt: at('in_error_at'),
    sentAt: madeAt('sent_at'),
  },
  (t) => [
    unique('measure_scores_once').on(t.givenId, t.occasion),
    foreignKey({
      name: 'measure_scores_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    foreignKey({
      name: 'measure_scores_given',
      columns: [t.practiceId, t.coupleId, t.partnerId, t.givenId],
      foreignColumns: [measuresGiven.practiceId, measuresGiven.coupleId, measuresGiven.partnerId, measuresGiven.id],
    }),
    foreignKey({
      name: 'measure_scores_entered_by',
      columns: [t.practiceId, t.enteredBy],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    index('measure_scores_of_couple').on(t.coupleId, t.on, t.sentAt),
    oneOf('measure_scores_instrument', t.instrument, [...INSTRUMENTS, 'external']),
    oneOf('measure_scores_policy', t.policy, CONFIDENTIALITY),
    check(
      'measure_scores_external',
      sql`(${t.instrument} = 'external') = (${t.name} is not null) and (${t.instrument} <> 'external' or ${t.enteredBy} is not null)`,
    ),
    check('measure_scores_asked', sql`(${t.givenId} is null) = (${t.occasion} is null)`),
    check('measure_scores_no_total', sql`(${t.total} is null) = (${t.leftOut} > 0)`),
    ...rowPolicies('measureScores'),
  ],
).enableRLS();
