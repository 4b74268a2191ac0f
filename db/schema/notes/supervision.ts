import { sql } from 'drizzle-orm';
import { boolean, check, date, foreignKey, index, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { rowPolicies } from '../../access/row-policies';
import { bytes, id, madeAt, oneOf, practiceId, sealed } from '../columns';
import { sessionNotes } from '../session-notes';
import { staffMembers } from '../staff';

export const REVIEW_KINDS = ['returned', 'approved'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];
export const CO_SIGNER_PARTS = ['coTherapist', 'supervisor'] as const;
export type CoSignerPart = (typeof CO_SIGNER_PARTS)[number];

/** Who supervises whom, from a day to a day: the only source of a supervisor's sight (auth.notes_supervised). */
export const supervisions = pgTable(
  'supervisions',
  {
    id: id(),
    practiceId: practiceId(),
    superviseeId: uuid('supervisee_id').notNull(),
    supervisorId: uuid('supervisor_id').notNull(),
    fromOn: date('from_on').notNull(),
    toOn: date('to_on'),
    maySee: boolean('may_see').notNull(),
    mustApprove: boolean('must_approve').notNull(),
    mustCoSign: boolean('must_co_sign').notNull(),
    createdAt: madeAt(),
  },
  (t) => [
    unique('supervisions_in_practice').on(t.practiceId, t.id),
    foreignKey({
      name: 'supervisions_supervisee',
      columns: [t.practiceId, t.superviseeId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    foreignKey({
      name: 'supervisions_supervisor',
      columns: [t.practiceId, t.supervisorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    uniqueIndex('supervisions_one_open')
      .on(t.superviseeId, t.supervisorId)
      .where(sql`to_on is null`),
    index('supervisions_by_supervisor').on(t.supervisorId, t.superviseeId),
    check('supervisions_of_another', sql`supervisee_id <> supervisor_id`),
    check('supervisions_see_first', sql`may_see or not (must_approve or must_co_sign)`),
    ...rowPolicies('supervisions'),
  ],
).enableRLS();

/** Whose name stands under a note, since when, and under which text of it. */
const attested = () => ({
  id: id(),
  practiceId: practiceId(),
  coupleId: uuid('couple_id').notNull(),
  noteId: uuid('note_id').notNull(),
  authorId: uuid('author_id').notNull(),
  signedAs: text('signed_as').notNull(),
  signedAt: madeAt('signed_at'),
  zone: text('zone').notNull(),
  /** The hash of the note as it stood then. */
  noteHash: bytes('note_hash').notNull(),
  hash: bytes('hash').notNull(),
});

/** Another's signature under a signed note: the co-therapist's or the supervisor's. */
export const coSignatures = pgTable(
  'co_signatures',
  {
    ...attested(),
    part: text('part').$type<CoSignerPart>().notNull(),
  },
  (t) => [
    unique('co_signatures_one_each').on(t.noteId, t.authorId),
    foreignKey({
      name: 'co_signatures_note',
      columns: [t.practiceId, t.coupleId, t.noteId],
      foreignColumns: [sessionNotes.practiceId, sessionNotes.coupleId, sessionNotes.id],
    }),
    foreignKey({
      name: 'co_signatures_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    oneOf('co_signatures_part', t.part, CO_SIGNER_PARTS),
    ...rowPolicies('coSignatures'),
  ],
).enableRLS();

/** What a supervisor said to a signed note that needs approval. A return gives it back to its author (trigger note_reviews_returned). */
export const noteReviews = pgTable(
  'note_reviews',
  {
    ...attested(),
    kind: text('kind').$type<ReviewKind>().notNull(),
  },
  (t) => [
    unique('note_reviews_one_each').on(t.noteId, t.noteHash),
    foreignKey({
      name: 'note_reviews_note',
      columns: [t.practiceId, t.coupleId, t.noteId],
      foreignColumns: [sessionNotes.practiceId, sessionNotes.coupleId, sessionNotes.id],
    }),
    foreignKey({
      name: 'note_reviews_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    oneOf('note_reviews_kind', t.kind, REVIEW_KINDS),
    ...rowPolicies('noteReviews'),
  ],
).enableRLS();

/** What the author of a note and one supervisor write to each other about it: theirs alone, and never a part of the record. */
export const noteComments = pgTable(
  'note_comments',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    noteId: uuid('note_id').notNull(),
    superviseeId: uuid('supervisee_id').notNull(),
    supervisorId: uuid('supervisor_id').notNull(),
    authorId: uuid('author_id').notNull(),
    /** Sealed with the key of the record its note is in. */
    text: sealed('text').notNull(),
    writtenAt: madeAt('written_at'),
  },
  (t) => [
    index('note_comments_of_note').on(t.noteId, t.writtenAt),
    foreignKey({
      name: 'note_comments_note',
      columns: [t.practiceId, t.coupleId, t.noteId],
      foreignColumns: [sessionNotes.practiceId, sessionNotes.coupleId, sessionNotes.id],
    }),
    foreignKey({
      name: 'note_comments_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    check('note_comments_between_two', sql`author_id in (supervisee_id, supervisor_id)`),
    ...rowPolicies('noteComments'),
  ],
).enableRLS();
