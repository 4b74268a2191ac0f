/** What the pages of People show, ready to be drawn. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { hasFactorsOf, isSteppedUp } from '@/db/queries/accounts/factors';
import {
  type CareTeamRow,
  findCoupleLabel,
  listCareTeam,
  listCareTeamsPage,
  listPrimaryOf,
} from '@/db/queries/accounts/care-teams';
import { listInvitations, listPartnersPage, listStaff, listStaffPage } from '@/db/queries/accounts/people';
import type { InvitationRow } from '@/db/queries/accounts/invitations';
import { readEnv } from '@/lib/env';
import { NotFound } from '@/lib/errors';
import { shownName } from '@/lib/format/names';
import { roleWords } from '@/lib/format/people-words';
import { invitationState, type InvitationState } from '@/lib/invitations/invitation-state';
import { tokenOf } from '@/lib/invitations/issue-invitation';
import { mailer } from '@/lib/mail/mailer';
import { recordId } from '@/lib/record-id';
import { readStaffMember, requireAdmin } from './admin';
import { readPartnerAccount } from './deactivate-partner';
import { PEOPLE_PAGE_SIZE, peopleView, type PeopleView } from './schema';
import { readSupervisionOf } from '@/lib/supervision/read-supervision';
import { hasEnded, isAhead, shortLife } from './standing';

export type InvitationView = {
  id: string;
  state: InvitationState;
  /** Null where no mail goes out: to a user name, or because link and code are handed over. */
  email: string | null;
  expiresAt: Date;
  /** none: no mail server is set, so nothing was sent. */
  mailState: 'none' | 'sent' | 'notSent';
  mailAt: Date | null;
  /** To hand over when no mail reached the person; only while it is open. */
  link: string | null;
};

type Search = Record<string, string | string[] | undefined>;

export function peopleViewOf(search: Search): PeopleView {
  const one = (name: string) => (typeof search[name] === 'string' ? search[name] : undefined);
  return peopleView.parse({ list: one('list'), search: one('q'), state: one('state') ?? null, page: one('page') ?? 1 });
}

/** One of the three lists, narrowed and paged by what the address says. */
export async function readPeople(tx: ActorTx, search: Search) {
  requireAdmin(tx);
  const view = peopleViewOf(search);
  const read = (page: number) => readList(tx, { ...view, page });
  const found = await read(view.page);
  if (found.total > 0 || view.page === 1) return { view, ...found };
  // A page past the last one: people have left the list since its address was made.
  return { view: { ...view, page: 1 }, ...(await read(1)) };
}

async function readList(tx: ActorTx, { list, search, state, page }: PeopleView) {
  const asked = { search, state, limit: PEOPLE_PAGE_SIZE, offset: (page - 1) * PEOPLE_PAGE_SIZE };
  switch (list) {
    case 'staff': {
      const { rows, total } = await listStaffPage(tx, asked);
      return { total, found: { list, rows: await withInvitations(tx, 'staffMemberId', rows) } };
    }
    case 'partners': {
      const { rows, total } = await listPartnersPage(tx, asked);
      const shown = rows.map((row) => ({ ...row, name: shownName(tx.actor, row.name) }));
      return { total, found: { list, rows: await withInvitations(tx, 'partnerId', shown) } };
    }
    case 'careTeams': {
      const { rows, total } = await listCareTeamsPage(tx, asked);
      return { total, found: { list, rows } };
    }
  }
}

export async function readStaffPage(tx: ActorTx, staffMemberId: string) {
  const { member, all } = await readStaffMember(tx, staffMemberId);
  const [withInvitation] = await withInvitations(tx, 'staffMemberId', [member]);
  return {
    member: withInvitation!,
    isSelf: tx.actor.staffMemberId === staffMemberId,
    /** How many couples have this person as their primary. */
    primaryOf: (await listPrimaryOf(tx, staffMemberId)).length,
    roles: rolesToGive(),
    hasFactor: await hasFactorsOf(tx, member.id),
    /** The password or a code was given within ten minutes, so that it is not asked for again. */
    isSteppedUp: await isSteppedUp(tx),
    supervision: await readSupervisionOf(tx, member, all),
  };
}

export async function readPartnerPage(tx: ActorTx, partnerId: string) {
  const partner = await readPartnerAccount(tx, recordId(partnerId));
  const [withInvitation] = await withInvitations(tx, 'partnerId', [partner]);
  return { partner: withInvitation! };
}

/** The care team of one couple with its history: for who is in it, and for the practice admin, who alone changes it. */
export async function readCareTeamPage(tx: ActorTx, id: string) {
  const coupleId = recordId(id);
  const mayChange = can(tx.actor, 'staffMembers', 'create');
  if (!mayChange && !can(tx.actor, 'intakes', 'read')) throw new NotFound();
  const couple = await findCoupleLabel(tx, coupleId);
  if (!couple) throw new NotFound();
  const all = (await listCareTeam(tx, coupleId)).filter((one) => shortLife(one) !== 'none');
  const is = (standing: 'ended' | 'ahead' | 'now') => (one: CareTeamRow) =>
    (hasEnded(tx.actor, one) ? 'ended' : isAhead(tx.actor, one) ? 'ahead' : 'now') === standing;
  const staff = mayChange ? await listStaff(tx) : [];
  return {
    couple,
    mayChange,
    today: tx.actor.today,
    closeKey: randomUUID(),
    now: all.filter(is('now')).toSorted((a, b) => Number(b.part === 'primary') - Number(a.part === 'primary')),
    ahead: all.filter(is('ahead')),
    ended: all
      .filter(is('ended'))
      .map((one) => ({ ...one, toOn: shortLife(one) ? one.fromOn : one.toOn }))
      .toReversed(),
    people: staff
      .filter(
        (one) => one.status === 'active' && one.roles.some((role) => role === 'therapist' || role === 'supervisor'),
      )
      .map(({ id: value, name, roles }) => ({
        value,
        label: roles.includes('therapist') ? name : `${name} (supervisor)`,
      })),
  };
}

/** With what each may do, in a line. */
export const rolesToGive = () =>
  (Object.keys(roleWords) as (keyof typeof roleWords)[]).map((role) => ({ value: role, ...roleWords[role] }));

async function withInvitations<R extends { id: string }>(
  tx: ActorTx,
  place: 'staffMemberId' | 'partnerId',
  rows: readonly R[],
) {
  const sent = await listInvitations(
    tx,
    place,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    invitation: viewOf(
      sent.findLast((one) => one[place] === row.id),
      tx.actor.now,
    ),
  }));
}

function viewOf(row: InvitationRow | undefined, now: Date): InvitationView | null {
  if (!row) return null;
  const state = invitationState(row, now);
  const isToHandOver = state === 'open' && (row.mailState !== 'sent' || !mailer().reachesPeople);
  return {
    id: row.id,
    state,
    email: row.isByHand ? null : row.email,
    expiresAt: row.expiresAt,
    mailState: row.mailState,
    mailAt: row.mailAt,
    link: isToHandOver ? new URL(`/i/${tokenOf(row)}`, readEnv().appOrigin).href : null,
  };
}
