/** Plans a session, or records one that has taken place: the same act, by its day. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findCouple } from '@/db/queries/couples';
import { insertSessions } from '@/db/queries/sessions';
import { NotFound, Refusal } from '@/lib/errors';
import { instantAt } from './local-time';
import { refuseWhenLinkIsTaken } from './refuse-when-link-is-taken';
import { refuseWhenTaken } from './refuse-when-taken';
import type { PlanSessionInput } from './schema';

export async function planSession(tx: ActorTx, input: PlanSessionInput) {
  const couple = await findCouple(tx, input.coupleId);
  const { staffMemberId } = tx.actor;
  if (!couple || !staffMemberId) throw new NotFound();
  const partnerId = input.with === 'joint' ? null : input.with;
  if (partnerId && !couple.partners.some(({ id }) => id === partnerId)) {
    throw new Refusal('Not saved yet: please look at the marked field.', { with: 'Choose who the session is with.' });
  }
  if (!partnerId && couple.partners.length < 2) {
    throw new Refusal('Not saved yet: please look at the marked field.', {
      with: 'This couple has one partner so far. Choose a session with that person.',
    });
  }
  const startsAt = startOf(input, tx.actor.timeZone);
  const sessionId = randomUUID();
  await refuseWhenTaken(tx, { therapistId: staffMemberId, starts: [startsAt], minutes: input.minutes });
  await refuseWhenLinkIsTaken(tx, input.videoLink);
  await insertSessions(tx, [
    {
      id: sessionId,
      practiceId: tx.actor.practiceId,
      coupleId: couple.id,
      kind: partnerId ? 'individual' : 'joint',
      partnerId,
      therapistId: staffMemberId,
      startsAt,
      minutes: input.minutes,
      place: input.place,
      videoLink: input.videoLink,
      createdAt: tx.actor.now,
    },
  ]);
  await writeAudit(tx, {
    act: 'created',
    recordKind: 'session',
    recordId: sessionId,
    coupleId: couple.id,
    concernsPartnerId: partnerId,
  });
  return { redirectTo: `/couples/${couple.id}/sessions/${sessionId}`, sessionId };
}

/** The instant of a day and time in the practice's zone; a time the clocks skip or show twice is refused with a sentence. */
export function startOf(when: { on: string; at: string }, timeZone: string): Date {
  const start = instantAt(when.on, when.at, timeZone);
  if ('fault' in start)
    throw new Refusal('Not saved yet: please look at the marked field. Everything you typed is still here.', {
      at: start.fault,
    });
  return start.instant;
}
