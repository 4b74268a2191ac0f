import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { recordAttendances } from '@/db/queries/sessions';
import { findCouple } from '@/db/queries/couples';
import { NotFound, Refusal } from '@/lib/errors';
import type { RecordAttendanceInput } from './schema';
import { refuseWhenCancelled, sessionInHand } from './session-in-hand';

/** Who came: of those the session was with, each attended, late or absent. It can be corrected until and after the note is signed. */
export async function recordAttendance(tx: ActorTx, input: RecordAttendanceInput) {
  const session = await sessionInHand(tx, input.sessionId);
  refuseWhenCancelled(session);
  const couple = await findCouple(tx, session.coupleId);
  if (!couple) throw new NotFound();
  const expected = session.partnerId ? [session.partnerId] : couple.partners.map(({ id }) => id);
  const came = expected.flatMap((partnerId) => {
    const attendance = input.attendance[partnerId];
    return attendance ? [{ partnerId, attendance }] : [];
  });
  if (came.length < Object.keys(input.attendance).length) throw new NotFound();
  if (came.length === 0)
    throw new Refusal(
      'Nothing was recorded: choose for each person whether they came.',
      Object.fromEntries(expected.map((partnerId) => [`attendance.${partnerId}`, 'Choose one of the three.'])),
    );
  if (session.startsAt > tx.actor.now) throw new Refusal('Nothing was recorded: this session has not begun yet.');
  await recordAttendances(tx, session, came);
  await writeAudit(tx, {
    act: 'recorded',
    recordKind: 'attendance',
    recordId: session.id,
    coupleId: session.coupleId,
    concernsPartnerId: session.partnerId,
  });
  return { message: 'Recorded who came.' };
}
