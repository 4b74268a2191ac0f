import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgPolicy, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { rowPolicies, systemRole } from '../access/row-policies';
import { at, bytes, id, madeAt, oneLogin, oneOf, sealed } from './columns';

/**
 * What a person signs in with and their password, apart from any practice: reached only through the functions of schema auth. An address
 * alone is no account, address and password together are: so an invitation to an address that signs in here already is taken up like any
 * other, and tells nobody.
 */
export const accounts = pgTable(
  'accounts',
  {
    id: id(),
    email: text('email'),
    userName: text('user_name'),
    passwordHash: text('password_hash').notNull(),
    passwordChangedAt: madeAt('password_changed_at'),
    /** The password no longer works; a new one comes with a code that is handed over (auth.end_access_of). */
    passwordEndedAt: at('password_ended_at'),
    /** The partner's place that had this account alone when its password was ended, and has it again with the next one. */
    waitsForPartnerId: uuid('waits_for_partner_id'),
    /** By membership, a word of a short list that its owner tells it by (auth.name_places). */
    placeWords: jsonb('place_words').$type<Record<string, string>>().notNull().default({}),
    /** Counts the second factors this account has had: each has a secret of its own. */
    factorSerial: integer('factor_serial').notNull().default(0),
    /** Which ten recovery codes hold, and for how long which sign-in may still look at them. */
    codesSerial: integer('codes_serial').notNull().default(0),
    codesShownTo: uuid('codes_shown_to'),
    codesShownUntil: at('codes_shown_until'),
    createdAt: madeAt(),
  },
  (t) => [
    oneLogin('accounts_login', t.email, t.userName),
    // Passwords of one address are hashed with one salt (lib/accounts/password-hash.ts), so that two that are the same meet here.
    unique('accounts_by_email').on(t.email, t.passwordHash),
    unique('accounts_by_user_name').on(t.userName, t.passwordHash),
    ...rowPolicies('accounts', null),
  ],
).enableRLS();

/** An authenticated device's stay in the app, bound to one membership: a staff member's or a partner's. */
export const signIns = pgTable(
  'sign_ins',
  {
    id: id(),
    tokenHash: bytes('token_hash').notNull().unique(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    practiceId: uuid('practice_id').notNull(),
    staffMemberId: uuid('staff_member_id'),
    partnerId: uuid('partner_id'),
    device: text('device').notNull().default('A browser'),
    createdAt: madeAt(),
    lastSeenAt: madeAt('last_seen_at'),
    expiresAt: at('expires_at').notNull(),
    endedAt: at('ended_at'),
    /** Since when its screen is covered, where it was covered by hand or the browser said so; idle time covers it too (auth.begin_as). */
    coveredAt: at('covered_at'),
    /** When the password was given once more, for what opens with it. */
    passwordGivenAt: at('password_given_at'),
    /** When the second factor was given once more. */
    factorGivenAt: at('factor_given_at'),
    /** That a new device signed in was said, once, at a later sign-in on another. */
    toldAt: at('told_at'),
  },
  (t) => [index('sign_ins_of_account').on(t.accountId, t.createdAt), ...rowPolicies('signIns', null)],
).enableRLS();

export const WAITS_FOR = ['factor', 'place'] as const;

/** A right password that still waits for the second factor, or after both for where to go: bound to the account, good for one try. */
export const halfSignIns = pgTable(
  'half_sign_ins',
  {
    id: id(),
    tokenHash: bytes('token_hash').notNull().unique(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    waitsFor: text('waits_for').$type<(typeof WAITS_FOR)[number]>().notNull().default('factor'),
    createdAt: madeAt(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
  },
  (t) => [oneOf('half_sign_ins_waits_for', t.waitsFor, WAITS_FOR), ...rowPolicies('halfSignIns', null)],
).enableRLS();

/** An authenticator app: its secret is sealed with a key of the account's own (lib/sealed/account-secret.ts). */
export const totpFactors = pgTable(
  'totp_factors',
  {
    id: id(),
    accountId: uuid('account_id')
      .notNull()
      .unique()
      .references(() => accounts.id),
    secret: sealed('secret').notNull(),
    /** The last step of thirty seconds whose code was taken: no earlier one and not the same is taken again. */
    lastStep: bigint('last_step', { mode: 'number' }).notNull(),
    createdAt: madeAt(),
  },
  () => [...rowPolicies('totpFactors', null)],
).enableRLS();

/** A passkey: what its owner's device signs with stays there; this is the other half, and what the owner calls it. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: id(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    name: text('name').notNull(),
    credentialId: text('credential_id').notNull().unique(),
    publicKey: bytes('public_key').notNull(),
    /** How often it has signed, where it counts: a copy of it is told by a number that did not grow. */
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: text('transports').array().notNull(),
    createdAt: madeAt(),
    lastUsedAt: at('last_used_at'),
  },
  (t) => [index('passkeys_of_account').on(t.accountId), ...rowPolicies('passkeys', null)],
).enableRLS();

export const CHALLENGE_PURPOSES = ['add', 'again', 'signIn'] as const;

/** What a passkey is asked to sign, once: for one purpose, in the one sign-in or half sign-in that asked. */
export const passkeyChallenges = pgTable(
  'passkey_challenges',
  {
    id: id(),
    challengeHash: bytes('challenge_hash').notNull().unique(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    /** Of the sign-in, or of the half sign-in for purpose `signIn`. */
    askedIn: uuid('asked_in').notNull(),
    purpose: text('purpose').$type<(typeof CHALLENGE_PURPOSES)[number]>().notNull(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
  },
  (t) => [
    index('passkey_challenges_of_account').on(t.accountId),
    oneOf('passkey_challenges_purpose', t.purpose, CHALLENGE_PURPOSES),
    ...rowPolicies('passkeyChallenges', null),
  ],
).enableRLS();

/** Ten codes in the place of a lost factor, each good once: their HMAC under a key that the database does not hold. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    codeHash: bytes('code_hash').notNull(),
    usedAt: at('used_at'),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.codeHash] }), ...rowPolicies('recoveryCodes', null)],
).enableRLS();

/** A new password by mail, for staff: one row for each time it was asked for, also for an address that nobody has (then of no account). */
export const passwordResets = pgTable(
  'password_resets',
  {
    id: id(),
    tokenHash: bytes('token_hash').notNull().unique(),
    accountId: uuid('account_id').references(() => accounts.id),
    tries: integer('tries').notNull().default(0),
    createdAt: madeAt(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
  },
  () => [...rowPolicies('passwordResets', null)],
).enableRLS();

export const NOTICE_KINDS = ['passwordReset', 'factorRemoved'] as const;

/** What happened to an account without its owner at hand, to be told once at the next sign-in. */
export const accountNotices = pgTable(
  'account_notices',
  {
    id: id(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    kind: text('kind').$type<(typeof NOTICE_KINDS)[number]>().notNull(),
    at: madeAt('at'),
    toldAt: at('told_at'),
  },
  (t) => [
    index('account_notices_of_account').on(t.accountId, t.at),
    oneOf('account_notices_kind', t.kind, NOTICE_KINDS),
    ...rowPolicies('accountNotices', null),
  ],
).enableRLS();

/** What a form's key has already done, so that a double submit has one effect and one answer. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    accountId: uuid('account_id').notNull(),
    key: uuid('key').notNull(),
    bodyHash: bytes('body_hash').notNull(),
    answer: jsonb('answer'),
    at: madeAt('at'),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.key] }), ...rowPolicies('idempotencyKeys', null)],
).enableRLS();

/** Counters of attempts, kept by rate-limiter-flexible under the sign-in role. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text('key').primaryKey(),
    points: integer('points').notNull().default(0),
    expire: bigint('expire', { mode: 'number' }),
  },
  () => [pgPolicy('rate_limits_system', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` })],
).enableRLS();
