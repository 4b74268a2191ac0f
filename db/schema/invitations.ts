import { boolean, foreignKey, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { rowPolicies } from '../access/row-policies';
import { at, bytes, id, madeAt, oneLogin, oneOf, practiceId } from './columns';
import { partners } from './couples';
import { staffMembers } from './staff';

export const INVITATION_KINDS = ['staff', 'partner'] as const;
export const MAIL_STATES = ['none', 'sent', 'notSent'] as const;

/** A single-use way in for one person to one place: a link, and for partners a code handed over in person. */
export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    practiceId: practiceId(),
    kind: text('kind').$type<(typeof INVITATION_KINDS)[number]>().notNull(),
    staffMemberId: uuid('staff_member_id'),
    coupleId: uuid('couple_id'),
    partnerId: uuid('partner_id'),
    email: text('email'),
    userName: text('user_name'),
    /** No mail goes out, not even to an address that is known: link and code are handed over. */
    isByHand: boolean('is_by_hand').notNull().default(false),
    /** How often the link was made anew: the token is derived from the id and this number. */
    resendNumber: integer('resend_number').notNull().default(0),
    tokenHash: bytes('token_hash').notNull().unique(),
    codeTries: integer('code_tries').notNull().default(0),
    createdBy: uuid('created_by').notNull(),
    createdAt: madeAt(),
    expiresAt: at('expires_at').notNull(),
    redeemedAt: at('redeemed_at'),
    revokedAt: at('revoked_at'),
    mailState: text('mail_state').$type<(typeof MAIL_STATES)[number]>().notNull().default('none'),
    mailAt: at('mail_at'),
  },
  (t) => [
    foreignKey({
      name: 'invitations_staff',
      columns: [t.practiceId, t.staffMemberId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    foreignKey({
      name: 'invitations_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    index('invitations_of_staff').on(t.staffMemberId),
    index('invitations_of_partner').on(t.partnerId),
    oneLogin('invitations_login', t.email, t.userName),
    oneOf('invitations_kind', t.kind, INVITATION_KINDS),
    oneOf('invitations_mail_state', t.mailState, MAIL_STATES),
    ...rowPolicies('invitations'),
  ],
).enableRLS();
