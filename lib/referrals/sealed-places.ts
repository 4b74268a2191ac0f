/** Where the sealed texts of a referral live, which key opens them, and what they hold. */
import 'server-only';
import type { Profession } from '@/db/schema/referrals';
import type { SealedRef } from '@/lib/sealed/format';
import type { Keyring } from '@/lib/sealed/keyring';

const place = (
  table: string,
  column: string,
  keyClass: SealedRef['keyClass'],
  of: { practiceId: string; partnerId: string; rowId: string },
): SealedRef => ({ table, column, rowId: of.rowId, practiceId: of.practiceId, keyClass, ownerId: of.partnerId });

type Of = { practiceId: string; partnerId: string; rowId: string };
export const referralRef = (of: Of) => place('referrals', 'record', 'partner.record', of);
export const eventRef = (of: Of) => place('referral_events', 'words', 'partner.record', of);
/** In the key that its partner has too: it is that person's own paper. */
export const releaseRef = (of: Of) => place('releases', 'terms', 'partner.private', of);

/** To whom, as typed, and why. */
export type ReferralRecord = { to: { name: string; address: string }; reason: string };

/** The letter, word for word, as it is signed and printed. */
export type ReleaseTerms = {
  from: { name: string; address: string };
  to: { profession: Profession; name: string; address: string };
  about: string;
  tells: string;
};

const REMOVED_PLACE = { name: '', address: '' };

/** The letter of a release; where its words were removed, `said` stands in their place. */
export function openTerms(
  keyring: Keyring,
  of: Of,
  sealed: Uint8Array,
  said: string,
): ReleaseTerms & { isRemoved: boolean } {
  const opened = keyring.openUnlessRemoved(releaseRef(of), sealed);
  if (opened !== null) return { ...(JSON.parse(opened) as ReleaseTerms), isRemoved: false };
  const to = { ...REMOVED_PLACE, profession: 'other' as const };
  return { from: REMOVED_PLACE, to, about: '', tells: said, isRemoved: true };
}
