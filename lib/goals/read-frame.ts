/** The tab "Goals": what the couple and each partner want, and the diagnoses given to one of them, each in its own record. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { noteOpeningOfEach, writeAudit } from '@/db/queries/audit';
import { type Couple, type CouplePartner, partnerOf, readCouple } from '@/lib/couples/read-couple';
import { type Diagnosis, listDiagnoses } from '@/lib/diagnoses/list-diagnoses';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { type Goal, listGoals } from './list-goals';

export type FrameOfPartner = { partner: CouplePartner; goals: Goal[]; diagnoses: Diagnosis[] };
export type Frame = { couple: Couple; goals: Goal[]; people: FrameOfPartner[] };

/** Five statements. */
export async function readFrame(tx: ActorTx, coupleId: string | undefined): Promise<Frame> {
  const couple = await readCouple(tx, coupleId);
  const frame = await read(tx, couple);
  await noteOpeningOfEach(
    tx,
    'partnerFrame',
    couple.id,
    couple.partners.map(({ id }) => id),
  );
  return frame;
}

async function read(tx: ActorTx, couple: Couple): Promise<Frame> {
  const keyring = await keyringFor(tx, [couple.id]);
  const goals = await listGoals(tx, couple.id, keyring);
  const diagnoses = await listDiagnoses(tx, couple.id, keyring);
  return {
    couple,
    goals: goals.filter(({ partnerId }) => partnerId === null),
    people: couple.partners.map((partner) => ({
      partner,
      goals: goals.filter(({ partnerId }) => partnerId === partner.id),
      diagnoses: diagnoses.filter(({ partnerId }) => partnerId === partner.id),
    })),
  };
}

/** For paper: the couple's goals, or one partner's goals and diagnoses, and nothing of the other. */
export async function readFrameToPrint(
  tx: ActorTx,
  params: { coupleId?: string; partnerId?: string },
): Promise<{ couple: Couple; partner: CouplePartner | null; goals: Goal[]; diagnoses: Diagnosis[] }> {
  const couple = await readCouple(tx, params.coupleId);
  const partner = params.partnerId === undefined ? null : partnerOf(couple, params.partnerId);
  const { goals, people } = await read(tx, couple);
  await writeAudit(tx, {
    act: 'printed',
    recordKind: partner ? 'partnerFrame' : 'goals',
    recordId: partner?.id ?? couple.id,
    coupleId: couple.id,
    concernsPartnerId: partner?.id ?? null,
  });
  const own = people.find((one) => one.partner.id === partner?.id);
  return { couple, partner, goals: own?.goals ?? goals, diagnoses: own?.diagnoses ?? [] };
}
