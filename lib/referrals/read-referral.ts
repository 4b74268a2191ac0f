/** One referral for its page, and its letter as it was signed. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { noteOpening } from '@/db/queries/audit';
import { findSettings } from '@/db/queries/accounts/practices';
import {
  findReleaseTerms,
  listReferralEvents,
  listReferrals,
  type ReferralEventRow,
  type ReferralRow,
} from '@/db/queries/referrals/referrals';
import { type Couple, type CouplePartner, partnerOf, readCouple } from '@/lib/couples/read-couple';
import { NotFound } from '@/lib/errors';
import { answerDay, type ReleaseState, releaseState } from '@/lib/format/release-state';
import { REMOVED } from '@/lib/format/records/removed';
import { recordId } from '@/lib/record-id';
import type { Keyring } from '@/lib/sealed/keyring';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { eventRef, type ReferralRecord, openTerms, referralRef, type ReleaseTerms } from './sealed-places';

type Params = { coupleId?: string; partnerId?: string; referralId?: string };

export type Release = {
  state: ReleaseState;
  untilOn: string;
  askedOn: string;
  answeredOn: string | null;
  /** The words were removed at that person's wish. */
  isRemoved: boolean;
} & ReleaseTerms;
export type Happened = Omit<ReferralEventRow, 'words'> & { words: string };
export type Referral = Omit<ReferralRow, 'record' | 'release'> &
  ReferralRecord & { release: Release | null; happened: Happened[] };

export type ReferralPage = {
  couple: Couple;
  partner: CouplePartner;
  referral: Referral;
  /** Whether the practice has a name for letters. */
  hasLetterName: boolean;
  formKeys: { ask: string; takeBack: string; print: string; outcome: string };
};

/** Seven statements. */
export async function readReferral(tx: ActorTx, params: Params): Promise<ReferralPage> {
  const { couple, partner, row, keyring } = await openReferral(tx, params);
  await noteOpening(tx, 'referral', row.id, couple.id, partner.id);
  const of = { practiceId: tx.actor.practiceId, partnerId: partner.id };
  const { record, release, ...rest } = row;
  const happened = await listReferralEvents(tx, row.id);
  return {
    couple,
    partner,
    hasLetterName: Boolean((await findSettings(tx))?.letterName),
    formKeys: { ask: randomUUID(), takeBack: randomUUID(), print: randomUUID(), outcome: randomUUID() },
    referral: {
      ...rest,
      ...(JSON.parse(keyring.open(referralRef({ ...of, rowId: row.id }), record)) as ReferralRecord),
      release: release && (await openRelease(tx, couple.today, keyring, { ...of, rowId: release.id }, release)),
      happened: happened.map((one) => ({
        ...one,
        words: one.words ? keyring.open(eventRef({ ...of, rowId: one.id }), one.words) : '',
      })),
    },
  };
}

export type LetterPage = {
  couple: Couple;
  partner: CouplePartner;
  referralId: string;
  /** Null without a release that is signed and in force. */
  letter: (ReleaseTerms & { signedOn: string; untilOn: string }) | null;
};

export async function readLetter(tx: ActorTx, params: Params): Promise<LetterPage> {
  const { couple, partner, row, keyring } = await openReferral(tx, params);
  const ref = { practiceId: tx.actor.practiceId, partnerId: partner.id, rowId: row.release?.id ?? '' };
  const release = row.release && (await openRelease(tx, couple.today, keyring, ref, row.release));
  const isInForce = release?.state === 'signed' && !release.isRemoved;
  if (isInForce) await noteOpening(tx, 'letter', ref.rowId, couple.id, partner.id);
  return {
    couple,
    partner,
    referralId: row.id,
    letter: isInForce ? { ...release, signedOn: release.answeredOn! } : null,
  };
}

async function openReferral(tx: ActorTx, params: Params) {
  const couple = await readCouple(tx, params.coupleId);
  const partner = partnerOf(couple, params.partnerId);
  const [row] = await listReferrals(tx, couple.id, recordId(params.referralId));
  if (row?.partnerId !== partner.id) throw new NotFound();
  return { couple, partner, row, keyring: await keyringFor(tx, [couple.id]) };
}

async function openRelease(
  tx: ActorTx,
  today: string,
  keyring: Keyring,
  of: { practiceId: string; partnerId: string; rowId: string },
  { untilOn, askedOn, ...release }: NonNullable<ReferralRow['release']>,
): Promise<Release> {
  const terms = await findReleaseTerms(tx, release.id);
  if (!terms) throw new NotFound();
  const answered = { untilOn, answers: release.answers };
  return {
    ...openTerms(keyring, of, terms, REMOVED),
    untilOn,
    askedOn,
    state: releaseState(answered, today),
    answeredOn: answerDay(answered, 'withdrawn') ?? answerDay(answered, 'signed') ?? answerDay(answered, 'notNow'),
  };
}
