/** The papers that wait to be signed or are in force. What was declined, withdrawn or has ended is not shown again on that phone. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { isPasswordFresh, listPapers, type PaperRow } from '@/db/queries/referrals/papers';
import { REMOVED_FOR_ONESELF } from '@/lib/format/records/removed';
import { answerDay, releaseState } from '@/lib/format/release-state';
import { openTerms, type ReleaseTerms } from '@/lib/referrals/sealed-places';
import type { Keyring } from '@/lib/sealed/keyring';

/** What was removed can be withdrawn and not signed. */
export type Paper = ReleaseTerms & { id: string; untilOn: string; signedOn: string | null; isRemoved: boolean };

/** Null until the password was given again: the page is then the same whether there are any or none. Two statements at most. */
export async function readPapers(tx: ActorTx, keyring: Keyring): Promise<Paper[] | null> {
  if (!(await isPasswordFresh(tx))) return null;
  const { practiceId, partnerId, today } = tx.actor;
  return (await listPapers(tx))
    .filter((row) => isShown(row, today))
    .map(({ id, terms, ...row }) => ({
      ...openTerms(keyring, { practiceId, partnerId: partnerId!, rowId: id }, terms, REMOVED_FOR_ONESELF),
      id,
      untilOn: row.untilOn,
      signedOn: answerDay(row, 'signed'),
    }))
    .filter(({ isRemoved, signedOn }) => !isRemoved || signedOn !== null);
}

const isShown = (row: PaperRow, today: string): boolean => ['asked', 'signed'].includes(releaseState(row, today));
