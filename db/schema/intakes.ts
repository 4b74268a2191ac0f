import { boolean, date, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { rowPolicies } from '../access/row-policies';
import { at, id, madeAt, oneOf, practiceId, sealed } from './columns';
import { couples, partners } from './couples';
import { sessions } from './sessions';
import { staffMembers } from './staff';

export const REASONS = ['medical', 'trauma', 'lowMood', 'timePoor', 'loss', 'conflict', 'other'] as const;
export type Reason = (typeof REASONS)[number];
export const CONFIDENTIALITY = ['noSecrets', 'limitedSecrets', 'strictPrivate'] as const;
export type Confidentiality = (typeof CONFIDENTIALITY)[number];
export const MEETING_ALONE = ['yes', 'notSure'] as const;
export const MEETING_OUTCOMES = ['jointWork', 'individualFirst'] as const;

/** What brought the couple here. */
export const intakes = pgTable(
  'intakes',
  {
    coupleId: uuid('couple_id').primaryKey(),
    practiceId: practiceId(),
    reasons: text('reasons').array().$type<Reason[]>().notNull(),
    /** Counts the saves, so that two who edit at once lose nothing. */
    version: integer('version').notNull().default(1),
    updatedAt: madeAt('updated_at'),
  },
  (t) => [
    foreignKey({
      name: 'intakes_couple',
      columns: [t.practiceId, t.coupleId],
      foreignColumns: [couples.practiceId, couples.id],
    }),
    ...rowPolicies('intakes'),
  ],
).enableRLS();

/** One partner's words for themselves, what they bring with them and whom to call: in that person's own record. */
export const partnerIntakes = pgTable(
  'partner_intakes',
  {
    partnerId: uuid('partner_id').primaryKey(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    words: sealed('words'),
    emergencyContact: sealed('emergency_contact'),
    /** JSON: what brought this person, history, medicines, earlier therapy (key class partner.record). */
    background: sealed('background'),
    version: integer('version').notNull().default(1),
    updatedAt: madeAt('updated_at'),
  },
  (t) => [
    foreignKey({
      name: 'partner_intakes_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    index('partner_intakes_couple').on(t.coupleId),
    ...rowPolicies('partnerIntakes'),
  ],
).enableRLS();

/**
 * Another confidentiality policy, talked about in a joint session and put before each partner. It comes into force as a row of
 * confidentiality_policies, which Postgres takes only after a yes of each (trigger confidentiality_policies_both).
 */
export const policyProposals = pgTable(
  'policy_proposals',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    policy: text('policy').$type<Confidentiality>().notNull(),
    /** Where it was talked about. */
    sessionId: uuid('session_id').notNull(),
    authorId: uuid('author_id').notNull(),
    proposedAt: madeAt('proposed_at'),
    takenBackAt: at('taken_back_at'),
  },
  (t) => [
    unique('policy_proposals_of_couple').on(t.practiceId, t.coupleId, t.id),
    index('policy_proposals_newest').on(t.coupleId, t.proposedAt),
    foreignKey({
      name: 'policy_proposals_session',
      columns: [t.practiceId, t.coupleId, t.sessionId],
      foreignColumns: [sessions.practiceId, sessions.coupleId, sessions.id],
    }),
    foreignKey({
      name: 'policy_proposals_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    oneOf('policy_proposals_policy', t.policy, CONFIDENTIALITY),
    ...rowPolicies('policyProposals'),
  ],
).enableRLS();

/** What one partner said to a proposal, once: yes or no, and whether a yes is also for what this person wrote before. */
export const policyAnswers = pgTable(
  'policy_answers',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    proposalId: uuid('proposal_id').notNull(),
    isYes: boolean('is_yes').notNull(),
    includesEarlier: boolean('includes_earlier').notNull().default(false),
    answeredAt: madeAt('answered_at'),
  },
  (t) => [
    unique('policy_answers_once').on(t.partnerId, t.proposalId),
    foreignKey({
      name: 'policy_answers_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    foreignKey({
      name: 'policy_answers_proposal',
      columns: [t.practiceId, t.coupleId, t.proposalId],
      foreignColumns: [policyProposals.practiceId, policyProposals.coupleId, policyProposals.id],
    }),
    ...rowPolicies('policyAnswers'),
  ],
).enableRLS();

/** The couple's confidentiality policy, from when to when: the newest row holds, older rows keep theirs. */
export const confidentialityPolicies = pgTable(
  'confidentiality_policies',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    policy: text('policy').$type<Confidentiality>().notNull(),
    /** What both said yes to; null for the policy the work began with. */
    proposalId: uuid('proposal_id'),
    setBy: uuid('set_by').notNull(),
    setAt: madeAt('set_at'),
  },
  (t) => [
    foreignKey({
      name: 'confidentiality_policies_couple',
      columns: [t.practiceId, t.coupleId],
      foreignColumns: [couples.practiceId, couples.id],
    }),
    foreignKey({
      name: 'confidentiality_policies_proposal',
      columns: [t.practiceId, t.coupleId, t.proposalId],
      foreignColumns: [policyProposals.practiceId, policyProposals.coupleId, policyProposals.id],
    }),
    index('confidentiality_policies_newest').on(t.coupleId, t.setAt),
    oneOf('confidentiality_policies_policy', t.policy, CONFIDENTIALITY),
    ...rowPolicies('confidentialityPolicies'),
  ],
).enableRLS();

/** One partner's own agreement to a policy, on a date. */
export const agreements = pgTable(
  'agreements',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    policy: text('policy').$type<Confidentiality>().notNull(),
    /** A yes to a proposal counts from the turn at which that comes into force. */
    proposalId: uuid('proposal_id'),
    agreedAt: madeAt('agreed_at'),
  },
  (t) => [
    foreignKey({
      name: 'agreements_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    foreignKey({
      name: 'agreements_proposal',
      columns: [t.practiceId, t.coupleId, t.proposalId],
      foreignColumns: [policyProposals.practiceId, policyProposals.coupleId, policyProposals.id],
    }),
    index('agreements_of_partner').on(t.partnerId, t.agreedAt),
    oneOf('agreements_policy', t.policy, CONFIDENTIALITY),
    ...rowPolicies('agreements'),
  ],
).enableRLS();

/** A meeting with one partner alone, on the day it took place (also before Hearth). */
export const meetingsAlone = pgTable(
  'meetings_alone',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    metOn: date('met_on').notNull(),
    isBeforeHearth: boolean('is_before_hearth').notNull().default(false),
    wasAlone: text('was_alone').$type<(typeof MEETING_ALONE)[number]>().notNull(),
    outcome: text('outcome').$type<(typeof MEETING_OUTCOMES)[number]>().notNull(),
    plan: sealed('plan'),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: madeAt('recorded_at'),
  },
  (t) => [
    foreignKey({
      name: 'meetings_alone_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    foreignKey({
      name: 'meetings_alone_recorded_by',
      columns: [t.practiceId, t.recordedBy],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    index('meetings_alone_of_couple').on(t.coupleId, t.recordedAt),
    oneOf('meetings_alone_was_alone', t.wasAlone, MEETING_ALONE),
    oneOf('meetings_alone_outcome', t.outcome, MEETING_OUTCOMES),
    ...rowPolicies('meetingsAlone'),
  ],
).enableRLS();
