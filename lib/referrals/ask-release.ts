/** Asking one partner to sign what may be told, and taking an unanswered request back. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findSettings } from '@/db/queries/accounts/practices';
import { findCouple } from '@/db/queries/couples';
import { insertRelease, listReferrals, type ReferralRow, takeBackRelease } from '@/db/queries/referrals/referrals';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { dayAfter } from '@/lib/format/dates';
import { releaseState } from '@/lib/format/release-state';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { nameOfOtherIn } from './names-the-other';
import type { AskReleaseInput, OfReferralInput } from './schema';
import { type ReferralRecord, referralRef, releaseRef, type ReleaseTerms } from './sealed-places';

const LONGEST_DAYS = 366;

/** That partner alone finds it in their papers, at once. A request they have not answered gives way to this one. */
export async function askRelease(tx: ActorTx, input: AskReleaseInput): Promise<Answer> {
  const { coupleId, referralId, tells, untilOn } = input;
  const { practiceId } = tx.actor;
  const { couple, referral, partner } = await findReferral(tx, input);
  if (partner.status !== 'active') {
    throw new Refusal(
      'Not asked yet: this person has no sign-in, so there is nowhere to sign. What you typed is still here.',
    );
  }
  if (referral.release && releaseState(referral.release, couple.today) === 'signed') {
    throw new Refusal('A release is signed already, and the letter says what it says. What you typed is still here.');
  }
  if (untilOn < couple.today || untilOn > dayAfter(couple.today, LONGEST_DAYS)) {
    throw new Refusal('Not asked yet. Everything you typed is still here.', {
      untilOn: 'Choose a day from today to a year from now.',
    });
  }
  const settings = await findSettings(tx);
  if (!settings?.letterName) {
    throw new Refusal(
      'Not asked yet: the practice has no name for letters. A practice admin writes one under Settings. What you typed is still here.',
    );
  }
  const keyring = await keyringFor(tx, [coupleId]);
  const of = { practiceId, partnerId: partner.id };
  const { to } = JSON.parse(keyring.open(referralRef({ ...of, rowId: referralId }), referral.record)) as ReferralRecord;
  const others = couple.partners.filter(({ id }) => id !== partner.id);
  const named = nameOfOtherIn(tells, partner, others);
  if (named) {
    throw new Refusal('Not asked yet: a letter says nothing of the other partner. What you typed is still here.', {
      tells: `Leave out “${named}”, and whatever else is about the other partner.`,
    });
  }

  if (referral.release && referral.release.answers.length === 0) await takeBackRelease(tx, referral.release.id);
  const id = randomUUID();
  const terms: ReleaseTerms = {
    from: { name: settings.letterName, address: settings.letterAddress },
    to: { profession: referral.profession, ...to },
    about: partner.name,
    tells,
  };
  await insertRelease(tx, {
    id,
    coupleId,
    partnerId: partner.id,
    referralId,
    terms: keyring.seal(releaseRef({ ...of, rowId: id }), JSON.stringify(terms)),
    untilOn,
  });
  await writeAudit(tx, {
    act: 'created',
    recordKind: 'release',
    recordId: id,
    coupleId,
    concernsPartnerId: partner.id,
  });
  return { redirectTo: pageOf(referral) };
}

/** Nobody is told: a request that was not answered is no longer in that partner's papers. */
export async function takeBackRequest(tx: ActorTx, input: OfReferralInput): Promise<Answer> {
  const { referral } = await findReferral(tx, input);
  await takeBackUnanswered(tx, referral);
  return { redirectTo: pageOf(referral) };
}

export async function takeBackUnanswered(tx: ActorTx, { coupleId, partnerId, release }: ReferralRow): Promise<void> {
  if (!release || release.answers.length > 0 || !(await takeBackRelease(tx, release.id))) return;
  await writeAudit(tx, {
    act: 'revoked',
    recordKind: 'release',
    recordId: release.id,
    coupleId,
    concernsPartnerId: partnerId,
  });
}

export const pageOf = ({ coupleId, partnerId, id }: Pick<ReferralRow, 'coupleId' | 'partnerId' | 'id'>) =>
  `/couples/${coupleId}/people/${partnerId}/referrals/${id}`;

/** A referral of a couple of one's own care team, with the couple and the partner whom it is for. */
export async function findReferral(tx: ActorTx, { coupleId, referralId }: OfReferralInput) {
  const couple = await findCouple(tx, coupleId);
  const [referral] = couple ? await listReferrals(tx, coupleId, referralId) : [];
  const partner = couple?.partners.find(({ id }) => id === referral?.partnerId);
  if (!couple || !referral || !partner) throw new NotFound();
  return { couple, referral, partner };
}
