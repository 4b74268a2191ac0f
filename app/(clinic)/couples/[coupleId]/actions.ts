'use server';

import { action } from '@/lib/action';
import { enterPaperCheckIn } from '@/lib/check-ins/enter-paper-check-in';
import { paperCheckInInput } from '@/lib/check-ins/schema';
import { settleFlagInput } from '@/lib/flags/schema';
import { settleFlag } from '@/lib/flags/settle-flag';
import { ownStepInput } from '@/lib/own-steps/schema';
import { writeOwnStep } from '@/lib/own-steps/write-own-step';
import { actOnPlan } from '@/lib/plan/act-on-plan';
import { actOnStep } from '@/lib/plan/act-on-step';
import { assignStep } from '@/lib/plan/assign-step';
import { changeOwnTerms, changeTerms } from '@/lib/plan/terms/change-terms';
import {
  assignStepInput,
  changeOwnTermsInput,
  changeTermsInput,
  planActInput,
  stepActInput,
  waiveInput,
} from '@/lib/plan/schema';
import { waiveRequirement } from '@/lib/plan/waive-requirement';
import { discardPreparedStep, prepareStep } from '@/lib/room/prepare-step';
import { discardPreparedInput, prepareStepInput } from '@/lib/room/schema';

export const assign = action('clinic', assignStepInput, assignStep);
export const changeConditions = action('clinic', changeTermsInput, changeTerms);
export const changeForOne = action('clinic', changeOwnTermsInput, changeOwnTerms);
export const changeStep = action('clinic', stepActInput, actOnStep);
export const changePlan = action('clinic', planActInput, actOnPlan);
export const settle = action('clinic', settleFlagInput, settleFlag);
export const waive = action('clinic', waiveInput, waiveRequirement);
export const writeStep = action('clinic', ownStepInput, writeOwnStep);
export const prepare = action('clinic', prepareStepInput, prepareStep);
export const discardPrepared = action('clinic', discardPreparedInput, discardPreparedStep);
export const enterOnPaper = action('clinic', paperCheckInInput, enterPaperCheckIn);
