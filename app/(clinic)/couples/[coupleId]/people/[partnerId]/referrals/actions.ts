'use server';

import { action } from '@/lib/action';
import { askRelease, takeBackRequest } from '@/lib/referrals/ask-release';
import { makeReferral } from '@/lib/referrals/make-referral';
import { printLetter } from '@/lib/referrals/print-letter';
import { recordOutcome } from '@/lib/referrals/record-outcome';
import { askReleaseInput, makeReferralInput, ofReferralInput, recordOutcomeInput } from '@/lib/referrals/schema';

export const refer = action('clinic', makeReferralInput, makeReferral);
export const askForRelease = action('clinic', askReleaseInput, askRelease);
export const takeRequestBack = action('clinic', ofReferralInput, takeBackRequest);
export const printTheLetter = action('clinic', ofReferralInput, printLetter);
export const recordWhatCame = action('clinic', recordOutcomeInput, recordOutcome);
