/**
 * Shredding: the keys of what one partner gave in private are removed, and no text of theirs opens again. The rows stay, with their
 * numbers and choices, and every screen says that the words were removed. What that partner writes from then on has a new key.
 */
import 'server-only';
import { createHash } from 'node:crypto';
import {
  CareStopped,
  careForKeys,
  findWhoPassesOn,
  findWhoseText,
  listKeys,
  outlastOthers,
  removePrivateKeys,
  writeKeysAnew,
} from '@/db/installation/key-care';
import { readKeys } from '@/lib/keys-file';
import { refuseMissingMasterKeys } from './keys-in-use';
import { renew } from './renew-data-keys';
import type { CareSettings } from './rotate-master-key';

export type ShredRequest = {
  partnerId: string;
  /** Who of the care team passes on that this person asked for it. */
  through: string;
  /** What the command said without it; then it acts. */
  confirm: string | null;
};

const GOES =
  'Words to the therapist, what was written in check-ins and consents, answers to measures, drafts, what was set for this person alone, requests, and the words of referral letters this person signed.';

export const WHAT_REMAINS = [
  'What remains, and is to be told to whoever asked:',
  '- Backups, copies and the write-ahead log of the database hold the key until they expire. A master key that is taken away does not help: they were made under it.',
  '- Numbers, choices, days and totals stay: they are clear columns, and the record of the treatment.',
  '- What staff wrote or copied into notes, letters and released documents stays in the record.',
  '- Words that were shared with the partner too have a key of their own, and leave after their 14 days.',
  '- A Hearth that runs may hold the key in memory until it is started again; it gives it to nobody.',
];

/** Says first what would happen; acts when it is given the word that it said. */
export function shredPrivateText(
  { ownerUrl, keysPlace, said }: CareSettings,
  { partnerId, through, confirm }: ShredRequest,
): Promise<void> {
  return careForKeys(ownerUrl, async (care) => {
    const { masterKeys } = readKeys(keysPlace);
    await refuseMissingMasterKeys(care, keysPlace, masterKeys);
    const whose = await findWhoseText(care, partnerId);
    if (!whose)
      throw new CareStopped(
        'There is no partner with this id: it is the last part of the address of their page in the clinic.',
      );
    const staffMemberId = await findWhoPassesOn(care, whose.coupleId, through);
    if (!staffMemberId)
      throw new CareStopped(
        'Only the person whose words they are may ask for it, and someone of their own care team passes it on: --through with that e-mail address.',
      );
    if (whose.isOpen)
      throw new CareStopped(
        'An answer of this person still needs someone. The care team settles it first, so that nothing worrying is removed unread.',
      );
    const which = { keyClass: 'partner.private' as const, owner: partnerId };
    const word = wordFor(
      partnerId,
      (await listKeys(care, 'data_keys', which)).map(({ id }) => id),
    );
    if (confirm !== word) {
      said(
        `This removes for good the key of what partner ${partnerId} (place ${whose.position} of couple ${whose.coupleId}) gave in private:`,
      );
      said(GOES);
      WHAT_REMAINS.forEach(said);
      said(
        'Nothing was removed yet. Does the law or the practice have to keep these words? Was the person asked alone, and not on the phone?',
      );
      said(`If it is to be done: npm run keys -- shred ${partnerId} --through ${through} --confirm ${word}`);
      throw new CareStopped(
        confirm === null ? 'It waits for this confirmation.' : 'The word to confirm is another one by now.',
      );
    }
    // What is written meanwhile is sealed with the new key; what was under way with the old ones has ended before they go.
    await renew(care, masterKeys, which);
    await outlastOthers(care);
    const [, ...older] = await listKeys(care, 'data_keys', which);
    await removePrivateKeys(
      care,
      whose,
      older.map(({ id }) => id),
      staffMemberId,
    );
    said('Removed. No text of this person that was given in private before now opens any more.');
    if (!(await writeKeysAnew(care)))
      said('The table of keys was in use and could not be written anew: run "vacuum full data_keys" when it is quiet.');
    WHAT_REMAINS.forEach(said);
  });
}

/** Another one once the keys changed, so that an old line in a terminal's history removes nothing. */
const wordFor = (partnerId: string, keyIds: readonly string[]): string =>
  createHash('sha256')
    .update([partnerId, ...keyIds.toSorted()].join())
    .digest('hex')
    .slice(0, 8);
