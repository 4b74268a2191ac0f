import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { removeDrafts } from '@/db/queries/drafts';
import { insertReflection } from '@/db/queries/partner-answers';
import { Refusal } from '@/lib/errors';
import { NOT_PASSED_ON } from '@/lib/format/partner-words';
import { subjectOf } from '@/lib/drafts/schema';
import { agreedPolicy, type OpenDay, openMyDay } from '@/lib/my-day/open-my-day';
import { shareWords } from '@/lib/shared-words/share-words';
import { ownPlace } from './own-place';
import type { WordsInput } from './schema';

/** Gives words to the therapist, or shares them with the other partner too. A different audience is a different row in a different table. */
export async function writeWords(tx: ActorTx, { audience, text }: WordsInput, open?: OpenDay): Promise<void> {
  const { day, keyring } = open ?? (await openMyDay(tx));
  const policy = agreedPolicy(day);
  if (audience === 'shared' && day.isSharedOver) throw new Refusal(`${NOT_PASSED_ON} Nothing was shared.`);
  await removeDrafts(tx, subjectOf({ kind: 'words', audience }));
  if (audience === 'shared') return shareWords(tx, text, keyring);
  const id = randomUUID();
  await insertReflection(tx, { id, text: keyring.seal(ownPlace(tx, 'reflections', 'text', id), text), policy });
  await writeAudit(tx, {
    act: 'sent',
    recordKind: 'reflection',
    recordId: id,
    coupleId: tx.actor.coupleId,
    concernsPartnerId: tx.actor.partnerId,
  });
}
