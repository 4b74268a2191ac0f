import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findCouple } from '@/db/queries/couples';
import { changeContactOf } from '@/db/queries/intakes/contacts';
import { findOpenRequest, settleRequests } from '@/db/queries/my-settings/partner-requests';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { dayOf } from '@/lib/format/dates';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { requestWords } from './list-requests';
import type { SettleRequestInput } from './schema';

/**
 * What a partner asked for was answered by the safe way. How to be reached is taken over by the care team and never by itself: who
 * holds the phone may not be who it belongs to.
 */
export async function settleRequest(tx: ActorTx, input: SettleRequestInput): Promise<Answer> {
  const { coupleId, requestId, takesWords } = input;
  const couple = await findCouple(tx, coupleId);
  if (!couple) throw new NotFound();
  const redirectTo = `/couples/${coupleId}/people`;
  const request = await findOpenRequest(tx, coupleId, requestId);
  // Someone else of the care team was first.
  if (!request) return { redirectTo };
  const { partnerId } = request;
  if (takesWords && request.kind === 'contact') {
    const words = requestWords(tx, await keyringFor(tx, [coupleId]), request);
    if (words === null)
      throw new Refusal(
        'Nothing was changed: these words were removed at this person’s wish. Ask again how to reach them.',
      );
    await changeContactOf(tx, partnerId, {
      contactInstruction: words,
      contactSaidBy: 'partner',
      contactSaidOn: dayOf(request.askedAt, couple.timeZone),
    });
    await writeAudit(tx, {
      act: 'changed',
      recordKind: 'partner',
      recordId: partnerId,
      coupleId,
      concernsPartnerId: partnerId,
    });
  }
  await settleRequests(tx, request);
  await writeAudit(tx, {
    act: 'settled',
    recordKind: 'partnerRequest',
    recordId: requestId,
    coupleId,
    concernsPartnerId: partnerId,
  });
  return { redirectTo };
}
