/** What the care team follows up between sessions: contacts that are not sessions, to-dos, and when each last looked. Staff only. */
import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { rowPolicies } from '../access/row-policies';
import { at, id, madeAt, oneOf, practiceId, sealed } from './columns';
import { couples, partners } from './couples';
import { staffMembers } from './staff';

export const CONTACT_KINDS = ['call', 'message', 'noShow', 'collateral', 'other'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];
export const CONTACT_OUTCOMES = ['reached', 'leftAsAgreed', 'notReached'] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

/** A contact about one partner that is not a session. Never changed: a row entered in error is named so by a later row. */
export const contactNotes = pgTable(
  'contact_notes',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    kind: text('kind').$type<ContactKind>().notNull(),
    on: date('on').notNull(),
    outcome: text('outcome').$type<ContactOutcome>(),
    words: sealed('words'),
    /** The note that this row says was entered in error. */
    inErrorId: uuid('in_error_id'),
    authorId: uuid('author_id').notNull(),
    writtenAt: madeAt('written_at'),
  },
  (t) => [
    unique('contact_notes_of_partner_key').on(t.practiceId, t.coupleId, t.partnerId, t.id),
    unique('contact_notes_one_error').on(t.inErrorId),
    foreignKey({
      name: 'contact_notes_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    foreignKey({
      name: 'contact_notes_in_error',
      columns: [t.practiceId, t.coupleId, t.partnerId, t.inErrorId],
      foreignColumns: [t.practiceId, t.coupleId, t.partnerId, t.id],
    }),
    foreignKey({
      name: 'contact_notes_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    index('contact_notes_of_couple').on(t.coupleId, t.on.desc(), t.writtenAt.desc()),
    oneOf('contact_notes_kind', t.kind, CONTACT_KINDS),
    oneOf('contact_notes_outcome', t.outcome, CONTACT_OUTCOMES),
    ...rowPolicies('contactNotes'),
  ],
).enableRLS();

/** Something one of the care team is to do for a couple by a day. */
export const toDos = pgTable(
  'to_dos',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    words: sealed('words').notNull(),
    dueOn: date('due_on').notNull(),
    assigneeId: uuid('assignee_id').notNull(),
    authorId: uuid('author_id').notNull(),
    createdAt: madeAt(),
    doneAt: at('done_at'),
    doneBy: uuid('done_by'),
  },
  (t) => [
    foreignKey({
      name: 'to_dos_couple',
      columns: [t.practiceId, t.coupleId],
      foreignColumns: [couples.practiceId, couples.id],
    }),
    foreignKey({
      name: 'to_dos_assignee',
      columns: [t.practiceId, t.assigneeId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    foreignKey({
      name: 'to_dos_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    foreignKey({
      name: 'to_dos_done_by',
      columns: [t.practiceId, t.doneBy],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    index('to_dos_of_couple').on(t.coupleId, t.dueOn),
    index('to_dos_open')
      .on(t.assigneeId, t.dueOn)
      .where(sql`done_at is null`),
    index('to_dos_done')
      .on(t.assigneeId, t.doneAt)
      .where(sql`done_at is not null`),
    check('to_dos_done_by_someone', sql`(done_at is null) = (done_by is null)`),
    ...rowPolicies('toDos'),
  ],
).enableRLS();

/** When one of the staff last opened Today, and since when what is new is counted. */
export const todayVisits = pgTable(
  'today_visits',
  {
    staffMemberId: uuid('staff_member_id').primaryKey(),
    practiceId: practiceId(),
    since: at('since').notNull(),
    lookedAt: at('looked_at').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'today_visits_staff',
      columns: [t.practiceId, t.staffMemberId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    ...rowPolicies('todayVisits'),
  ],
).enableRLS();
