import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { removeDrafts, touchDrafts } from '@/db/queries/drafts';
import type { Answer } from '@/lib/action';
import { subjectOf } from '@/lib/drafts/schema';
import { questionPath } from './question-pages';
import type { TakeUpInput } from './schema';

/** After a new sign-in a draft is offered: its owner goes on with it, or begins again without it. */
export async function takeUpDraft(tx: ActorTx, { choice, ...occasion }: TakeUpInput): Promise<Answer> {
  const subject = subjectOf({ kind: occasion.occasion, assignmentId: occasion.assignmentId, unit: occasion.unit });
  if (choice === 'continue') await touchDrafts(tx, subject);
  else await removeDrafts(tx, subject);
  return { redirectTo: questionPath(occasion, 1) };
}
