import { boolean, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { rowPolicies } from '../access/row-policies';
import { at, id, madeAt, oneOf, practiceId } from './columns';
import { NOTE_FORMATS, type NoteFormat } from './notes/note-formats';
import { practices } from './practices';

export const ACCOUNT_STATES = ['invited', 'active', 'deactivated'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];
export const STAFF_ROLES = ['practiceAdmin', 'therapist', 'supervisor', 'scheduler'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export const staffMembers = pgTable(
  'staff_members',
  {
    id: id(),
    practiceId: practiceId().references(() => practices.id),
    accountId: uuid('account_id'),
    name: text('name').notNull(),
    credential: text('credential').notNull().default(''),
    email: text('email').notNull(),
    status: text('status').$type<AccountState>().notNull().default('invited'),
    createdAt: madeAt(),
    deactivatedAt: at('deactivated_at'),
  },
  (t) => [
    unique('staff_members_in_practice').on(t.practiceId, t.id),
    unique('staff_members_email').on(t.practiceId, t.email),
    index('staff_members_account').on(t.accountId),
    oneOf('staff_members_status', t.status, ACCOUNT_STATES),
    ...rowPolicies('staffMembers'),
  ],
).enableRLS();

export const staffRoles = pgTable(
  'staff_roles',
  {
    practiceId: practiceId(),
    staffMemberId: uuid('staff_member_id').notNull(),
    role: text('role').$type<StaffRole>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.staffMemberId, t.role] }),
    foreignKey({
      name: 'staff_roles_member',
      columns: [t.practiceId, t.staffMemberId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    oneOf('staff_roles_role', t.role, STAFF_ROLES),
    ...rowPolicies('staffRoles'),
  ],
).enableRLS();

/** How somebody likes to work. A row of one's own, and none for who changed nothing. */
export const staffSettings = pgTable(
  'staff_settings',
  {
    staffMemberId: uuid('staff_member_id').primaryKey(),
    practiceId: practiceId(),
    /** Whether a key pressed by itself does something. */
    hasSingleKeys: boolean('has_single_keys').notNull().default(true),
    /** What a note is begun in; null: DAP. */
    noteFormat: text('note_format').$type<NoteFormat>(),
  },
  (t) => [
    foreignKey({
      name: 'staff_settings_member',
      columns: [t.practiceId, t.staffMemberId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    oneOf('staff_settings_note_format', t.noteFormat, NOTE_FORMATS),
    ...rowPolicies('staffSettings'),
  ],
).enableRLS();
