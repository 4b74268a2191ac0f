/** One partner of a couple, for the forms about that person. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { listPartnerIntakes } from '@/db/queries/intakes/contacts';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { type Couple, type CouplePartner, partnerOf, readCouple } from './read-couple';
import { intakeRef } from './sealed-places';

export async function readPartner(
  tx: ActorTx,
  params: { coupleId?: string; partnerId?: string },
): Promise<{ couple: Couple; partner: CouplePartner }> {
  const couple = await readCouple(tx, params.coupleId);
  return { couple, partner: partnerOf(couple, params.partnerId) };
}

export type ContactOfPartner = { couple: Couple; partner: CouplePartner & { words: string; emergencyContact: string } };

export async function readContact(
  tx: ActorTx,
  params: { coupleId?: string; partnerId?: string },
): Promise<ContactOfPartner> {
  const { couple, partner } = await readPartner(tx, params);
  const keyring = await keyringFor(tx, [couple.id]);
  const own = (await listPartnerIntakes(tx, couple.id)).find(({ partnerId }) => partnerId === partner.id);
  const open = (column: 'words' | 'emergency_contact', sealed: Buffer | null | undefined) =>
    sealed ? keyring.open(intakeRef(tx.actor.practiceId, partner.id, column), sealed) : '';
  return {
    couple,
    partner: {
      ...partner,
      words: open('words', own?.words),
      emergencyContact: open('emergency_contact', own?.emergencyContact),
    },
  };
}
