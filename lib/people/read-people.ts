/** What the pages of People show, ready to be drawn. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import {
  listCareTeams,
  listCouples,
  listInvitations,
  listPartners,
  listStaff,
  type StaffRow,
} from '@/db/queries/accounts/people';
import type { InvitationRow } from '@/db/queries/accounts/invitations';
import { readEnv } from '@/lib/env';
import { NotFound } from '@/lib/errors';
import { shownName } from '@/lib/format/names';
import { roleWords } from '@/lib/format/people-words';
import { invitationState, type InvitationState } from '@/lib/invitations/invitation-state';
import { tokenOf } from '@/lib/invitations/issue-invitation';
import { mailer } from '@/lib/mail/mailer';
import { clinicAreas } from './clinic-areas';
import { requireAdmin } from './admin';

export type InvitationView = {
  id: string;
  state: InvitationState;
  email: string;
  expiresAt: Date;
  /** none: no mail server is set, so nothing was sent. */
  mailState: 'none' | 'sent' | 'notSent';
  mailAt: Date | null;
  /** To hand over when no mail reached the person; only while it is open. */
  link: string | null;
};

export async function readPeople(tx: ActorTx) {
  requireAdmin(tx);
  const staff = await listStaff(tx);
  const partners = await listPartners(tx);
  const invitations = await listInvitations(tx);
  const couples = await listCouples(tx);
  const teams = await listCareTeams(tx);
  const { now } = tx.actor;
  return {
    staff: staff.map((one) => ({ ...one, invitation: viewOf(last(invitations, 'staffMemberId', one.id), now) })),
    partners: partners.map((one) => ({
      ...one,
      name: shownName(tx.actor, one.name),
      invitation: viewOf(last(invitations, 'partnerId', one.id), now),
    })),
    careTeams: couples.map((couple) => ({ ...couple, team: teams.filter((one) => one.coupleId === couple.id) })),
  };
}

export async function readStaffPage(tx: ActorTx, staffMemberId: string) {
  const { staff } = await readPeople(tx);
  return {
    member: found(staff, staffMemberId),
    isSelf: tx.actor.staffMemberId === staffMemberId,
    roles: rolesToGive(),
  };
}

export async function readPartnerPage(tx: ActorTx, partnerId: string) {
  const { partners } = await readPeople(tx);
  return { partner: found(partners, partnerId) };
}

export async function readCareTeamPage(tx: ActorTx, coupleId: string) {
  const { staff, careTeams } = await readPeople(tx);
  const therapists = staff.filter((one: StaffRow) => one.status === 'active' && one.roles.includes('therapist'));
  return { couple: found(careTeams, coupleId), therapists: therapists.map(({ id, name }) => ({ id, name })) };
}

/** Only roles with something to open here: by the grid, like the areas. */
export function rolesToGive() {
  return (Object.keys(roleWords) as (keyof typeof roleWords)[])
    .filter((role) => clinicAreas({ roles: [role] }).length > 0)
    .map((role) => ({ value: role, ...roleWords[role] }));
}

function found<T extends { id: string }>(all: readonly T[], id: string): T {
  const one = all.find((each) => each.id === id);
  if (!one) throw new NotFound();
  return one;
}

const last = (all: readonly InvitationRow[], place: 'staffMemberId' | 'partnerId', id: string) =>
  all.filter((row) => row[place] === id).at(-1);

function viewOf(row: InvitationRow | undefined, now: Date): InvitationView | null {
  if (!row) return null;
  const state = invitationState(row, now);
  const isToHandOver = state === 'open' && (row.mailState !== 'sent' || !mailer().reachesPeople);
  return {
    id: row.id,
    state,
    email: row.email,
    expiresAt: row.expiresAt,
    mailState: row.mailState,
    mailAt: row.mailAt,
    link: isToHandOver ? new URL(`/i/${tokenOf(row)}`, readEnv().appOrigin).href : null,
  };
}
