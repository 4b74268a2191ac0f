import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertPaperAnswer, isPasswordFresh, listPapers } from '@/db/queries/referrals/papers';
import type { Answer } from '@/lib/action';
import { Refusal } from '@/lib/errors';
import { releaseState } from '@/lib/format/release-state';
import type { AnswerPaperInput } from './schema';

const ACTS = { signed: 'signed', notNow: 'changed', withdrawn: 'revoked' } as const;

/** Signs one's own paper, puts it off, or withdraws what one signed. Nobody else can, and it changes nothing else. */
export async function answerPaper(tx: ActorTx, { id, answer }: AnswerPaperInput): Promise<Answer> {
  if (!(await isPasswordFresh(tx))) {
    throw new Refusal(
      'Nothing was sent: papers stay open for ten minutes. Load this page again and write your password once more.',
    );
  }
  const paper = (await listPapers(tx)).find((one) => one.id === id);
  const state = paper && releaseState(paper, tx.actor.today);
  if (state !== (answer === 'withdrawn' ? 'signed' : 'asked')) {
    throw new Refusal('Nothing was sent: this paper is not open to an answer any more. Load this page again.');
  }
  await insertPaperAnswer(tx, { id: randomUUID(), releaseId: id, answer });
  const { coupleId, partnerId } = tx.actor;
  await writeAudit(tx, {
    act: ACTS[answer],
    recordKind: 'release',
    recordId: id,
    coupleId,
    concernsPartnerId: partnerId,
  });
  return { redirectTo: '/papers' };
}
