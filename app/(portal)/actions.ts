'use server';

import { z } from 'zod';
import { changePassword } from '@/lib/accounts/own/change-password';
import { endDevices } from '@/lib/accounts/own/end-devices';
import * as factors from '@/lib/accounts/factors/change-factors';
import {
  addAppInput,
  addPasskeyInput,
  changePasswordInput,
  endDevicesInput,
  ownerInput,
  removePasskeyInput,
} from '@/lib/accounts/schema';
import { action } from '@/lib/action';
import { agree } from '@/lib/agreements/agree';
import { answerProposal } from '@/lib/agreements/answer-proposal';
import { agreeInput, answerProposalInput } from '@/lib/agreements/schema';
import { answerQuestion } from '@/lib/answers/answer-question';
import { answerInput, occasionInput, takeUpInput } from '@/lib/answers/schema';
import { sendAnswers } from '@/lib/answers/send-answers';
import { takeUpDraft } from '@/lib/answers/take-up-draft';
import { withdrawConsent } from '@/lib/consents/withdraw-consent';
import { unitInput } from '@/lib/my-day/schema';
import { askFor, sayContact } from '@/lib/my-settings/ask-care-team';
import { changeCalendar } from '@/lib/my-settings/change-calendar';
import { askForInput, calendarInput, sayContactInput } from '@/lib/my-settings/schema';
import { pause } from '@/lib/pauses/pause';
import { takeBackPause } from '@/lib/pauses/take-back-pause';
import { answerPaper } from '@/lib/papers/answer-paper';
import { openPapers, putPapersAway } from '@/lib/papers/open-papers';
import { answerPaperInput, openPapersInput } from '@/lib/papers/schema';
import { takeUpWordsInput, wordsInput } from '@/lib/reflections/schema';
import { confirmWords, giveWords, takeUpWords } from '@/lib/reflections/send-words';
import { keepWords } from '@/lib/shared-words/keep-words';
import { keepInput, takeBackInput } from '@/lib/shared-words/schema';
import { saveReminders } from '@/lib/reminders/save-reminders';
import { saveRemindersInput } from '@/lib/reminders/schema';
import { takeBackWords } from '@/lib/shared-words/take-back-words';

const nothing = z.object({});

export const agreeToPolicy = action('portal', agreeInput, agree);
export const answerMyProposal = action('portal', answerProposalInput, answerProposal);
export const answerOne = action('portal', answerInput, answerQuestion);
export const takeUpMyDraft = action('portal', takeUpInput, takeUpDraft);
export const sendMyAnswers = action('portal', occasionInput, sendAnswers);
export const withdrawMine = action('portal', unitInput, withdrawConsent);
export const giveMyWords = action('portal', wordsInput, giveWords);
export const takeUpMyWords = action('portal', takeUpWordsInput, takeUpWords);
export const shareMyWords = action('portal', nothing, confirmWords);
export const takeBackMyWords = action('portal', takeBackInput, takeBackWords);
export const keepTheirWords = action('portal', keepInput, keepWords);
export const saveMyReminders = action('portal', saveRemindersInput, saveReminders);
export const pauseMyPlan = action('portal', nothing, pause);
export const takeBackMyPause = action('portal', nothing, takeBackPause);
export const openMyPapers = action('portal', openPapersInput, openPapers);
export const putMyPapersAway = action('portal', nothing, putPapersAway);
export const answerMyPaper = action('portal', answerPaperInput, answerPaper);
export const sayMyContact = action('portal', sayContactInput, sayContact);
export const askForMine = action('portal', askForInput, askFor);
export const endMyDevices = action('portal', endDevicesInput, endDevices);
export const changeMyCalendar = action('portal', calendarInput, changeCalendar);
export const changeMyPassword = action('portal', changePasswordInput, changePassword);
export const addMyPasskey = action('portal', addPasskeyInput, factors.addPasskey);
export const removeMyPasskey = action('portal', removePasskeyInput, factors.removePasskey);
export const turnOnMyApp = action('portal', addAppInput, factors.turnOnTotp);
export const turnOffMyApp = action('portal', ownerInput, factors.turnOffTotp);
export const renewMyCodes = action('portal', ownerInput, factors.renewCodes);
export const putMyCodesAway = action('portal', nothing, factors.putCodesAway);
