import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { listOpenRequests, type OpenRequest } from '@/db/queries/my-settings/partner-requests';
import { dayOf, shortDay } from '@/lib/format/dates';
import { REMOVED } from '@/lib/format/records/removed';
import type { Keyring } from '@/lib/sealed/keyring';
import { requestWordsRef } from './sealed-words';

export type PartnerRequest = {
  id: string;
  partnerId: string;
  kind: OpenRequest['kind'];
  /** How to be reached, in the partner's own words; empty for what is only asked. */
  words: string;
  isRemoved: boolean;
  /** "23 Nov" */
  on: string;
  formKeys: { use: string; settle: string };
};

/** What the partners of one couple wait for. Of several of one kind the last counts. One statement. */
export async function listRequests(
  tx: ActorTx,
  couple: { id: string; timeZone: string; today: string },
  keyring: Keyring,
): Promise<PartnerRequest[]> {
  const last = new Map<string, OpenRequest>();
  for (const row of await listOpenRequests(tx, couple.id)) last.set(`${row.partnerId} ${row.kind}`, row);
  return [...last.values()].map((row) => ({
    id: row.id,
    partnerId: row.partnerId,
    kind: row.kind,
    words: requestWords(tx, keyring, row) ?? REMOVED,
    isRemoved: requestWords(tx, keyring, row) === null,
    on: shortDay(dayOf(row.askedAt, couple.timeZone), couple.today),
    formKeys: { use: randomUUID(), settle: randomUUID() },
  }));
}

/** Null where they were removed. */
export const requestWords = (tx: ActorTx, keyring: Keyring, { id, partnerId, words }: OpenRequest): string | null =>
  words === null ? '' : keyring.openUnlessRemoved(requestWordsRef(tx.actor.practiceId, partnerId, id), words);
