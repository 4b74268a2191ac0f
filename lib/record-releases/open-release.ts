/** One release of one's own care team, with everything that decides whether something may go out under it. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { type AuthorizationOfRelease, listDecisions, listRecordReleases } from '@/db/queries/releases/record-releases';
import { partnerOf, readCouple } from '@/lib/couples/read-couple';
import { NotFound } from '@/lib/errors';
import { dayOf } from '@/lib/format/dates';
import { hasAuthorized, type Standing, standingOf } from '@/lib/format/records/record-release-words';
import { recordId } from '@/lib/record-id';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { recordReleaseRef, type RecordReleaseTerms } from './sealed-places';

export type OfRelease = { coupleId?: string; partnerId?: string; releaseId?: string };
export type OpenRelease = Awaited<ReturnType<typeof openRelease>>;

/** Four statements. */
export async function openRelease(tx: ActorTx, ids: OfRelease) {
  // Acts and papers know the names, whoever looks at the screen.
  const { areNamesShielded } = tx.actor;
  tx.actor.areNamesShielded = false;
  const couple = await readCouple(tx, ids.coupleId);
  tx.actor.areNamesShielded = areNamesShielded;
  const partner = partnerOf(couple, ids.partnerId);
  const [found] = await listRecordReleases(tx, couple.id, partner.id, recordId(ids.releaseId));
  if (!found) throw new NotFound();
  const { release, authorName } = found;
  const authorizations = found.authorizations as AuthorizationOfRelease[];
  const keyring = await keyringFor(tx, [couple.id]);
  const today = dayOf(tx.actor.now, tx.actor.timeZone);
  const standing: Standing = standingOf(release, authorizations, today);
  return {
    tx,
    couple,
    partner,
    release,
    authorName,
    authorizations,
    keyring,
    today,
    standing,
    terms: JSON.parse(
      keyring.open(
        recordReleaseRef({ practiceId: release.practiceId, partnerId: partner.id, rowId: release.id }),
        release.terms,
      ),
    ) as RecordReleaseTerms,
    /** Each competent partner's written authorization. */
    isJointAuthorized: couple.partners.every(({ id }) => hasAuthorized(authorizations, id)),
    decisions: await listDecisions(tx, release.id),
  };
}

export const pageOfRelease = ({ coupleId, partnerId, id }: { coupleId: string; partnerId: string; id: string }) =>
  `/couples/${coupleId}/people/${partnerId}/releases/${id}`;
