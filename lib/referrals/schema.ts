import { z } from 'zod';
import { PROFESSIONS, REFERRAL_OUTCOMES } from '@/db/schema/referrals';
import { line, optionalText, paragraph } from '@/lib/texts/schema';

export const LONGEST_OF_REFERRAL = { name: 120, address: 400, reason: 2000, tells: 2000, words: 2000 };

export const makeReferralInput = z.object({
  coupleId: z.uuid(),
  partnerId: z.uuid(),
  profession: z.enum(PROFESSIONS, 'Choose a kind of professional.'),
  toName: line('a name, or that of a practice', LONGEST_OF_REFERRAL.name),
  toAddress: optionalText(LONGEST_OF_REFERRAL.address),
  reason: optionalText(LONGEST_OF_REFERRAL.reason),
  dueOn: z.iso.date('Choose a day.'),
});
export type MakeReferralInput = z.infer<typeof makeReferralInput>;

export const askReleaseInput = z.object({
  coupleId: z.uuid(),
  referralId: z.uuid(),
  tells: paragraph('what will be told', LONGEST_OF_REFERRAL.tells),
  untilOn: z.iso.date('Choose the last day.'),
});
export type AskReleaseInput = z.infer<typeof askReleaseInput>;

export const ofReferralInput = z.object({ coupleId: z.uuid(), referralId: z.uuid() });
export type OfReferralInput = z.infer<typeof ofReferralInput>;

export const recordOutcomeInput = z.object({
  coupleId: z.uuid(),
  referralId: z.uuid(),
  outcome: z.enum(REFERRAL_OUTCOMES, 'Choose what came of it.'),
  words: optionalText(LONGEST_OF_REFERRAL.words),
  againOn: z.preprocess((typed) => (typed === '' ? undefined : typed), z.iso.date('Choose a day.').optional()),
});
export type RecordOutcomeInput = z.infer<typeof recordOutcomeInput>;
