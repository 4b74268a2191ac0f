'use server';

import { action } from '@/lib/action';
import { bringPolicyIntoForce, proposePolicy, takeBackProposal } from '@/lib/agreements/change-policy';
import { onProposalInput, proposePolicyInput } from '@/lib/agreements/schema';
import { addPartner } from '@/lib/couples/add-partner';
import { changeContact } from '@/lib/couples/change-contact';
import { changeLogin } from '@/lib/couples/change-login';
import { createCouple } from '@/lib/couples/create-couple';
import { addPartnerInput, changeContactInput, changeLoginInput, createCoupleInput } from '@/lib/couples/schema';
import { endWork, reopenWork } from '@/lib/endings/end-work';
import { endSharedWork, resumeSharedWork } from '@/lib/endings/end-shared-work';
import {
  endSharedWorkInput,
  endWorkInput,
  reopenWorkInput,
  resumeSharedWorkInput,
  takeBackTransferInput,
  transferInput,
} from '@/lib/endings/schema';
import { takeBackTransfer, transfer } from '@/lib/endings/transfer';
import { changeCoupleIntake, changePartnerIntake } from '@/lib/intakes/change-intake';
import { coupleIntakeInput, partnerIntakeInput } from '@/lib/intakes/schema';
import { giveNewCode } from '@/lib/invitations/give-new-code';
import { giveNewCodeInput } from '@/lib/invitations/schema';
import { resendFromCouple, revokeFromCouple } from '@/lib/meetings-alone/change-invitation';
import { makeCard } from '@/lib/meetings-alone/make-card';
import { recordMeeting } from '@/lib/meetings-alone/record-meeting';
import { settleRequestInput } from '@/lib/partner-requests/schema';
import { settleRequest } from '@/lib/partner-requests/settle-request';
import { changeInvitationInput, makeCardInput, recordMeetingInput } from '@/lib/meetings-alone/schema';
import { changeReviewLimits } from '@/lib/review-limits/change-review-limits';
import { reviewLimitsInput } from '@/lib/review-limits/schema';

export const changeReviewLimitsOf = action('clinic', reviewLimitsInput, changeReviewLimits);
export const makeCouple = action('clinic', createCoupleInput, createCouple);
export const addSecondPartner = action('clinic', addPartnerInput, addPartner);
export const changePartnerContact = action('clinic', changeContactInput, changeContact);
export const changePartnerLogin = action('clinic', changeLoginInput, changeLogin);
export const recordMeetingAlone = action('clinic', recordMeetingInput, recordMeeting);
export const makePartnerCard = action('clinic', makeCardInput, makeCard);
export const resendPartnerLink = action('clinic', changeInvitationInput, resendFromCouple);
export const revokePartnerLink = action('clinic', changeInvitationInput, revokeFromCouple);
export const giveNewCodeTo = action('clinic', giveNewCodeInput, giveNewCode);
export const settlePartnerRequest = action('clinic', settleRequestInput, settleRequest);
export const changeIntakeOfCouple = action('clinic', coupleIntakeInput, changeCoupleIntake);
export const changeIntakeOfPartner = action('clinic', partnerIntakeInput, changePartnerIntake);
export const endWorkWith = action('clinic', endWorkInput, endWork);
export const reopenWorkWith = action('clinic', reopenWorkInput, reopenWork);
export const endSharedWorkWith = action('clinic', endSharedWorkInput, endSharedWork);
export const resumeSharedWorkWith = action('clinic', resumeSharedWorkInput, resumeSharedWork);
export const transferTo = action('clinic', transferInput, transfer);
export const takeBackTransferOf = action('clinic', takeBackTransferInput, takeBackTransfer);
export const proposeAnotherPolicy = action('clinic', proposePolicyInput, proposePolicy);
export const takeBackPolicyProposal = action('clinic', onProposalInput, takeBackProposal);
export const beginPolicy = action('clinic', onProposalInput, bringPolicyIntoForce);
