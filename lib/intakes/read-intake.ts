/** The tab "Intake": what brought the couple, and what each partner brings with them, each in that person's own record. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { noteOpening, noteOpeningOfEach } from '@/db/queries/audit';
import { listAgreements, listPolicies } from '@/db/queries/intakes/changes';
import { findIntake, listPartnerIntakes } from '@/db/queries/intakes/contacts';
import type { Confidentiality, partnerIntakes, Reason } from '@/db/schema/intakes';
import { type Couple, type CouplePartner, partnerOf, readCouple } from '@/lib/couples/read-couple';
import { intakeRef } from '@/lib/couples/sealed-places';
import { dayOf, longDay } from '@/lib/format/dates';
import type { Keyring } from '@/lib/sealed/keyring';
import { keyringFor } from '@/lib/sealed/keyring-for';
import type { PartnerIntakeTexts } from './schema';

export type CoupleIntake = { version: number; reasons: Reason[] };
export type PartnerIntake = PartnerIntakeTexts & { version: number };
export type Dated = { id: string; policy: Confidentiality; on: string };
export type IntakeOfCouple = {
  couple: Couple;
  intake: CoupleIntake;
  people: (CouplePartner & { intake: PartnerIntake; agreements: Dated[] })[];
  /** The one in force first. */
  policies: Dated[];
};

const NOTHING: PartnerIntake = {
  version: 0,
  words: '',
  brought: '',
  history: '',
  medicines: '',
  earlierTherapy: '',
  emergencyContact: '',
};

export async function readCoupleIntake(tx: ActorTx, coupleId: string): Promise<CoupleIntake> {
  const row = await findIntake(tx, coupleId);
  return { version: row?.version ?? 0, reasons: row?.reasons ?? [] };
}

export function openPartnerIntake(
  practiceId: string,
  keyring: Keyring,
  row: typeof partnerIntakes.$inferSelect | undefined,
): PartnerIntake {
  if (!row) return NOTHING;
  const open = (column: 'words' | 'emergency_contact' | 'background', text: Buffer | null) =>
    text ? keyring.open(intakeRef(practiceId, row.partnerId, column), text) : '';
  const background = open('background', row.background);
  return {
    ...NOTHING,
    ...(background ? (JSON.parse(background) as Partial<PartnerIntakeTexts>) : {}),
    version: row.version,
    words: open('words', row.words),
    emergencyContact: open('emergency_contact', row.emergencyContact),
  };
}

/** At most eight statements: the opening of each partner's own record is noted by itself. */
export async function readIntake(tx: ActorTx, coupleId: string | undefined): Promise<IntakeOfCouple> {
  const couple = await readCouple(tx, coupleId);
  const keyring = await keyringFor(tx, [couple.id]);
  const intake = await readCoupleIntake(tx, couple.id);
  const rows = await listPartnerIntakes(tx, couple.id);
  const agreements = await listAgreements(tx, couple.id);
  const policies = await listPolicies(tx, couple.id);
  await noteOpeningOfEach(
    tx,
    'partnerIntake',
    couple.id,
    couple.partners.map(({ id }) => id),
  );
  const onDay = (at: Date) => longDay(dayOf(at, couple.timeZone));
  return {
    couple,
    intake,
    people: couple.partners.map((partner) => ({
      ...partner,
      intake: openPartnerIntake(
        tx.actor.practiceId,
        keyring,
        rows.find(({ partnerId }) => partnerId === partner.id),
      ),
      agreements: agreements
        .filter(({ partnerId }) => partnerId === partner.id)
        .map(({ id, policy, agreedAt }) => ({ id, policy, on: onDay(agreedAt) })),
    })),
    policies: policies.map(({ id, policy, setAt }) => ({ id, policy, on: onDay(setAt) })),
  };
}

/** For the form about both. */
export async function readCoupleIntakeForm(
  tx: ActorTx,
  coupleId: string | undefined,
): Promise<{ couple: Couple; intake: CoupleIntake }> {
  const couple = await readCouple(tx, coupleId);
  return { couple, intake: await readCoupleIntake(tx, couple.id) };
}

/** For the form about one person. */
export async function readPartnerIntakeForm(
  tx: ActorTx,
  params: { coupleId?: string; partnerId?: string },
): Promise<{ couple: Couple; partner: CouplePartner; intake: PartnerIntake }> {
  const couple = await readCouple(tx, params.coupleId);
  const partner = partnerOf(couple, params.partnerId);
  const keyring = await keyringFor(tx, [couple.id]);
  const rows = await listPartnerIntakes(tx, couple.id);
  await noteOpening(tx, 'partnerIntake', partner.id, couple.id, partner.id);
  const own = rows.find(({ partnerId }) => partnerId === partner.id);
  return { couple, partner, intake: openPartnerIntake(tx.actor.practiceId, keyring, own) };
}
