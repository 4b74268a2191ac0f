import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { rowPolicies } from '../access/row-policies';
import { at, bytes, id, madeAt, oneOf, practiceId, sealed } from './columns';
import { couples, partners } from './couples';
import { SESSION_KINDS, type SessionKind, sessions } from './sessions';
import { NOTE_FORMATS, type NoteFormat } from './notes/note-formats';
import { staffMembers } from './staff';

export const ADDENDUM_KINDS = ['addendum', 'lateEntry', 'enteredInError'] as const;
export type AddendumKind = (typeof ADDENDUM_KINDS)[number];
/** `hand`: before another window or a co-author went on. `format`: before the note took on another format. */
export const VERSION_CAUSES = ['conflict', 'interval', 'signed', 'hand', 'format'] as const;
export type VersionCause = (typeof VERSION_CAUSES)[number];

/**
 * The progress note of one session, which has one (trigger session_notes_one). A draft is its author's; once signed it never changes
 * (trigger session_notes_signed), but that a supervisor whose approval it needs may return it.
 */
export const sessionNotes = pgTable(
  'session_notes',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    kind: text('kind').$type<SessionKind>().notNull(),
    /** Whose record an individual note is in; null for a joint one. */
    partnerId: uuid('partner_id'),
    authorId: uuid('author_id').notNull(),
    format: text('format').$type<NoteFormat>().notNull(),
    /** The one the note was begun with, or took on: newer ones leave it as it is. */
    formatVersion: integer('format_version').notNull().default(1),
    /** The window that saved last, or who did where there is no script. */
    writtenIn: uuid('written_in'),
    /** Grows with every save; a save names the one it was made on. */
    version: integer('version').notNull().default(1),
    /** JSON of all its fields (key class couple.record, or partner.record for an individual note). */
    sections: sealed('sections').notNull(),
    createdAt: madeAt(),
    updatedAt: madeAt('updated_at'),
    signedAt: at('signed_at'),
    signedAs: text('signed_as'),
    /** SHA-256 over the text and 32 sealed random bytes, so that it is no oracle. */
    signedHash: bytes('signed_hash'),
    /** The zone in which its day and time are shown for good. */
    signedZone: text('signed_zone'),
    /** What its author's supervision asked for on the day it was signed (auth.signing_needs). */
    needsApproval: boolean('needs_approval').notNull().default(false),
    needsCoSignature: boolean('needs_co_signature').notNull().default(false),
    /** The co-therapist who took part and is asked to co-sign. */
    coSignerId: uuid('co_signer_id'),
  },
  (t) => [
    unique('session_notes_of_couple_key').on(t.practiceId, t.coupleId, t.id),
    unique('session_notes_of_author_key').on(t.practiceId, t.coupleId, t.id, t.authorId),
    index('session_notes_of_session').on(t.sessionId, t.authorId),
    index('session_notes_of_couple').on(t.coupleId, t.createdAt.desc(), t.id),
    index('session_notes_of_author').on(t.authorId, t.createdAt),
    foreignKey({
      name: 'session_notes_couple',
      columns: [t.practiceId, t.coupleId],
      foreignColumns: [couples.practiceId, couples.id],
    }),
    foreignKey({
      name: 'session_notes_session',
      columns: [t.practiceId, t.coupleId, t.sessionId],
      foreignColumns: [sessions.practiceId, sessions.coupleId, sessions.id],
    }),
    foreignKey({
      name: 'session_notes_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    foreignKey({
      name: 'session_notes_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    foreignKey({
      name: 'session_notes_co_signer',
      columns: [t.practiceId, t.coSignerId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    index('session_notes_to_co_sign')
      .on(t.coSignerId)
      .where(sql`co_signer_id is not null`),
    oneOf('session_notes_kind', t.kind, SESSION_KINDS),
    check('session_notes_one_record', sql`(kind = 'individual') = (partner_id is not null)`),
    check('session_notes_signed_whole', sql`num_nulls(signed_at, signed_as, signed_hash) in (0, 3)`),
    oneOf('session_notes_format', t.format, NOTE_FORMATS),
    ...rowPolicies('sessionNotes'),
  ],
).enableRLS();

/** Who may write a draft beside its author: named by the author, and removed again at will. */
export const noteCoAuthors = pgTable(
  'note_co_authors',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    noteId: uuid('note_id').notNull(),
    /** The note's author, who named the other; held by the foreign key. */
    authorId: uuid('author_id').notNull(),
    coAuthorId: uuid('co_author_id').notNull(),
    namedAt: madeAt('named_at'),
  },
  (t) => [
    unique('note_co_authors_once').on(t.noteId, t.coAuthorId),
    index('note_co_authors_of_person').on(t.coAuthorId, t.noteId),
    foreignKey({
      name: 'note_co_authors_note',
      columns: [t.practiceId, t.coupleId, t.noteId, t.authorId],
      foreignColumns: [sessionNotes.practiceId, sessionNotes.coupleId, sessionNotes.id, sessionNotes.authorId],
    }),
    foreignKey({
      name: 'note_co_authors_person',
      columns: [t.practiceId, t.coAuthorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    check('note_co_authors_another', sql`author_id <> co_author_id`),
    ...rowPolicies('noteCoAuthors'),
  ],
).enableRLS();

/** What a note once said: kept on signing, on a conflict, before another hand goes on, and every five minutes of writing. */
export const noteVersions = pgTable(
  'note_versions',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    noteId: uuid('note_id').notNull(),
    /** The note's author, held by the foreign key. */
    authorId: uuid('author_id').notNull(),
    /** The co-author who sent this text; null: the author. */
    keptBy: uuid('kept_by'),
    version: integer('version').notNull(),
    cause: text('cause').$type<(typeof VERSION_CAUSES)[number]>().notNull(),
    sections: sealed('sections').notNull(),
    keptAt: madeAt('kept_at'),
  },
  (t) => [
    index('note_versions_of_note').on(t.noteId, t.keptAt),
    foreignKey({
      name: 'note_versions_note',
      columns: [t.practiceId, t.coupleId, t.noteId, t.authorId],
      foreignColumns: [sessionNotes.practiceId, sessionNotes.coupleId, sessionNotes.id, sessionNotes.authorId],
    }),
    foreignKey({
      name: 'note_versions_kept_by',
      columns: [t.practiceId, t.keptBy],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    oneOf('note_versions_cause', t.cause, VERSION_CAUSES),
    ...rowPolicies('noteVersions'),
  ],
).enableRLS();

/** What is added to a signed note, by its own author at its own time; also that it was entered in error. */
export const addenda = pgTable(
  'addenda',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    noteId: uuid('note_id').notNull(),
    authorId: uuid('author_id').notNull(),
    kind: text('kind').$type<AddendumKind>().notNull(),
    signedAs: text('signed_as').notNull(),
    /** JSON of the text, or the reason, and the random bytes its hash needs. */
    text: sealed('text').notNull(),
    addedAt: madeAt('added_at'),
    zone: text('zone').notNull(),
    /** The hash of the note it was added to. */
    noteHash: bytes('note_hash').notNull(),
    hash: bytes('hash').notNull(),
  },
  (t) => [
    index('addenda_of_note').on(t.noteId, t.addedAt),
    foreignKey({
      name: 'addenda_note',
      columns: [t.practiceId, t.coupleId, t.noteId],
      foreignColumns: [sessionNotes.practiceId, sessionNotes.coupleId, sessionNotes.id],
    }),
    foreignKey({
      name: 'addenda_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    oneOf('addenda_kind', t.kind, ADDENDUM_KINDS),
    ...rowPolicies('addenda'),
  ],
).enableRLS();
