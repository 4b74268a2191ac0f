import { z } from 'zod';
import { PROFESSIONS, REFERRAL_OUTCOMES } from '@/db/schema/referrals';
import { asKept, CANNOT_BE_KEPT, canBeKept, line, optionalText } from '@/lib/texts/schema';

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
  tells: z
    .string('Write what will be told.')
    .transform(asKept)
    .pipe(
      z
        .string()
        .min(1, 'Write what will be told.')
        .max(LONGEST_OF_REFERRAL.tells, `Use at most ${LONGEST_OF_REFERRAL.tells} characters.`)
        .refine(canBeKept, CANNOT_BE_KEPT),
    ),
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
