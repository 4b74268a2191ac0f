import type { ActorTx } from '../../access/as-actor';
import { meetingsAlone } from '../../schema/intakes';
import { planEvents } from '../../schema/plan/plan';

type Meeting = typeof meetingsAlone.$inferInsert;

export async function insertMeeting(
  tx: ActorTx,
  meeting: Omit<Meeting, 'practiceId' | 'recordedAt'> & Required<Pick<Meeting, 'id'>>,
): Promise<void> {
  await tx.db.insert(meetingsAlone).values({ ...meeting, practiceId: tx.actor.practiceId });
}

/** What the plan knows of it: whether this person's newest meeting opens shared work. */
export async function insertMetAlone(
  tx: ActorTx,
  met: { coupleId: string; partnerId: string; isOpening: boolean; staffMemberId: string },
): Promise<void> {
  await tx.db.insert(planEvents).values({ ...met, practiceId: tx.actor.practiceId, kind: 'metAlone' });
}
