/** What every new partner of a couple brings: a place, an own record with its keys, and a sign-in that is nobody else's. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { listStaffEmails, type NewPartner } from '@/db/queries/intakes/new-couples';
import { Refusal } from '@/lib/errors';
import { createDataKey, type DataKeyRow, type PracticeKey } from '@/lib/sealed/keys';
import type { Keyring } from '@/lib/sealed/keyring';
import { drawUserName } from '@/lib/accounts/user-name';
import type { NewPartnerInput } from './schema';
import { intakeRef } from './sealed-places';

const IS_STAFF =
  'This e-mail address belongs to someone who works here. Staff can’t be a partner in the same practice; use another address or ask a colleague elsewhere.';

/** `fieldOf` names the e-mail field of each partner in the form. */
export async function refuseStaffEmails(
  tx: ActorTx,
  emails: readonly (string | null | undefined)[],
  fieldOf: (place: number) => string,
): Promise<void> {
  const staff = await listStaffEmails(
    tx,
    emails.filter((email) => typeof email === 'string'),
  );
  if (staff.length === 0) return;
  throw new Refusal(
    'Not saved yet: please look at the marked fields. Everything you typed is still here.',
    Object.fromEntries(
      emails.flatMap((email, place) => (email && staff.includes(email) ? [[fieldOf(place), IS_STAFF]] : [])),
    ),
  );
}

/** An address of their own, or a user name. */
export type Login = { email: string; userName: null } | { email: null; userName: string };

export const loginOf = (email: string | undefined): Login =>
  email === undefined ? { email: null, userName: drawUserName() } : { email, userName: null };

export type PlacedPartner = Omit<NewPartnerInput, 'email'> & Login & { id: string; position: number };

export const placed = ({ email, ...partner }: NewPartnerInput, position: number): PlacedPartner => ({
  ...partner,
  ...loginOf(email),
  id: randomUUID(),
  position,
});

export function keysOf(
  practiceKey: PracticeKey,
  coupleId: string,
  partner: PlacedPartner,
  createdAt: Date,
): DataKeyRow[] {
  const own = { coupleId, partnerId: partner.id, createdAt };
  return [
    createDataKey(practiceKey, { ...own, keyClass: 'partner.record' }),
    createDataKey(practiceKey, { ...own, keyClass: 'partner.private' }),
  ];
}

/** The rows of one partner, with what is clinical sealed into that partner's own record. */
export function rowsOf(keyring: Keyring, practiceId: string, partner: PlacedPartner): NewPartner {
  const { id, position, name, email, userName, phone, contactInstruction, words, emergencyContact } = partner;
  const seal = (column: 'words' | 'emergency_contact', text: string) =>
    text === '' ? null : sealIntake(keyring, practiceId, id, column, text);
  return {
    partner: { id, position, name, email, userName, phone, contactInstruction },
    intake: { words: seal('words', words), emergencyContact: seal('emergency_contact', emergencyContact) },
  };
}

export const sealIntake = (
  keyring: Keyring,
  practiceId: string,
  partnerId: string,
  column: 'words' | 'emergency_contact',
  text: string,
) => (text === '' ? null : keyring.seal(intakeRef(practiceId, partnerId, column), text));
