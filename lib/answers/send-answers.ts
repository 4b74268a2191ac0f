import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { listDrafts, removeDrafts } from '@/db/queries/drafts';
import type { Answer } from '@/lib/action';
import { sendCheckIn } from '@/lib/check-ins/send-check-in';
import { answerConsent } from '@/lib/consents/answer-consent';
import { openDraft } from '@/lib/drafts/read-draft';
import { subjectOf } from '@/lib/drafts/schema';
import { isUrgent } from '@/lib/flags/raise';
import { lookSoon } from '@/lib/jobs/look-soon';
import { openMyDay } from '@/lib/my-day/open-my-day';
import { questionPath } from './question-pages';
import type { OccasionInput } from './schema';

/** Sends what was drafted. Everyone, whatever the answers were, comes to the same page. */
export async function sendAnswers(tx: ActorTx, { occasion, ...unit }: OccasionInput): Promise<Answer> {
  const about = { kind: occasion, ...unit };
  const [open, rows] = await Promise.all([openMyDay(tx), listDrafts(tx, subjectOf(about))]);
  const draft = openDraft(tx, open.keyring, rows);
  if (!draft || draft.isOffered) return { redirectTo: questionPath({ occasion, ...unit }, 1) };
  // Of two that send the same draft at once, one finds it gone.
  if (!(await removeDrafts(tx, subjectOf(about)))) return { redirectTo: '/saved' };
  const input = { ...unit, answers: draft.fields };
  const raised = await (occasion === 'begin' ? answerConsent(tx, input, open) : sendCheckIn(tx, input, open));
  return { redirectTo: '/saved', after: isUrgent(raised) ? lookSoon : undefined };
}
