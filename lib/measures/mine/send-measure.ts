import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { listDrafts, removeDrafts } from '@/db/queries/drafts';
import { listWaiting } from '@/db/queries/measures/mine';
import { insertOwnScore } from '@/db/queries/measures/scores';
import { insertFlags, insertOwnAct, readMyReviewLimits } from '@/db/queries/partner-answers';
import type { Answer } from '@/lib/action';
import { openDraft } from '@/lib/drafts/read-draft';
import { subjectOf } from '@/lib/drafts/schema';
import { holdsShared, isUrgent } from '@/lib/flags/raise';
import { lookSoon } from '@/lib/jobs/look-soon';
import { agreedPolicy, openMyDay } from '@/lib/my-day/open-my-day';
import { checkItems, packPlaces } from '../check-items';
import { instrumentOf } from '../instruments/all';
import { raisedBy } from '../raised-by';
import { scoreOf } from '../score';
import { answersRef } from '../sealed-places';
import type { MyMeasureInput } from '../schema';
import { draftOf, itemPath } from './item-pages';

/** Sends what was drafted. Everyone, whatever the answers were, comes to the same page. */
export async function sendMeasure(tx: ActorTx, { givenId }: MyMeasureInput): Promise<Answer> {
  const [open, waiting] = await Promise.all([openMyDay(tx), listWaiting(tx)]);
  const given = waiting.find(({ id }) => id === givenId);
  // Sent already, from this phone or another; or asked no more.
  if (!given) return { redirectTo: '/saved' };
  const policy = agreedPolicy(open.day);
  const subject = subjectOf(draftOf(given));
  const draft = openDraft(tx, open.keyring, await listDrafts(tx, subject));
  // Sent from elsewhere since it was read as waiting, its draft is gone with it.
  if (!draft && !(await listWaiting(tx)).some(({ id }) => id === givenId)) return { redirectTo: '/saved' };
  if (!draft || draft.isOffered) return { redirectTo: itemPath(givenId, 1) };
  // Of two that send the same draft at once, one finds it gone.
  if (!(await removeDrafts(tx, subject))) return { redirectTo: '/saved' };

  const instrument = instrumentOf(given.instrument, given.version);
  const places = checkItems(instrument.items, draft.fields);
  const { distressAtLeast } = await readMyReviewLimits(tx);
  const raised = raisedBy(instrument, places, distressAtLeast);
  const { practiceId, coupleId, partnerId } = tx.actor;
  const id = randomUUID();
  const of = { practiceId, partnerId: partnerId!, scoreId: id };
  await insertOwnScore(tx, {
    id,
    givenId,
    occasion: given.occasion,
    instrument: instrument.id,
    version: instrument.version,
    algorithm: instrument.algorithm,
    on: open.day.day,
    ...scoreOf(instrument, places),
    answers: open.keyring.seal(answersRef(of), packPlaces(places)),
    policy,
  });
  await Promise.all([
    insertFlags(tx, 'measure', id, raised),
    holdsShared(raised) && insertOwnAct(tx, { kind: 'safetyRaised' }),
    writeAudit(tx, { act: 'sent', recordKind: 'measure', recordId: id, coupleId, concernsPartnerId: partnerId }),
  ]);
  return { redirectTo: '/saved', after: isUrgent(raised) ? lookSoon : undefined };
}
