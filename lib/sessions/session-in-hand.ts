/** A session that is about to change, locked; one whose note is signed stays as it was. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { listNotesOf } from '@/db/queries/session-notes';
import { lockSession, type SessionRow } from '@/db/queries/sessions';
import { NotFound, Refusal } from '@/lib/errors';

export async function sessionInHand(tx: ActorTx, sessionId: string): Promise<SessionRow> {
  const session = await lockSession(tx, sessionId);
  if (!session) throw new NotFound();
  return session;
}

export async function refuseWhenNoted(
  tx: ActorTx,
  sessions: readonly SessionRow[],
  is: 'signed' | 'begun',
): Promise<void> {
  const notes = await listNotesOf(
    tx,
    sessions.map(({ id }) => id),
  );
  if (notes.some((note) => note.signedAt))
    throw new Refusal(
      'Nothing was changed: the note of this session is signed, so its day and time stay as they are. Say it in an addendum.',
    );
  if (is === 'begun' && notes.length > 0)
    throw new Refusal(
      'Nothing was changed: a note of this session was begun. A session that did not take place has no note; sign the note to keep it.',
    );
}

export function refuseWhenCancelled(session: SessionRow): void {
  if (session.cancelledAt)
    throw new Refusal('Nothing was changed: this session was cancelled. Plan a new one instead.');
}

/** Whoever sees no notes can't know whether one was written, so what has begun is not theirs to change. */
export function refuseWhenOver(tx: ActorTx, session: SessionRow): void {
  if (session.startsAt <= tx.actor.now && !can(tx.actor, 'sessionNotes', 'read'))
    throw new Refusal('Nothing was changed: this appointment has begun, so only its care team can change it.');
}
