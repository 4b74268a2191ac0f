import { date, foreignKey, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { rowPolicies } from '../access/row-policies';
import { at, id, madeAt, oneLogin, oneOf, practiceId, sealed } from './columns';
import { practices } from './practices';
import { ACCOUNT_STATES, type AccountState, staffMembers } from './staff';

export const COUPLE_STATES = ['invited', 'active', 'ended'] as const;
export type CoupleState = (typeof COUPLE_STATES)[number];
export const ENDING_REASONS = [
  'reached',
  'enoughForNow',
  'oneStopped',
  'partedWays',
  'individualInstead',
  'elsewhere',
  'noContact',
  'other',
] as const;
export type EndingReason = (typeof ENDING_REASONS)[number];
export const CARE_TEAM_PARTS = ['primary', 'coTherapist', 'supervisor', 'cover', 'backup'] as const;
export type CareTeamPart = (typeof CARE_TEAM_PARTS)[number];

export const CONTACT_SAID_BY = ['staff', 'partner'] as const;
export type ContactSaidBy = (typeof CONTACT_SAID_BY)[number];

/** The relational unit in treatment. Whoever makes it joins its care team as primary (trigger couples_founder). */
export const couples = pgTable(
  'couples',
  {
    id: id(),
    practiceId: practiceId().references(() => practices.id),
    label: text('label').notNull(),
    timeZone: text('time_zone').notNull(),
    status: text('status').$type<CoupleState>().notNull().default('invited'),
    createdBy: uuid('created_by').notNull(),
    createdAt: madeAt(),
    endedAt: at('ended_at'),
  },
  (t) => [
    unique('couples_in_practice').on(t.practiceId, t.id),
    index('couples_by_label').on(t.practiceId, t.label, t.id),
    foreignKey({
      name: 'couples_founded_by',
      columns: [t.practiceId, t.createdBy],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    oneOf('couples_status', t.status, COUPLE_STATES),
    ...rowPolicies('couples'),
  ],
).enableRLS();

/** One participant of a couple: the first or the second place, each with an account of their own. */
export const partners = pgTable(
  'partners',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    position: integer('position').notNull(),
    accountId: uuid('account_id'),
    name: text('name').notNull(),
    email: text('email'),
    /** Of someone without an e-mail of their own. */
    userName: text('user_name').unique(),
    phone: text('phone').notNull().default(''),
    contactInstruction: text('contact_instruction').notNull().default(''),
    /** Whose words the instruction has, and since which day; both null until it is changed for the first time. */
    contactSaidBy: text('contact_said_by').$type<ContactSaidBy>(),
    contactSaidOn: date('contact_said_on'),
    status: text('status').$type<AccountState>().notNull().default('invited'),
    createdAt: madeAt(),
    deactivatedAt: at('deactivated_at'),
  },
  (t) => [
    unique('partners_in_couple').on(t.practiceId, t.coupleId, t.id),
    unique('partners_in_practice').on(t.practiceId, t.id),
    unique('partners_place').on(t.coupleId, t.position),
    uniqueIndex('partners_one_place_per_email').on(t.coupleId, t.email),
    index('partners_account').on(t.accountId),
    foreignKey({
      name: 'partners_couple',
      columns: [t.practiceId, t.coupleId],
      foreignColumns: [couples.practiceId, couples.id],
    }),
    oneLogin('partners_login', t.email, t.userName),
    oneOf('partners_status', t.status, ACCOUNT_STATES),
    oneOf('partners_contact_said_by', t.contactSaidBy, CONTACT_SAID_BY),
    ...rowPolicies('partners'),
  ],
).enableRLS();

/** Who cares for a couple, in which part, from a day to a day. */
export const careTeamMembers = pgTable(
  'care_team_members',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    staffMemberId: uuid('staff_member_id').notNull(),
    part: text('part').$type<CareTeamPart>().notNull(),
    fromOn: date('from_on').notNull(),
    toOn: date('to_on'),
  },
  (t) => [
    foreignKey({
      name: 'care_team_members_couple',
      columns: [t.practiceId, t.coupleId],
      foreignColumns: [couples.practiceId, couples.id],
    }),
    foreignKey({
      name: 'care_team_members_staff',
      columns: [t.practiceId, t.staffMemberId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    index('care_team_members_by_staff').on(t.staffMemberId, t.coupleId),
    uniqueIndex('care_team_members_one_open')
      .on(t.coupleId, t.staffMemberId)
      .where(sql`to_on is null`),
    uniqueIndex('care_team_members_one_primary')
      .on(t.coupleId)
      .where(sql`part = 'primary' and to_on is null`),
    oneOf('care_team_members_part', t.part, CARE_TEAM_PARTS),
    ...rowPolicies('careTeamMembers'),
  ],
).enableRLS();

/** That shared work ended, why, and what the care team writes to close it. Reopening leaves it as it is. */
export const endings = pgTable(
  'endings',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    reason: text('reason').$type<EndingReason>().notNull(),
    /** JSON: the reason in own words, and the closing summary (key class couple.record). */
    record: sealed('record').notNull(),
    endedBy: uuid('ended_by').notNull(),
    endedAt: madeAt('ended_at'),
  },
  (t) => [
    foreignKey({
      name: 'endings_couple',
      columns: [t.practiceId, t.coupleId],
      foreignColumns: [couples.practiceId, couples.id],
    }),
    foreignKey({
      name: 'endings_ended_by',
      columns: [t.practiceId, t.endedBy],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    index('endings_of_couple').on(t.coupleId, t.endedAt.desc()),
    oneOf('endings_reason', t.reason, ENDING_REASONS),
    ...rowPolicies('endings'),
  ],
).enableRLS();
