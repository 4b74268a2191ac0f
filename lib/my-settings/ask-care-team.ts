/** What a partner asks for in Settings: it goes to the care team and is not shown again; the answer comes by the safe way. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertPartnerRequest } from '@/db/queries/my-settings/partner-requests';
import type { Answer } from '@/lib/action';
import { openMyDay } from '@/lib/my-day/open-my-day';
import { requestWordsRef } from '@/lib/partner-requests/sealed-words';
import type { AskForInput, SayContactInput } from './schema';

/** One's own data, or who exactly opened one's record. */
export async function askFor(tx: ActorTx, { kind }: AskForInput): Promise<Answer> {
  return asked(tx, { id: randomUUID(), kind, words: null });
}

/** How to be reached from now on. What was agreed before holds until the care team has read it: someone else may hold this phone. */
export async function sayContact(tx: ActorTx, { words }: SayContactInput): Promise<Answer> {
  const { keyring } = await openMyDay(tx);
  const { practiceId, partnerId } = tx.actor;
  const id = randomUUID();
  return asked(tx, { id, kind: 'contact', words: keyring.seal(requestWordsRef(practiceId, partnerId!, id), words) });
}

async function asked(tx: ActorTx, request: Parameters<typeof insertPartnerRequest>[1]): Promise<Answer> {
  await insertPartnerRequest(tx, request);
  await writeAudit(tx, {
    act: 'sent',
    recordKind: 'partnerRequest',
    recordId: request.id,
    coupleId: tx.actor.coupleId,
    concernsPartnerId: tx.actor.partnerId,
  });
  return { redirectTo: '/saved' };
}
