import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { findCouple } from '@/db/queries/couples';
import { listOpenAmong, takeUpRequests } from '@/db/queries/follow-up/contact-notes';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { settleFlag } from '@/lib/flags/settle-flag';
import { dayOf } from '@/lib/format/dates';
import { initials } from '@/lib/format/names';
import { keepToDo } from '@/lib/to-dos/add-to-do';
import type { AnswerRequestInput } from './schema';
import { keepContactNote } from './write-contact-note';

/**
 * What came of "please contact me": a contact note, and either the request is settled, or it stays open with a to-do for the next try.
 * In both cases that partner is told once, at the next sign-in, that the message is there.
 */
export async function answerRequest(tx: ActorTx, input: AnswerRequestInput): Promise<Answer> {
  const { coupleId, partnerId, flagIds, kind, outcome, words, againOn } = input;
  const couple = await findCouple(tx, coupleId);
  const partner = couple?.partners.find(({ id }) => id === partnerId);
  const authorId = tx.actor.staffMemberId;
  if (!partner || authorId === null) throw new NotFound();
  const open = await listOpenAmong(tx, coupleId, partnerId, flagIds);
  if (!open.some(({ reason }) => reason === 'contactMe')) return { message: 'It was settled already.' };
  const today = dayOf(tx.actor.now, tx.actor.timeZone);
  if (outcome === 'notReached' && againOn! < today) {
    throw new Refusal('Not noted yet: the day for the next try is over. Everything you typed is still here.', {
      againOn: 'Choose today or a later day.',
    });
  }
  const openIds = open.map(({ id }) => id);
  await takeUpRequests(tx, openIds);
  await keepContactNote(tx, { coupleId, partnerId, kind, on: today, outcome, words });
  if (outcome !== 'notReached') return settleFlag(tx, { coupleId, flagIds: openIds, outcome: 'called' });
  const toDo = `Contact ${initials(partner.name)} again`;
  await keepToDo(tx, { coupleId, words: toDo, dueOn: againOn!, assigneeId: authorId, authorId });
  return { message: 'Noted, with a to-do for the next try.' };
}
