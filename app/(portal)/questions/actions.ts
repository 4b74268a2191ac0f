'use server';

import { action } from '@/lib/action';
import { answerItem, takeUpMeasure } from '@/lib/measures/mine/answer-item';
import { sendMeasure } from '@/lib/measures/mine/send-measure';
import { answerItemInput, myMeasureInput, takeUpMeasureInput } from '@/lib/measures/schema';

export const answerMine = action('portal', answerItemInput, answerItem);
export const takeUpMine = action('portal', takeUpMeasureInput, takeUpMeasure);
export const sendMine = action('portal', myMeasureInput, sendMeasure);
