/** A couple's referrals in a line each, for the cards of its people. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { listReferrals, type ReferralRow } from '@/db/queries/referrals/referrals';
import { type ReleaseState, releaseState } from '@/lib/format/release-state';

export type ReferralLine = Pick<ReferralRow, 'id' | 'partnerId' | 'profession' | 'dueOn' | 'outcome'> & {
  /** Null: no release was asked for. */
  release: ReleaseState | null;
};

/** The newest first. One statement; what is sealed stays so. */
export async function listReferralLines(tx: ActorTx, coupleId: string, today: string): Promise<ReferralLine[]> {
  return (await listReferrals(tx, coupleId)).map(({ id, partnerId, profession, dueOn, outcome, release }) => ({
    id,
    partnerId,
    profession,
    dueOn,
    outcome,
    release: release && releaseState(release, today),
  }));
}
