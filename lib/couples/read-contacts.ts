/** The tab "Contacts & safety": how each partner is reached, what was agreed, who was met alone, who can sign in. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { listInvitationsTo, listMeetingsAlone, readIntakes } from '@/db/queries/intakes/contacts';
import { readEnv } from '@/lib/env';
import { type ContactNote, listContactNotes } from '@/lib/contact-notes/list-contact-notes';
import { invitationState, type InvitationState } from '@/lib/invitations/invitation-state';
import { tokenOf } from '@/lib/invitations/issue-invitation';
import { isOnCard } from '@/lib/invitations/token';
import { listRequests, type PartnerRequest } from '@/lib/partner-requests/list-requests';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { listReferralLines, type ReferralLine } from '@/lib/referrals/list-of-couple';
import { listToDos, type ToDo } from '@/lib/to-dos/list-to-dos';
import { type Couple, type CouplePartner, readCouple } from './read-couple';
import { intakeRef, planRef } from './sealed-places';

export type PersonOfCouple = CouplePartner & {
  words: string;
  emergencyContact: string;
  meetings: {
    id: string;
    metOn: string;
    isBeforeHearth: boolean;
    wasAlone: 'yes' | 'notSure';
    outcome: 'jointWork' | 'individualFirst';
    plan: string;
  }[];
  referrals: ReferralLine[];
  /** The newest invitation to this place. */
  invitation: {
    id: string;
    state: InvitationState;
    at: Date;
    expiresAt: Date;
    mailState: 'none' | 'sent' | 'notSent';
    /** Where no mail went out: the link to hand over by the safe way. */
    link: string | null;
    /** Link and code stand on a card to hand over; no mail goes out. */
    isOnCard: boolean;
  } | null;
  /** What this person asks the care team for. */
  requests: PartnerRequest[];
  /** Keys of the forms about this person. */
  formKeys: { card: string; resend: string; revoke: string };
};

export type ContactsOfCouple = {
  couple: Couple;
  people: PersonOfCouple[];
  reasons: string[];
  contacts: ContactNote[];
  toDos: ToDo[];
  /** Keys of the two forms that add one. */
  formKeys: { contact: string; toDo: string };
};

/** Ten statements. */
export async function readContacts(tx: ActorTx, coupleId: string | undefined): Promise<ContactsOfCouple> {
  const couple = await readCouple(tx, coupleId);
  const { practiceId, now } = tx.actor;
  const keyring = await keyringFor(tx, [couple.id]);
  const { ofCouple: intake, ofPartners: intakes } = await readIntakes(tx, couple.id);
  const meetings = await listMeetingsAlone(tx, couple.id);
  const invitations = await listInvitationsTo(
    tx,
    couple.partners.map(({ id }) => id),
  );

  const referrals = await listReferralLines(tx, couple.id, couple.today);
  const contacts = await listContactNotes(tx, couple.id, keyring);
  const toDos = await listToDos(tx, couple.id, keyring);
  const requests = await listRequests(tx, couple, keyring);

  const people = couple.partners.map((partner): PersonOfCouple => {
    const own = intakes.find(({ partnerId }) => partnerId === partner.id);
    const invitation = invitations.find(({ partnerId }) => partnerId === partner.id);
    return {
      ...partner,
      words: own?.words ? keyring.open(intakeRef(practiceId, partner.id, 'words'), own.words) : '',
      emergencyContact: own?.emergencyContact
        ? keyring.open(intakeRef(practiceId, partner.id, 'emergency_contact'), own.emergencyContact)
        : '',
      meetings: meetings
        .filter(({ partnerId }) => partnerId === partner.id)
        .map(({ id, metOn, isBeforeHearth, wasAlone, outcome, plan }) => ({
          id,
          metOn,
          isBeforeHearth,
          wasAlone,
          outcome,
          plan: plan ? keyring.open(planRef(practiceId, partner.id, id), plan) : '',
        })),
      referrals: referrals.filter(({ partnerId }) => partnerId === partner.id),
      invitation: invitation
        ? {
            id: invitation.id,
            state: invitationState(invitation, now),
            at: invitation.createdAt,
            expiresAt: invitation.expiresAt,
            mailState: invitation.mailState,
            link: invitation.mailState === 'sent' ? null : `${readEnv().appOrigin}/i/${tokenOf(invitation)}`,
            isOnCard: isOnCard(invitation),
          }
        : null,
      requests: requests.filter(({ partnerId }) => partnerId === partner.id),
      formKeys: { card: randomUUID(), resend: randomUUID(), revoke: randomUUID() },
    };
  });
  return {
    couple,
    people,
    contacts,
    toDos,
    formKeys: { contact: randomUUID(), toDo: randomUUID() },
    reasons: intake?.reasons ?? [],
  };
}
