/** The notes of one record of a couple, joint or one partner's, to find one, print one or print a range. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { noteListing } from '@/db/queries/audit';
import { listNotesOfRecord, type NoteInOutline } from '@/db/queries/finding/record-texts';
import { type Couple, type CouplePartner, readCouple } from '@/lib/couples/read-couple';
import { NotFound } from '@/lib/errors';

const MOST_LISTED = 500;

export type NotesOfRecord = { couple: Couple; of: string; partner: CouplePartner | null; notes: NoteInOutline[] };

/** Three statements. */
export async function readNotesOfRecord(
  tx: ActorTx,
  coupleId: string | undefined,
  asked: unknown,
): Promise<NotesOfRecord> {
  const couple = await readCouple(tx, coupleId);
  const partner = recordNamed(couple, asked);
  const notes = await listNotesOfRecord(tx, { coupleId: couple.id, partnerId: partner?.id ?? null }, MOST_LISTED);
  await noteListing(tx, 'sessionNote', couple.id);
  return { couple, of: partner?.id ?? 'joint', partner, notes };
}

/** Whose record an address names: null for the joint one, which it is also where nothing is named. */
export function recordNamed(couple: Couple, asked: unknown): CouplePartner | null {
  if (asked === undefined || asked === 'joint') return null;
  const partner = couple.partners.find(({ id }) => id === asked);
  if (!partner) throw new NotFound();
  return partner;
}
