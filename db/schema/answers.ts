import { date, foreignKey, index, jsonb, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';
import { rowPolicies } from '../access/row-policies';
import { type Unit, UNITS } from '../plan-acts';
import { at, id, madeAt, oneOf, practiceId, sealed } from './columns';
import { partners } from './couples';
import { CONFIDENTIALITY, type Confidentiality } from './intakes';
import { assignments } from './plan/plan';
import { staffMembers } from './staff';

/** A partner's choices and numbers, by question id; their texts are sealed beside. */
export type Answers = Record<string, string | number | boolean>;

/** One partner's answer to "do you want this step?". */
export const consents = pgTable(
  'consents',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    assignmentId: uuid('assignment_id').notNull(),
    unit: text('unit').$type<Unit>().notNull(),
    answers: jsonb('answers').$type<Answers>().notNull(),
    texts: sealed('texts'),
    /** The confidentiality policy this was written under; a later change widens nothing. */
    policy: text('policy').$type<Confidentiality>().notNull(),
    answeredAt: madeAt('answered_at'),
  },
  (t) => [
    foreignKey({
      name: 'consents_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    foreignKey({
      name: 'consents_assignment',
      columns: [t.practiceId, t.coupleId, t.assignmentId],
      foreignColumns: [assignments.practiceId, assignments.coupleId, assignments.id],
    }),
    index('consents_of_couple').on(t.coupleId, t.answeredAt),
    oneOf('consents_unit', t.unit, UNITS),
    oneOf('consents_policy', t.policy, CONFIDENTIALITY),
    ...rowPolicies('consents'),
  ],
).enableRLS();

/** One partner's account of how it was. Numbers and choices are clear columns, every text is sealed. */
export const checkIns = pgTable(
  'check_ins',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    assignmentId: uuid('assignment_id').notNull(),
    unit: text('unit').$type<Unit>().notNull(),
    on: date('on').notNull(),
    comfort: smallint('comfort'),
    distressNow: smallint('distress_now'),
    distressWorst: smallint('distress_worst'),
    connected: smallint('connected'),
    pain: smallint('pain'),
    answers: jsonb('answers').$type<Answers>().notNull(),
    texts: sealed('texts'),
    /** The confidentiality policy this was written under; a later change widens nothing. */
    policy: text('policy').$type<Confidentiality>().notNull(),
    /** Who entered it from paper; null for what the partner sent. */
    enteredBy: uuid('entered_by'),
    sentAt: madeAt('sent_at'),
  },
  (t) => [
    foreignKey({
      name: 'check_ins_entered_by',
      columns: [t.practiceId, t.enteredBy],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    foreignKey({
      name: 'check_ins_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    foreignKey({
      name: 'check_ins_assignment',
      columns: [t.practiceId, t.coupleId, t.assignmentId],
      foreignColumns: [assignments.practiceId, assignments.coupleId, assignments.id],
    }),
    index('check_ins_of_couple').on(t.coupleId, t.sentAt.desc(), t.id.desc()),
    index('check_ins_by_day').on(t.coupleId, t.on, t.assignmentId, t.unit),
    index('check_ins_of_partner').on(t.partnerId, t.sentAt.desc(), t.id.desc()),
    oneOf('check_ins_unit', t.unit, UNITS),
    oneOf('check_ins_policy', t.policy, CONFIDENTIALITY),
    ...rowPolicies('checkIns'),
  ],
).enableRLS();

/** Free text for the therapist alone. */
export const reflections = pgTable(
  'reflections',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    assignmentId: uuid('assignment_id'),
    text: sealed('text').notNull(),
    /** The confidentiality policy this was written under; a later change widens nothing. */
    policy: text('policy').$type<Confidentiality>().notNull(),
    sentAt: madeAt('sent_at'),
  },
  (t) => [
    foreignKey({
      name: 'reflections_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    index('reflections_of_couple').on(t.coupleId, t.sentAt.desc(), t.id),
    oneOf('reflections_policy', t.policy, CONFIDENTIALITY),
    ...rowPolicies('reflections'),
  ],
).enableRLS();

/** Words for the other partner too: they arrive at the turn, until then they can be taken back unseen. */
export const sharedWords = pgTable(
  'shared_words',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    on: date('on').notNull(),
    text: sealed('text').notNull(),
    sentAt: madeAt('sent_at'),
    takenBackAt: at('taken_back_at'),
  },
  (t) => [
    foreignKey({
      name: 'shared_words_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    unique('shared_words_in_practice').on(t.practiceId, t.id),
    index('shared_words_of_couple').on(t.coupleId, t.sentAt.desc(), t.id),
    ...rowPolicies('sharedWords'),
  ],
).enableRLS();

/** What a partner has begun and not sent: their own, for 24 hours. */
export const drafts = pgTable(
  'drafts',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    /** What it is a draft of: check-in, consent or words, and of which assignment and unit. */
    subject: text('subject').notNull(),
    content: sealed('content').notNull(),
    updatedAt: madeAt('updated_at'),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [
    unique('drafts_subject').on(t.partnerId, t.subject),
    foreignKey({
      name: 'drafts_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    ...rowPolicies('drafts'),
  ],
).enableRLS();
