import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { listKeptWords, listOwnSharedWords } from '@/db/queries/shared-words';
import { dayAfter } from '@/lib/format/dates';
import type { MyDay } from '@/lib/my-day/schema';
import { sharedWordsRef } from '@/lib/plan/sealed-places';
import type { Keyring } from '@/lib/sealed/keyring';

export type OwnWords = { id: string; text: string; on: string; isWaiting: boolean; leavesOn: string };

/** After this many days shared words leave unless whoever they came to keeps them, so that leaving is ordinary. */
const DAYS_SHOWN = 14;

export async function listOwnWords(tx: ActorTx, keyring: Keyring): Promise<OwnWords[]> {
  const { practiceId, coupleId } = tx.actor;
  return (await listOwnSharedWords(tx)).map(({ id, on, text, isWaiting }) => ({
    id,
    on,
    isWaiting,
    text: keyring.open(sharedWordsRef(practiceId, coupleId!, id), text),
    leavesOn: dayAfter(on, DAYS_SHOWN + 1),
  }));
}

export type ArrivedWords = MyDay['words'][number] & { isKept: boolean; leavesOn: string };

/** Words of the other that have arrived, with whether one keeps them. */
export async function listArrivedWords(tx: ActorTx, day: MyDay): Promise<ArrivedWords[]> {
  const kept = await listKeptWords(tx);
  return day.words.map((words) => {
    const leavesOn = dayAfter(words.on, DAYS_SHOWN + 1);
    // What was kept for long and let go leaves at the next turn.
    const nextTurn = dayAfter(day.day);
    return { ...words, isKept: kept.includes(words.id), leavesOn: leavesOn > nextTurn ? leavesOn : nextTurn };
  });
}
