/** What staff enter: a form that was filled in on paper, or a total that a measure from elsewhere gave. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertEnteredScore, markInError } from '@/db/queries/measures/scores';
import { readReviewLimitsOf } from '@/db/queries/paper-check-ins';
import type { Answer } from '@/lib/action';
import { type Couple, type CouplePartner, partnerOf, readCouple } from '@/lib/couples/read-couple';
import { NotFound, Refusal } from '@/lib/errors';
import { holdsShared, isUrgent } from '@/lib/flags/raise';
import { lookSoon } from '@/lib/jobs/look-soon';
import { lockPlanInWork } from '@/lib/plan/lock-plan';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { checkItems, packPlaces } from './check-items';
import { instrumentAt } from './instruments/all';
import { raisedBy } from './raised-by';
import { scoreOf } from './score';
import { answersRef, nameRef } from './sealed-places';
import type { ExternalScoreInput, PaperMeasureInput, ScoreInErrorInput } from './schema';

const EARLIEST = '1990-01-01';

async function placeOf(
  tx: ActorTx,
  of: { coupleId: string; partnerId: string; on: string },
): Promise<{ couple: Couple; partner: CouplePartner }> {
  await lockPlanInWork(tx, of.coupleId);
  const couple = await readCouple(tx, of.coupleId);
  const partner = partnerOf(couple, of.partnerId);
  if (partner.status === 'deactivated') throw new NotFound();
  if (of.on > couple.today || of.on < EARLIEST)
    throw new Refusal('Not saved yet: the day does not fit. Everything you typed is still here.', {
      on: 'Choose today or an earlier day.',
    });
  return { couple, partner };
}

/** Under what this person agreed to, and before the first visit under what the couple was told. */
const policyOf = (couple: Couple, partner: CouplePartner) => partner.agreement?.policy ?? couple.policy.policy;

/** A paper form counts, is sealed and is heard as if that partner had sent it. */
export async function enterPaperMeasure(tx: ActorTx, input: PaperMeasureInput): Promise<Answer> {
  const { coupleId, partnerId, form, on, answers } = input;
  const instrument = instrumentAt(form);
  if (!instrument) throw new NotFound();
  const { couple, partner } = await placeOf(tx, input);
  const places = checkItems(instrument.items, answers);
  if (Object.keys(places).length === 0)
    throw new Refusal('Not saved yet: no question is answered. Enter what stands on the paper.');
  const id = randomUUID();
  const { distressAtLeast } = await readReviewLimitsOf(tx, partnerId);
  const raised = raisedBy(instrument, places, distressAtLeast);
  const keyring = await keyringFor(tx, [coupleId]);
  const of = { practiceId: tx.actor.practiceId, partnerId, scoreId: id };
  await insertEnteredScore(
    tx,
    {
      id,
      coupleId,
      partnerId,
      instrument: instrument.id,
      version: instrument.version,
      algorithm: instrument.algorithm,
      on,
      ...scoreOf(instrument, places),
      answers: keyring.seal(answersRef(of), packPlaces(places)),
      policy: policyOf(couple, partner),
    },
    raised,
    holdsShared(raised),
  );
  await writeAudit(tx, {
    act: 'recorded',
    recordKind: 'measure',
    recordId: id,
    coupleId,
    concernsPartnerId: partnerId,
  });
  return { redirectTo: `/couples/${coupleId}/measures`, after: isUrgent(raised) ? lookSoon : undefined };
}

/** Name, date and total, and nothing that Hearth would say about it. */
export async function enterExternalScore(tx: ActorTx, input: ExternalScoreInput): Promise<Answer> {
  const { coupleId, partnerId, name, on, total } = input;
  const { couple, partner } = await placeOf(tx, input);
  const id = randomUUID();
  const keyring = await keyringFor(tx, [coupleId]);
  const of = { practiceId: tx.actor.practiceId, partnerId, scoreId: id };
  await insertEnteredScore(
    tx,
    {
      id,
      coupleId,
      partnerId,
      instrument: 'external',
      version: 1,
      algorithm: 0,
      on,
      total,
      name: keyring.seal(nameRef(of), name),
      policy: policyOf(couple, partner),
    },
    [],
    false,
  );
  await writeAudit(tx, {
    act: 'recorded',
    recordKind: 'measure',
    recordId: id,
    coupleId,
    concernsPartnerId: partnerId,
  });
  return { redirectTo: `/couples/${coupleId}/measures` };
}

/** What staff entered by mistake stays readable and counts no more. What a partner sent is never marked so. */
export async function markScoreInError(tx: ActorTx, { coupleId, scoreId }: ScoreInErrorInput): Promise<Answer> {
  const partnerId = await markInError(tx, coupleId, scoreId);
  if (!partnerId) throw new Refusal('Nothing changed: this was marked already, or their own hand sent it.');
  await writeAudit(tx, {
    act: 'changed',
    recordKind: 'measure',
    recordId: scoreId,
    coupleId,
    concernsPartnerId: partnerId,
  });
  return { redirectTo: `/couples/${coupleId}/measures` };
}
