/** Releases of one person's record: what was asked for, who authorized it, what was decided of joint notes, and what went out. */
import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { rowPolicies } from '../access/row-policies';
import { id, madeAt, oneOf, practiceId, sealed } from './columns';
import { partners } from './couples';
import { sessionNotes } from './session-notes';
import { staffMembers } from './staff';

export const ASKED_BY = ['person', 'professional', 'insurer', 'lawyer', 'other'] as const;
export type AskedBy = (typeof ASKED_BY)[number];

export const RELEASED_KINDS = [
  'intake',
  'individualNotes',
  'jointNotes',
  'contactNotes',
  'checkIns',
  'consents',
] as const;
export type ReleasedKind = (typeof RELEASED_KINDS)[number];

/** What of whose record is to go to whom, why and until when. Never changed: another scope is another release. */
export const recordReleases = pgTable(
  'record_releases',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    /** Whose record. */
    partnerId: uuid('partner_id').notNull(),
    askedBy: text('asked_by').$type<AskedBy>().notNull(),
    kinds: text('kinds').array().$type<ReleasedKind[]>().notNull(),
    /** The days of what is released; null for no end. */
    fromOn: date('from_on'),
    toOn: date('to_on'),
    /** JSON: who asked, to whom it goes and where, what for (key class partner.record). */
    terms: sealed('terms').notNull(),
    /** The last day on which anything goes out under it. */
    untilOn: date('until_on').notNull(),
    authorId: uuid('author_id').notNull(),
    madeAt: madeAt('made_at'),
  },
  (t) => [
    unique('record_releases_of_couple_key').on(t.practiceId, t.coupleId, t.id),
    unique('record_releases_of_partner_key').on(t.practiceId, t.coupleId, t.partnerId, t.id),
    foreignKey({
      name: 'record_releases_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    foreignKey({
      name: 'record_releases_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    index('record_releases_of_partner').on(t.partnerId, t.madeAt.desc()),
    oneOf('record_releases_asked_by', t.askedBy, ASKED_BY),
    check(
      'record_releases_kinds',
      sql`cardinality(kinds) > 0 and kinds <@ array['intake', 'individualNotes', 'jointNotes', 'contactNotes', 'checkIns', 'consents']`,
    ),
    check('record_releases_range', sql`from_on <= to_on`),
    ...rowPolicies('recordReleases'),
  ],
).enableRLS();

export const AUTHORIZATION_KINDS = ['signed', 'revoked'] as const;
export type AuthorizationKind = (typeof AUTHORIZATION_KINDS)[number];

/** That one partner signed a written authorization on a day, or revoked it on a later one. What joint notes need is one of each partner. */
export const recordAuthorizations = pgTable(
  'record_authorizations',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    releaseId: uuid('release_id').notNull(),
    /** Who signed: the person whose record it is, or the other of the couple. */
    partnerId: uuid('partner_id').notNull(),
    kind: text('kind').$type<AuthorizationKind>().notNull(),
    on: date('on').notNull(),
    authorId: uuid('author_id').notNull(),
    recordedAt: madeAt('recorded_at'),
  },
  (t) => [
    unique('record_authorizations_once').on(t.releaseId, t.partnerId, t.kind),
    foreignKey({
      name: 'record_authorizations_release',
      columns: [t.practiceId, t.coupleId, t.releaseId],
      foreignColumns: [recordReleases.practiceId, recordReleases.coupleId, recordReleases.id],
    }),
    foreignKey({
      name: 'record_authorizations_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    foreignKey({
      name: 'record_authorizations_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    oneOf('record_authorizations_kind', t.kind, AUTHORIZATION_KINDS),
    ...rowPolicies('recordAuthorizations'),
  ],
).enableRLS();

export const NOTE_DECISIONS = ['leftOut', 'passagesRemoved'] as const;
export type NoteDecision = (typeof NOTE_DECISIONS)[number];

/** What a therapist decided of one joint note that not every partner authorized. The newest counts; without one, it is left out. */
export const jointNoteDecisions = pgTable(
  'joint_note_decisions',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    releaseId: uuid('release_id').notNull(),
    noteId: uuid('note_id').notNull(),
    decision: text('decision').$type<NoteDecision>().notNull(),
    /** JSON: why, and the text as it is left (key class couple.record). */
    record: sealed('record').notNull(),
    authorId: uuid('author_id').notNull(),
    decidedAt: madeAt('decided_at'),
  },
  (t) => [
    index('joint_note_decisions_newest').on(t.releaseId, t.noteId, t.decidedAt.desc()),
    foreignKey({
      name: 'joint_note_decisions_release',
      columns: [t.practiceId, t.coupleId, t.releaseId],
      foreignColumns: [recordReleases.practiceId, recordReleases.coupleId, recordReleases.id],
    }),
    foreignKey({
      name: 'joint_note_decisions_note',
      columns: [t.practiceId, t.coupleId, t.noteId],
      foreignColumns: [sessionNotes.practiceId, sessionNotes.coupleId, sessionNotes.id],
    }),
    foreignKey({
      name: 'joint_note_decisions_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    oneOf('joint_note_decisions_decision', t.decision, NOTE_DECISIONS),
    ...rowPolicies('jointNoteDecisions'),
  ],
).enableRLS();

/** The ledger: what went out of one person's record, on which day, to whom, what for; and the document, word for word. */
export const disclosures = pgTable(
  'disclosures',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    releaseId: uuid('release_id').notNull(),
    on: date('on').notNull(),
    /** JSON: the document and the hash of its text, so that a stolen hash is no oracle (key class partner.record). */
    document: sealed('document').notNull(),
    authorId: uuid('author_id').notNull(),
    disclosedAt: madeAt('disclosed_at'),
  },
  (t) => [
    index('disclosures_of_partner').on(t.partnerId, t.disclosedAt.desc()),
    foreignKey({
      name: 'disclosures_release',
      columns: [t.practiceId, t.coupleId, t.partnerId, t.releaseId],
      foreignColumns: [recordReleases.practiceId, recordReleases.coupleId, recordReleases.partnerId, recordReleases.id],
    }),
    foreignKey({
      name: 'disclosures_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    ...rowPolicies('disclosures'),
  ],
).enableRLS();
