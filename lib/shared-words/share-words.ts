import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertSharedWords } from '@/db/queries/shared-words';
import { sharedWordsRef } from '@/lib/plan/sealed-places';
import type { Keyring } from '@/lib/sealed/keyring';

/** Words for the other partner too: they arrive at the turn, dated by day alone. */
export async function shareWords(tx: ActorTx, text: string, keyring: Keyring): Promise<void> {
  const id = randomUUID();
  const { practiceId, coupleId, partnerId, today } = tx.actor;
  const place = sharedWordsRef(practiceId, coupleId!, id);
  await insertSharedWords(tx, { id, on: today, text: keyring.seal(place, text) });
  await writeAudit(tx, {
    act: 'sent',
    recordKind: 'sharedWords',
    recordId: id,
    coupleId,
    concernsPartnerId: partnerId,
  });
}
