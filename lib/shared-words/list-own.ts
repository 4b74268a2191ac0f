import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { listOwnSharedWords } from '@/db/queries/shared-words';
import { dayAfter } from '@/lib/format/dates';
import type { Keyring } from '@/lib/sealed/keyring';

export type OwnWords = { id: string; text: string; on: string; isWaiting: boolean; leavesOn: string };

/** After this many days shared words leave, so that leaving is ordinary. */
const DAYS_SHOWN = 14;

export async function listOwnWords(tx: ActorTx, keyring: Keyring): Promise<OwnWords[]> {
  const { practiceId, coupleId } = tx.actor;
  const place = {
    table: 'shared_words',
    column: 'text',
    practiceId,
    keyClass: 'couple.shared' as const,
    ownerId: coupleId!,
  };
  return (await listOwnSharedWords(tx)).map(({ id, on, text, isWaiting }) => ({
    id,
    on,
    isWaiting,
    text: keyring.open({ ...place, rowId: id }, text),
    leavesOn: dayAfter(on, DAYS_SHOWN + 1),
  }));
}
