import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertGiven, isGivenAlready, takeBackGiven } from '@/db/queries/measures/given';
import type { Answer } from '@/lib/action';
import { partnerOf, readCouple } from '@/lib/couples/read-couple';
import { NotFound, Refusal } from '@/lib/errors';
import { dayAfter } from '@/lib/format/dates';
import { lockPlanInWork } from '@/lib/plan/lock-plan';
import { instrumentAt } from './instruments/all';
import type { GiveMeasureInput, TakeBackMeasureInput } from './schema';

const MOST_DAYS_AHEAD = 366;

/** Gives a measure to one partner. The other learns nothing of it, and no mail tells of it. */
export async function giveMeasure(tx: ActorTx, input: GiveMeasureInput): Promise<Answer> {
  const { coupleId, partnerId, form, dueOn, everyWeeks } = input;
  // Of two who give the same at once, one finds it given.
  await lockPlanInWork(tx, coupleId);
  const couple = await readCouple(tx, coupleId);
  const partner = partnerOf(couple, partnerId);
  const instrument = instrumentAt(form);
  if (!instrument) throw new NotFound();
  if (partner.status === 'deactivated')
    throw new Refusal('Not given: this account is closed.', {
      partnerId: 'Choose someone who can sign in.',
    });
  if (dueOn < couple.today || dueOn > dayAfter(couple.today, MOST_DAYS_AHEAD))
    throw new Refusal('Not given yet: the day does not fit.', { dueOn: 'Choose today or a later day within a year.' });
  if (await isGivenAlready(tx, partnerId, instrument.id))
    throw new Refusal('Not given: this measure waits for them already. Take that one back first.', {
      form: 'Choose another measure.',
    });
  const id = randomUUID();
  const { id: instrumentId, version } = instrument;
  await insertGiven(tx, { id, coupleId, partnerId, instrument: instrumentId, version, dueOn, everyWeeks });
  await writeAudit(tx, {
    act: 'assigned',
    recordKind: 'measure',
    recordId: id,
    coupleId,
    concernsPartnerId: partnerId,
  });
  return { redirectTo: `/couples/${coupleId}/measures` };
}

/** It is asked no more from the next page they open on. What was sent before stays. */
export async function takeBackMeasure(tx: ActorTx, { coupleId, givenId }: TakeBackMeasureInput): Promise<Answer> {
  const partnerId = await takeBackGiven(tx, coupleId, givenId);
  if (!partnerId) throw new Refusal('Nothing changed: this was taken back already.');
  await writeAudit(tx, {
    act: 'revoked',
    recordKind: 'measure',
    recordId: givenId,
    coupleId,
    concernsPartnerId: partnerId,
  });
  return { redirectTo: `/couples/${coupleId}/measures` };
}
