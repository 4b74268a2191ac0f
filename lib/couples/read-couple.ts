/** One couple, as every tab of its page needs it: who they are, who cares for them, what was agreed, who was met alone. */
import 'server-only';
import type { Actor, ActorTx } from '@/db/access/as-actor';
import { type CoupleRow, openCouple, type PartnerOfCouple } from '@/db/queries/couples';
import { NotFound } from '@/lib/errors';
import { placeOf } from '@/lib/format/couple-words';
import { initials, shownName } from '@/lib/format/names';

export type CouplePartner = PartnerOfCouple & {
  /** As charts and marks know it. */
  place: 'first' | 'second';
  initials: string;
};
export type Couple = Omit<CoupleRow, 'partners'> & { partners: CouplePartner[] };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A partner as charts and marks know them, with the name as it is shown. */
export const marked = <P extends { position: number; name: string }>(
  actor: Pick<Actor, 'areNamesShielded'>,
  partner: P,
) => ({
  ...partner,
  name: shownName(actor, partner.name),
  place: placeOf(partner.position),
  initials: initials(partner.name),
});

/** Not found unless the asker stands in the care team today. Notes the opening. One statement. */
export async function readCouple(tx: ActorTx, coupleId: string | undefined): Promise<Couple> {
  const row = coupleId && UUID.test(coupleId) ? await openCouple(tx, coupleId) : null;
  if (!row) throw new NotFound();
  return { ...row, partners: row.partners.map((partner) => marked(tx.actor, partner)) };
}

/** The partner of that couple with this id, or not found. */
export function partnerOf(couple: Couple, partnerId: string | undefined): CouplePartner {
  const partner = couple.partners.find(({ id }) => id === partnerId);
  if (!partner) throw new NotFound();
  return partner;
}
