/** Referrals of one partner to a professional, what came of them, and the releases that this partner alone answers. */
import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { rowPolicies } from '../access/row-policies';
import { at, id, madeAt, oneOf, practiceId, sealed } from './columns';
import { partners } from './couples';
import { staffMembers } from './staff';

export const PROFESSIONS = [
  'familyDoctor',
  'gynecologist',
  'urologist',
  'oncologist',
  'pelvicFloor',
  'psychiatrist',
  'therapist',
  'otherDoctor',
  'other',
] as const;
export type Profession = (typeof PROFESSIONS)[number];

export const REFERRAL_OUTCOMES = ['seen', 'notWanted', 'noAnswer', 'other'] as const;
export type ReferralOutcome = (typeof REFERRAL_OUTCOMES)[number];

/** For one partner, to one professional. Never changed: what came of it is rows of its own. */
export const referrals = pgTable(
  'referrals',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    profession: text('profession').$type<Profession>().notNull(),
    /** JSON: to whom, and why (key class partner.record). */
    record: sealed('record').notNull(),
    dueOn: date('due_on').notNull(),
    authorId: uuid('author_id').notNull(),
    madeAt: madeAt('made_at'),
  },
  (t) => [
    unique('referrals_of_partner_key').on(t.practiceId, t.coupleId, t.partnerId, t.id),
    foreignKey({
      name: 'referrals_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    foreignKey({
      name: 'referrals_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    index('referrals_of_couple').on(t.coupleId, t.madeAt.desc()),
    oneOf('referrals_profession', t.profession, PROFESSIONS),
    ...rowPolicies('referrals'),
  ],
).enableRLS();

/**
 * What one partner is asked to let be told, to whom and until when: the letter, word for word. It says itself in that partner's own
 * key (partner.private), so that they can read it; the only thing that ever changes is that a request is taken back unanswered.
 */
export const releases = pgTable(
  'releases',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    referralId: uuid('referral_id').notNull(),
    /** JSON: from whom, to whom, about whom, what. */
    terms: sealed('terms').notNull(),
    untilOn: date('until_on').notNull(),
    authorId: uuid('author_id').notNull(),
    askedAt: madeAt('asked_at'),
    takenBackAt: at('taken_back_at'),
  },
  (t) => [
    unique('releases_of_partner_key').on(t.practiceId, t.coupleId, t.partnerId, t.id),
    foreignKey({
      name: 'releases_referral',
      columns: [t.practiceId, t.coupleId, t.partnerId, t.referralId],
      foreignColumns: [referrals.practiceId, referrals.coupleId, referrals.partnerId, referrals.id],
    }),
    foreignKey({
      name: 'releases_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    index('releases_of_referral').on(t.referralId, t.askedAt.desc()),
    index('releases_of_partner').on(t.partnerId, t.askedAt.desc()),
    ...rowPolicies('releases'),
  ],
).enableRLS();

export const RELEASE_ANSWERS = ['signed', 'notNow', 'withdrawn'] as const;
export type ReleaseAnswer = (typeof RELEASE_ANSWERS)[number];

/** That partner's own answer, dated by day: signed or not now, once; and withdrawn later, once. Never changed. */
export const releaseAnswers = pgTable(
  'release_answers',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    releaseId: uuid('release_id').notNull(),
    answer: text('answer').$type<ReleaseAnswer>().notNull(),
    on: date('on').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'release_answers_release',
      columns: [t.practiceId, t.coupleId, t.partnerId, t.releaseId],
      foreignColumns: [releases.practiceId, releases.coupleId, releases.partnerId, releases.id],
    }),
    uniqueIndex('release_answers_one')
      .on(t.releaseId)
      .where(sql`answer <> 'withdrawn'`),
    uniqueIndex('release_answers_one_withdrawal')
      .on(t.releaseId)
      .where(sql`answer = 'withdrawn'`),
    oneOf('release_answers_answer', t.answer, RELEASE_ANSWERS),
    ...rowPolicies('releaseAnswers'),
  ],
).enableRLS();

/** What happened to a referral: its letter was printed, or something came of it. The newest outcome counts. */
export const referralEvents = pgTable(
  'referral_events',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    referralId: uuid('referral_id').notNull(),
    kind: text('kind').$type<'letterPrinted' | 'outcome'>().notNull(),
    /** Under which release it was printed. */
    releaseId: uuid('release_id'),
    outcome: text('outcome').$type<ReferralOutcome>(),
    /** Left out: that closes it. Otherwise it is due again on this day. */
    againOn: date('again_on'),
    words: sealed('words'),
    authorId: uuid('author_id').notNull(),
    at: madeAt('at'),
  },
  (t) => [
    foreignKey({
      name: 'referral_events_referral',
      columns: [t.practiceId, t.coupleId, t.partnerId, t.referralId],
      foreignColumns: [referrals.practiceId, referrals.coupleId, referrals.partnerId, referrals.id],
    }),
    foreignKey({
      name: 'referral_events_release',
      columns: [t.practiceId, t.coupleId, t.partnerId, t.releaseId],
      foreignColumns: [releases.practiceId, releases.coupleId, releases.partnerId, releases.id],
    }),
    foreignKey({
      name: 'referral_events_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    index('referral_events_of_referral').on(t.referralId, t.at.desc()),
    oneOf('referral_events_kind', t.kind, ['letterPrinted', 'outcome']),
    oneOf('referral_events_outcome_word', t.outcome, REFERRAL_OUTCOMES),
    check(
      'referral_events_whole',
      sql`(kind = 'letterPrinted') = (release_id is not null) and (kind = 'outcome') = (outcome is not null) and (kind = 'outcome' or (again_on is null and words is null))`,
    ),
    ...rowPolicies('referralEvents'),
  ],
).enableRLS();
