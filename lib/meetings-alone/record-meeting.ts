import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { changeContactOf } from '@/db/queries/intakes/contacts';
import { findCouple } from '@/db/queries/couples';
import { insertMeeting, insertMetAlone } from '@/db/queries/intakes/meetings-alone';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { deliver } from '@/lib/invitations/deliver';
import { invitePartner } from '@/lib/invitations/invite-partner';
import { planRef } from '@/lib/couples/sealed-places';
import { keyringFor } from '@/lib/sealed/keyring-for';
import type { RecordMeetingInput } from './schema';

/**
 * Records that one partner was met alone. Shared steps open only once both were, each with the outcome joint work and surely
 * alone; the newest record counts. With an invitation, the next page is the card to hand over.
 */
export async function recordMeeting(tx: ActorTx, input: RecordMeetingInput): Promise<Answer> {
  const { practiceId, staffMemberId } = tx.actor;
  const { coupleId, partnerId, metOn, wasAlone, outcome, contactInstruction } = input;
  const couple = await findCouple(tx, coupleId);
  const partner = couple?.partners.find(({ id }) => id === partnerId);
  if (!couple || !partner || staffMemberId === null) throw new NotFound();
  if (metOn > couple.today) {
    throw new Refusal('Not recorded yet: the day has not come. Everything you typed is still here.', {
      metOn: 'Choose today or an earlier day.',
    });
  }

  const meetingId = randomUUID();
  const plan =
    input.plan === ''
      ? null
      : (await keyringFor(tx, [coupleId])).seal(planRef(practiceId, partnerId, meetingId), input.plan);
  await insertMeeting(tx, {
    id: meetingId,
    coupleId,
    partnerId,
    metOn,
    isBeforeHearth: input.isBeforeHearth === 'yes',
    wasAlone,
    outcome,
    plan,
    recordedBy: staffMemberId,
  });
  const isOpening = wasAlone === 'yes' && outcome === 'jointWork';
  await insertMetAlone(tx, { coupleId, partnerId, isOpening, staffMemberId });
  if (contactInstruction !== partner.contactInstruction) await changeContactOf(tx, partnerId, { contactInstruction });
  await writeAudit(tx, {
    act: 'recorded',
    recordKind: 'meetingAlone',
    recordId: meetingId,
    coupleId,
    concernsPartnerId: partnerId,
  });

  if (input.isInvited !== 'yes') return { redirectTo: `/couples/${coupleId}/people` };
  const issued = await invitePartner(tx, { partnerId });
  return { redirectTo: `/couples/${coupleId}/people/${partnerId}/card`, after: () => deliver(issued) };
}
